package allot.file;

import allot.file.JsonDiagnosis.Fault;
import allot.file.JsonValue.Member;
import allot.file.Stop.Expected;
import allot.problem.Problems;
import allot.problem.Source;
import allot.problem.Span;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads strict JSON (RFC 8259) into a tree that knows where everything stands. Jackson finds the
 * tokens; their places, the limits and every message are our own, since Jackson's locations are
 * missing or one off and its messages quote values.
 */
public final class JsonReader {
  /** Arrays and objects within each other. */
  public static final int MAX_DEPTH = 32;

  /** Values, names and brackets in one document. */
  public static final int MAX_TOKENS = 4_000_000;

  /** Characters of a name. */
  public static final int MAX_NAME = 256;

  /** Characters of a string. */
  public static final int MAX_STRING = 65_536;

  /** Characters of a number. */
  public static final int MAX_NUMBER = 128;

  /** Jackson's own limits are out of the way: it checks them by the buffer and names no place. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2 * MAX_DEPTH)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final String text;
  private final Problems problems;
  private final JsonParser parser;
  private Stop stop = new Stop(Expected.DOCUMENT, JsonPath.ROOT, JsonPath.ROOT, 0, -1);
  private Span last = new Span(0, 0);
  private int depth;
  private int tokens;

  private JsonReader(Source source, Problems problems, JsonParser parser) {
    this.text = source.text();
    this.problems = problems;
    this.parser = parser;
  }

  /**
   * Reads a document. Duplicate keys, text after the document, and strings with control characters
   * or half a surrogate pair are added to {@code problems}, and the tree is returned all the same,
   * so that the caller can look for more before it throws them.
   *
   * @throws allot.problem.ProblemException with all problems so far, if the text is no JSON or a
   *     limit is passed
   */
  public static JsonValue read(Source source, Problems problems) {
    try (JsonParser parser = FACTORY.createParser(source.text().toCharArray())) {
      JsonReader reader = new JsonReader(source, problems, parser);
      try {
        return reader.document();
      } catch (IOException e) {
        reader.add(JsonDiagnosis.of(source, reader.stop, reader.last));
      }
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory can be opened and closed", e);
    }
    problems.throwIfAny();
    throw new IllegalStateException("a document that cannot be read is a problem");
  }

  private JsonValue document() throws IOException {
    JsonValue document = value(next(), JsonPath.ROOT);
    Stop end = new Stop(Expected.END, JsonPath.ROOT, JsonPath.ROOT, 0, -1);
    Optional<Fault> trailing = JsonDiagnosis.find(problems.source(), end, last);
    if (trailing.isPresent()) {
      add(trailing.get());
    }
    return document;
  }

  private JsonValue value(JsonToken token, JsonPath path) throws IOException {
    switch (token) {
      case START_OBJECT:
        return object(path);
      case START_ARRAY:
        return array(path);
      case VALUE_STRING:
        return string(path);
      case VALUE_TRUE:
        return new JsonValue.Bool(taken(4), true);
      case VALUE_FALSE:
        return new JsonValue.Bool(taken(5), false);
      case VALUE_NULL:
        return new JsonValue.Nul(taken(4));
      default:
        return number(path);
    }
  }

  private JsonValue object(JsonPath path) throws IOException {
    Span open = enter(path);
    List<Member> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    stop = new Stop(Expected.FIRST_MEMBER, path, path, 0, open.start());
    while (next() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Span span = takenString();
      boolean unique = checkName(name, span, path, names);
      JsonPath member = path.member(name);
      stop = new Stop(Expected.MEMBER_VALUE, member, member, 0, open.start());
      JsonValue value = value(next(), member);
      if (unique) {
        members.add(new Member(name, span, value));
      }
      stop = new Stop(Expected.NEXT_MEMBER, path, member, 0, open.start());
    }
    return new JsonValue.Obj(leave(open), members);
  }

  private JsonValue array(JsonPath path) throws IOException {
    Span open = enter(path);
    List<JsonValue> items = new ArrayList<>();
    stop = new Stop(Expected.FIRST_ITEM, path, path, 0, open.start());
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      JsonPath item = path.item(items.size());
      items.add(value(token, item));
      stop = new Stop(Expected.NEXT_ITEM, path, item, items.size(), open.start());
    }
    return new JsonValue.Arr(leave(open), items);
  }

  private Span enter(JsonPath path) {
    Span open = taken(1);
    depth++;
    if (depth > MAX_DEPTH) {
      refuse(open, path, "is nested deeper than " + MAX_DEPTH + " levels", true);
    }
    return open;
  }

  private Span leave(Span open) {
    depth--;
    return new Span(open.start(), taken(1).end());
  }

  private JsonValue string(JsonPath path) throws IOException {
    // read before it counts as taken: Jackson puts off reading strings, and this is where they fail
    String value = parser.getText();
    Span span = takenString();
    if (value.length() > MAX_STRING) {
      refuse(span, path, "has more than " + MAX_STRING + " characters", false);
    }
    checkCharacters(value, span, path, false);
    return new JsonValue.Str(span, value);
  }

  private JsonValue number(JsonPath path) throws IOException {
    Span span = taken(parser.getTextLength());
    if (span.end() - span.start() > MAX_NUMBER) {
      refuse(span, path, "has more than " + MAX_NUMBER + " characters", true);
    }
    return new JsonValue.Num(span, parser.getText());
  }

  private boolean checkName(String name, Span span, JsonPath parent, Set<String> names) {
    if (name.length() > MAX_NAME) {
      refuse(span, parent, "has a name of more than " + MAX_NAME + " characters", true);
    }
    JsonPath path = parent.member(name);
    checkCharacters(name, span, path, true);
    boolean unique = names.add(name);
    if (!unique) {
      problems.add(span, path.toString(), "is a duplicate key", "keep one of the two", true);
    }
    return unique;
  }

  private void checkCharacters(String value, Span span, JsonPath path, boolean reveal) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (JsonText.isControl(c)) {
        String message = "holds the control character " + JsonText.codePoint(c);
        problems.add(span, path.toString(), message, "remove it", reveal);
        return;
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        String message = "holds half a surrogate pair, " + JsonText.codePoint(c);
        problems.add(span, path.toString(), message, "write both halves, or neither", reveal);
        return;
      }
    }
  }

  private JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new IOException("the document is empty");
    }
    tokens++;
    if (tokens > MAX_TOKENS) {
      refuse(taken(1), JsonPath.ROOT, "has more than " + MAX_TOKENS + " values and names", true);
    }
    return token;
  }

  /** The span of the current token, which is so long. */
  private Span taken(int length) {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    last = new Span(start, start + length);
    return last;
  }

  /** The span of the current string or name, with its quotes. */
  private Span takenString() {
    int start = (int) parser.currentTokenLocation().getCharOffset();
    int end = start + 1;
    while (text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    last = new Span(start, end + 1);
    return last;
  }

  private void refuse(Span span, JsonPath path, String message, boolean reveal) {
    problems.add(span, path.toString(), message, "", reveal);
    problems.throwIfAny();
  }

  private void add(Fault fault) {
    problems.add(
        fault.span(), fault.path().toString(), fault.message(), fault.remedy(), fault.reveal());
  }
}
