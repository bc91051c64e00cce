package allot.file;

import allot.problem.Span;
import java.util.List;
import java.util.Optional;

/** A JSON value that knows where it stands in its source. */
public sealed interface JsonValue {

  /** From the first character of the value to the one behind its last, in UTF-16 units. */
  Span span();

  /** What it is, as a message names it: {@code an object}. */
  String noun();

  /**
   * An object. Its names are unique: of a duplicate only the first is kept.
   *
   * @param members in the order of the source
   */
  record Obj(Span span, List<Member> members) implements JsonValue {

    /** The member of that name, if there is one. */
    public Optional<Member> member(String name) {
      for (Member member : members) {
        if (member.name().equals(name)) {
          return Optional.of(member);
        }
      }
      return Optional.empty();
    }

    @Override
    public String noun() {
      return "an object";
    }
  }

  /**
   * One name and its value.
   *
   * @param name without quotes and escapes
   * @param nameSpan of the name with its quotes
   */
  record Member(String name, Span nameSpan, JsonValue value) {}

  /** An array. */
  record Arr(Span span, List<JsonValue> items) implements JsonValue {
    @Override
    public String noun() {
      return "an array";
    }
  }

  /**
   * A string.
   *
   * @param value without quotes and escapes; may be a secret, so no message quotes it
   */
  record Str(Span span, String value) implements JsonValue {
    @Override
    public String noun() {
      return "a string";
    }
  }

  /**
   * A number.
   *
   * @param text exactly as written, at most {@value JsonReader#MAX_NUMBER} characters; its value
   *     may be absurd: {@link allot.money.ExactDecimal} decides
   */
  record Num(Span span, String text) implements JsonValue {
    @Override
    public String noun() {
      return "a number";
    }
  }

  /** {@code true} or {@code false}. */
  record Bool(Span span, boolean value) implements JsonValue {
    @Override
    public String noun() {
      return value ? "true" : "false";
    }
  }

  /** {@code null}. */
  record Nul(Span span) implements JsonValue {
    @Override
    public String noun() {
      return "null";
    }
  }
}
