package allot.feed;

import allot.file.JsonReader;
import allot.file.JsonValue;
import allot.problem.ProblemException;
import allot.problem.Problems;
import allot.problem.Source;
import java.util.Optional;

/** Reads what services send. */
final class Json {
  private Json() {}

  /** The value that a text is; empty if it is no strict JSON, as when it breaks off. */
  static Optional<JsonValue> parse(String text) {
    Problems problems = new Problems(new Source("", text));
    try {
      JsonValue value = JsonReader.read(problems.source(), problems);
      return problems.isEmpty() ? Optional.of(value) : Optional.empty();
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /** Whether a text is a page, or another document in angle brackets. */
  static boolean isMarkup(String text) {
    return text.stripLeading().startsWith("<");
  }

  /** A member that is an object. */
  static Optional<JsonValue.Obj> object(JsonValue value, String name) {
    return member(value, name)
        .flatMap(
            found ->
                found instanceof JsonValue.Obj object ? Optional.of(object) : Optional.empty());
  }

  /** A member that is text. */
  static Optional<String> text(JsonValue value, String name) {
    return member(value, name)
        .flatMap(
            found ->
                found instanceof JsonValue.Str text ? Optional.of(text.value()) : Optional.empty());
  }

  /** A member that is there and not null. */
  static Optional<JsonValue> member(JsonValue value, String name) {
    return value instanceof JsonValue.Obj object
        ? object
            .member(name)
            .map(JsonValue.Member::value)
            .filter(found -> !(found instanceof JsonValue.Nul))
        : Optional.empty();
  }
}
