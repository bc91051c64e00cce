package allot.problem;

/** A stretch of a source: offsets in UTF-16 units, the end is exclusive and may equal the start. */
public record Span(int start, int end) {}
