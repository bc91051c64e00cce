package allot.file;

import allot.file.Stop.Expected;
import allot.money.ExactDecimal;
import allot.problem.Place;
import allot.problem.Source;
import allot.problem.Span;
import java.util.Locale;
import java.util.Optional;

/**
 * Says what is wrong with a text that is no JSON. It goes on from the last token that was right,
 * one step of the grammar after the other, to the first that is wrong: what was found there, what
 * was expected, and what was probably meant. It quotes punctuation, numbers and names, never a
 * string or what may have been meant as one.
 */
final class JsonDiagnosis {

  /** A problem in the making; see {@link allot.problem.Problems#add}. */
  record Fault(Span span, JsonPath path, String message, String remedy, boolean reveal) {}

  private static final String BAD_NUMBER = "found a number that is not written as in JSON";
  private static final String UNKNOWN_WORD = "found a word that JSON does not know";

  private final Source source;
  private final JsonText text;
  private final Stop stop;
  private final Span last;
  private JsonPath path;
  private int at;

  private JsonDiagnosis(Source source, Stop stop, Span last) {
    this.source = source;
    this.text = new JsonText(source.text());
    this.stop = stop;
    this.last = last;
    this.path = stop.container();
    this.at = last.end();
  }

  /** The fault at which reading stopped; {@code last} is the last token that was right. */
  static Fault of(Source source, Stop stop, Span last) {
    JsonDiagnosis diagnosis = new JsonDiagnosis(source, stop, last);
    return diagnosis.walk().orElseGet(diagnosis::behindValue);
  }

  /** The same where it is open whether there is a fault. */
  static Optional<Fault> find(Source source, Stop stop, Span last) {
    return new JsonDiagnosis(source, stop, last).walk();
  }

  private Optional<Fault> walk() {
    switch (stop.expected()) {
      case DOCUMENT:
        // Jackson wants a space behind a number that is the document
        return value("a value").or(this::end);
      case FIRST_ITEM:
        return value("a value or `]`");
      case NEXT_ITEM:
        return comma(']').or(() -> value("a value"));
      case FIRST_MEMBER:
        return member("a name in double quotes or `}`");
      case NEXT_MEMBER:
        return comma('}').or(() -> member("a name in double quotes"));
      case MEMBER_VALUE:
        return colon().or(() -> value("a value"));
      default:
        return end();
    }
  }

  /** The value is right, so what clings to it is not: Jackson takes it for a part of the value. */
  private Fault behindValue() {
    at = text.afterSpace(at);
    boolean outside = stop.opened() < 0;
    return unexpected(outside ? "the end of the file" : "`,` or `" + close() + "`").orElseThrow();
  }

  private Optional<Fault> end() {
    at = text.afterSpace(at);
    return at == text.length() ? Optional.empty() : unexpected("the end of the file");
  }

  private Optional<Fault> comma(char close) {
    // a second point, letters or the like right behind a number belong to it
    if (text.isNumberStart(last.start()) && text.wordEnd(last.start()) > last.end()) {
      path = stop.previous();
      return badNumber(last.start());
    }
    at = text.afterSpace(at);
    if (!text.is(at, ',')) {
      return unexpected("`,` or `" + close + "`");
    }
    int comma = at;
    at = text.afterSpace(at + 1);
    if (text.is(at, close)) {
      return fault(comma, comma + 1, "found a trailing comma", "remove the comma");
    }
    return Optional.empty();
  }

  private Optional<Fault> member(String wanted) {
    at = text.afterSpace(at);
    if (text.is(at, '"')) {
      int start = at + 1;
      Optional<Fault> fault = string();
      if (fault.isPresent()) {
        return fault;
      }
      path = path.member(text.between(start, at - 1));
      return colon().or(() -> value("a value"));
    }
    int end = text.wordEnd(at);
    if (end > at && last.end() + 1 == at && text.isDigits(at, end) && isNumber(last)) {
      path = stop.previous();
      return fault(last.start(), end, "found a comma inside a number", "write its digits in one");
    }
    if (end > at && text.is(text.afterSpace(end), ':')) {
      String name = text.between(at, end);
      String remedy = end - at > JsonReader.MAX_NAME ? "" : "write \"" + name + "\"";
      return fault(at, end, "found a name without double quotes", remedy);
    }
    return unexpected(wanted);
  }

  private boolean isNumber(Span span) {
    return text.isNumberStart(span.start());
  }

  private Optional<Fault> colon() {
    at = text.afterSpace(at);
    if (!text.is(at, ':')) {
      return unexpected("`:`");
    }
    at++;
    return Optional.empty();
  }

  private Optional<Fault> value(String wanted) {
    if (stop.expected() == Expected.FIRST_ITEM || stop.expected() == Expected.NEXT_ITEM) {
      path = stop.container().item(stop.index());
    }
    at = text.afterSpace(at);
    if (text.is(at, '"')) {
      return string();
    }
    if (text.isNumberStart(at) || text.is(at, '+') || text.is(at, '.')) {
      int end = text.wordEnd(at);
      if (!ExactDecimal.isJsonNumber(text.between(at, end))) {
        return badNumber(at);
      }
      at = end;
      return Optional.empty();
    }
    if (text.isLetter(at)) {
      return word();
    }
    return text.is(at, '{') || text.is(at, '[') ? Optional.empty() : unexpected(wanted);
  }

  private Optional<Fault> badNumber(int start) {
    int end = text.wordEnd(start);
    Optional<String> remedy = BadNumber.remedy(text.between(start, end));
    if (remedy.isPresent()) {
      return fault(start, end, BAD_NUMBER, remedy.get());
    }
    return concealed(
        start, end, "found neither a number nor a string", "put text in double quotes");
  }

  private Optional<Fault> word() {
    int end = text.wordEnd(at);
    String word = text.between(at, end);
    String lower = word.toLowerCase(Locale.ROOT);
    switch (lower) {
      case "true":
      case "false":
      case "null":
        if (word.equals(lower)) {
          at = end;
          return Optional.empty();
        }
        return fault(at, end, UNKNOWN_WORD, "write `" + lower + "`");
      case "nan":
      case "inf":
      case "infinity":
        return fault(at, end, BAD_NUMBER, "leave out what is unknown");
      case "none":
      case "nil":
      case "undefined":
        return fault(at, end, UNKNOWN_WORD, "leave out what is unknown");
      default:
        return concealed(at, end, "found text without double quotes", "put text in double quotes");
    }
  }

  private Optional<Fault> string() {
    int open = at;
    for (at++; at < text.length(); at++) {
      char c = text.at(at);
      if (c == '"') {
        at++;
        return Optional.empty();
      }
      if (c == '\n' || c == '\r') {
        break;
      }
      if (c < ' ') {
        String message =
            "found the raw control character " + JsonText.codePoint(c) + " in a string";
        return concealed(at, at + 1, message, "write it as an escape");
      }
      if (c == '\\') {
        Optional<Fault> fault = escape();
        if (fault.isPresent()) {
          return fault;
        }
      }
    }
    String remedy = "add the closing `\"`; a line break within is written `\\n`";
    return concealed(open, text.lineEnd(open), "found a string that is not closed", remedy);
  }

  private Optional<Fault> escape() {
    int end = text.escapeEnd(at);
    if (end < 0) {
      String remedy = "write `\\\\` for a backslash";
      return concealed(at, at + 1, "found a backslash that begins no escape", remedy);
    }
    int pairEnd = text.pairEnd(at, end);
    if (pairEnd < 0) {
      String remedy = "write both halves, or neither";
      return concealed(at, end, "found half a surrogate pair in a string", remedy);
    }
    at = pairEnd - 1;
    return Optional.empty();
  }

  /** What stands here is out of place. */
  private Optional<Fault> unexpected(String wanted) {
    if (at >= text.length()) {
      return cutOff();
    }
    int end = text.tokenEnd(at);
    if (text.isCommentStart(at)) {
      return fault(at, end, "found a comment, which JSON does not know", "remove it");
    }
    String message = "found " + text.nounAt(at) + " where " + wanted + " is expected";
    boolean wordy = text.is(at, '"') || text.wordEnd(at) > at;
    return Optional.of(new Fault(new Span(at, end), path, message, remedy(wanted), !wordy));
  }

  private String remedy(String wanted) {
    char c = text.at(at);
    boolean begins = c == '"' || c == '{' || c == '[' || text.wordEnd(at) > at;
    if (wanted.equals("`:`")) {
      return c == '=' ? "write `:`" : "";
    }
    if (text.isForeignQuote(at)) {
      return "write `\"`";
    }
    if (text.isForeignSpace(at)) {
      return "remove it";
    }
    if (stop.expected() == Expected.END) {
      return begins ? "keep one document a file" : "remove it";
    }
    if (wanted.startsWith("`,`")) {
      if (text.is(last.start(), '"') && text.isLetter(at)) {
        return "write `\\\"` for a quote inside a string";
      }
      return begins ? "put a comma before it" : closing(c);
    }
    return c == ',' ? "remove the comma, or add what is missing before it" : closing(c);
  }

  private String closing(char found) {
    boolean wrong = (found == '}' || found == ']') && stop.opened() >= 0 && found != close();
    return wrong ? "first close with `" + close() + "` what opens at " + opening() : "";
  }

  private Optional<Fault> cutOff() {
    if (stop.opened() < 0) {
      return fault(0, 0, "the file is empty", "");
    }
    int end = text.beforeSpace(text.length());
    String message = "the file ends inside the " + container() + " that opens at " + opening();
    return fault(end, end, message, "add the missing `" + close() + "`");
  }

  private String container() {
    return text.is(stop.opened(), '{') ? "object" : "array";
  }

  private char close() {
    return text.is(stop.opened(), '{') ? '}' : ']';
  }

  private String opening() {
    Place place = source.place(stop.opened(), "");
    return "line " + place.line() + ", column " + place.column();
  }

  private Optional<Fault> fault(int start, int end, String message, String remedy) {
    return Optional.of(new Fault(new Span(start, end), path, message, remedy, true));
  }

  private Optional<Fault> concealed(int start, int end, String message, String remedy) {
    return Optional.of(new Fault(new Span(start, end), path, message, remedy, false));
  }
}
