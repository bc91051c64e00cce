package allot.file;

import allot.money.ExactDecimal;
import allot.price.Timestamp;
import allot.problem.Problems;
import allot.problem.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON value at its path, read as what it should be. What it is not goes to the problems, and the
 * answer is empty.
 */
record Node(JsonValue json, String path, Problems problems) {

  /** What a number may be. */
  enum Range {
    ANY(""),
    NOT_NEGATIVE("must not be negative"),
    POSITIVE("must be above zero"),
    PERCENT("must be 0 to 100"),
    FEE("must be 0 to 50 percent");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);
    private final String rule;

    Range(String rule) {
      this.rule = rule;
    }

    boolean allows(BigDecimal value) {
      return switch (this) {
        case ANY -> true;
        case NOT_NEGATIVE -> value.signum() >= 0;
        case POSITIVE -> value.signum() > 0;
        case PERCENT -> value.signum() >= 0 && value.compareTo(HUNDRED) <= 0;
        case FEE -> value.signum() >= 0 && value.compareTo(FIFTY) <= 0;
      };
    }
  }

  /** A number, or a text in JSON number grammar. */
  Optional<BigDecimal> number(Range range) {
    String text;
    if (json instanceof JsonValue.Num number) {
      text = number.text();
    } else if (json instanceof JsonValue.Str string) {
      text = string.value();
      if (text.isBlank()) {
        return empty();
      }
    } else {
      return wrong("must be a number");
    }
    try {
      BigDecimal value = ExactDecimal.parse(text);
      return range.allows(value) ? Optional.of(value) : wrong(range.rule);
    } catch (ExactDecimal.NotExact e) {
      refuse(e.reason(), ExactDecimal.isJsonNumber(text) ? "" : numberRemedy(text));
      return Optional.empty();
    }
  }

  private static String numberRemedy(String text) {
    if (text.indexOf(',') > 0) {
      return "write it without commas: 1234.5";
    }
    if (text.endsWith("%")) {
      return "leave out the `%`";
    }
    boolean dashed = text.lastIndexOf('-') > 0;
    return BadNumber.remedy(text).filter(r -> !dashed).orElse("write it as 1234.5");
  }

  /** Whether this is a number, or a text in JSON number grammar. */
  boolean isNumber() {
    return json instanceof JsonValue.Num
        || (json instanceof JsonValue.Str string && ExactDecimal.isJsonNumber(string.value()));
  }

  /** Whether this is an array or an object. */
  boolean isNested() {
    return json instanceof JsonValue.Obj || json instanceof JsonValue.Arr;
  }

  boolean isEmptyList() {
    return json instanceof JsonValue.Arr array && array.items().isEmpty();
  }

  /** A whole number within bounds. */
  Optional<Integer> whole(int least, int most) {
    Optional<BigDecimal> number = number(Range.ANY);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal value = number.get();
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    if (!whole
        || value.compareTo(BigDecimal.valueOf(least)) < 0
        || value.compareTo(BigDecimal.valueOf(most)) > 0) {
      return wrong("must be a whole number from " + least + " to " + most);
    }
    return Optional.of(value.intValueExact());
  }

  /** A text that says something. */
  Optional<String> text() {
    Optional<String> text = anyText();
    if (text.isPresent() && text.get().isBlank()) {
      return empty();
    }
    return text.map(String::strip);
  }

  /** A text exactly as written, out of a vocabulary or in a format: blanks around it count. */
  Optional<String> word() {
    return text().isPresent() ? anyText() : Optional.empty();
  }

  /** A text, maybe empty. */
  Optional<String> anyText() {
    return json instanceof JsonValue.Str string
        ? Optional.of(string.value())
        : wrong("must be text in quotes");
  }

  /** A text that is one of a few. */
  Optional<String> oneOf(List<String> choices) {
    Optional<String> text = word();
    if (text.isPresent() && !choices.contains(text.get())) {
      String near = allot.problem.Spelling.suggest(text.get(), choices);
      if (choices.size() == 1) {
        reveal("must be " + choices.get(0), "");
        return Optional.empty();
      }
      reveal("must be one of " + String.join(", ", choices), near);
      return Optional.empty();
    }
    return text;
  }

  /** A local date. */
  Optional<LocalDate> date() {
    Optional<String> text = word();
    Optional<LocalDate> date = text.flatMap(Timestamp::parseDate);
    if (text.isPresent() && date.isEmpty()) {
      reveal("is no date of the calendar", "write it as 2026-11-20");
    }
    return date;
  }

  /** An instant, or a bare date, which is the start of its day in the zone. */
  Optional<Instant> instant(ZoneId zone) {
    Optional<String> text = word();
    Optional<Instant> instant = text.flatMap(t -> Timestamp.parseInstantOrDate(t, zone));
    if (text.isPresent() && instant.isEmpty()) {
      boolean lacksOffset = Timestamp.parseInstant(text.get() + "Z").isPresent();
      reveal(
          lacksOffset ? "has no offset" : "is no instant",
          lacksOffset
              ? "write it as 2026-11-20T16:00:00Z or 2026-11-20T11:00:00-05:00"
              : "write it as 2026-11-20T16:00:00Z, or as a date");
    }
    return instant;
  }

  /** The items of a list. */
  Optional<List<Node>> items() {
    if (!(json instanceof JsonValue.Arr array)) {
      return wrong("must be a list, [ ... ]");
    }
    List<Node> items = new ArrayList<>(array.items().size());
    for (int i = 0; i < array.items().size(); i++) {
      items.add(new Node(array.items().get(i), path + "[" + i + "]", problems));
    }
    return Optional.of(items);
  }

  /** The members of an object. */
  Optional<Members> members() {
    return json instanceof JsonValue.Obj object
        ? Optional.of(new Members(object, path, problems))
        : wrong("must be an object, { ... }");
  }

  /** Adds a problem of this value, which is not quoted unless it is a number or a keyword. */
  void refuse(String message, String remedy) {
    problems.add(mark(), path, message, remedy, !(json instanceof JsonValue.Str));
  }

  /** Adds a problem of this value and shows it: only for words out of a small vocabulary. */
  void reveal(String message, String remedy) {
    problems.add(mark(), path, message, remedy, true);
  }

  private <T> Optional<T> empty() {
    refuse("must not be empty", "write a value, or leave it out");
    return Optional.empty();
  }

  private <T> Optional<T> wrong(String message) {
    if (json instanceof JsonValue.Nul) {
      problems.add(json.span(), path, "is null", "write a value, or leave it out", true);
    } else {
      refuse(message, "");
    }
    return Optional.empty();
  }

  /** What to underline: the value, or the bracket that opens it. */
  private Span mark() {
    return isNested() ? new Span(json.span().start(), json.span().start() + 1) : json.span();
  }
}
