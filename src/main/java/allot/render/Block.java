package allot.render;

/** What a section is made of. */
public sealed interface Block permits Facts, Table, Lines, Chart, Picture {}
