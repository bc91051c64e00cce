package allot.file;

import static allot.file.JsonFixture.everything;
import static allot.file.JsonFixture.read;
import static allot.file.JsonFixture.refusal;
import static allot.file.JsonFixture.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import allot.problem.ProblemException;
import allot.problem.Problems;
import allot.problem.Source;
import allot.problem.Span;
import allot.problem.Visible;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  @Test
  void every_value_knows_where_it_stands() {
    String json = " {\"a\\u0062\" : [1.50, \"x\\\"y\", true, false, null, {}], \"n\":-0e1} ";
    Source source = new Source("p.json", json);
    JsonValue.Obj root = (JsonValue.Obj) JsonReader.read(source, new Problems(source));
    JsonValue.Member first = root.members().get(0);
    assertThat(first.name()).isEqualTo("ab");
    assertThat(at(json, first.nameSpan())).isEqualTo("\"a\\u0062\"");
    assertThat(((JsonValue.Arr) first.value()).items())
        .extracting(item -> at(json, item.span()))
        .containsExactly("1.50", "\"x\\\"y\"", "true", "false", "null", "{}");
    assertThat(root.member("n").orElseThrow().value())
        .isEqualTo(new JsonValue.Num(new Span(json.indexOf("-0e1"), json.indexOf("} ")), "-0e1"));
    assertThat(at(json, root.span())).isEqualTo(json.strip());
    assertThat(root.member("b")).isEmpty();
  }

  private static String at(String json, Span span) {
    return json.substring(span.start(), span.end());
  }

  @Test
  void a_number_stays_as_it_is_written() {
    assertThat(((JsonValue.Num) read("1e999999999")).text()).isEqualTo("1e999999999");
    assertThat(((JsonValue.Num) read(" 1.10 ")).text()).isEqualTo("1.10");
  }

  @Test
  void a_duplicate_key_is_refused_at_the_second_key() {
    assertThat(shown("{\"holdings\": [{}, {\"quantity\": 1,\n \"quantity\": 2}]}"))
        .isEqualTo(
            """
            p.json:2:2: holdings[1].quantity: is a duplicate key; keep one of the two
             "quantity": …}]}
             ^^^^^^^^^^""");
  }

  @Test
  void a_duplicate_key_may_be_written_in_two_ways() {
    assertThat(shown("{\"a b\": {\"c\": 1, \"\\u0063\": 2}}"))
        .startsWith("p.json:1:18: [\"a b\"].c: is a duplicate key");
  }

  @Test
  void reading_goes_on_after_problems_of_content() {
    ProblemException refusal =
        refusal("{\"a\":1, \"a\":2, \"b\": \"\\u0000\", \"c\": \"\\ud800\", \"c\": 3} x");
    assertThat(refusal.problems())
        .extracting(problem -> problem.place().orElseThrow().column())
        .containsExactly(9, 21, 36, 46, 54);
  }

  @Test
  void of_a_duplicate_only_the_first_is_kept() {
    Source source = new Source("p.json", "{\"a\": 1, \"a\": 2}");
    JsonValue.Obj root = (JsonValue.Obj) JsonReader.read(source, new Problems(source));
    assertThat(root.members()).hasSize(1);
  }

  @Test
  void control_characters_and_half_characters_are_refused_and_not_shown() {
    assertThat(shown("[\"SECRET\\u001b\"]"))
        .isEqualTo("p.json:1:2: [0]: holds the control character U+001B; remove it\n[\"…\"]\n ^^^");
    assertThat(shown("[\"SECRET\\udc00\\ud800\"]"))
        .isEqualTo(
            "p.json:1:2: [0]: holds half a surrogate pair, U+DC00; write both halves, or neither\n"
                + "[\"…\"]\n ^^^");
    assertThat(shown("{\"a\\u0007\": 1}")).startsWith("p.json:1:2: [\"a\\u{7}\"]: holds the");
    assertThat(read("\"\\t\\n\\r\\ud83d\\ude00\"").noun()).isEqualTo("a string");
  }

  @Test
  void nesting_has_a_limit() {
    assertThat(read("[".repeat(32) + "]".repeat(32)).noun()).isEqualTo("an array");
    assertThat(shown("[".repeat(1_000_000)))
        .startsWith("p.json:1:33: " + "[0]".repeat(32) + ": is nested deeper than 32 levels\n");
    assertThat(refusal("{\"a\":".repeat(1_000_000))).hasMessageContaining("deeper than 32");
  }

  @Test
  void names_strings_and_numbers_have_limits() {
    read("{\"" + "n".repeat(256) + "\": \"" + "s".repeat(65_536) + "\"}");
    read("[" + "1".repeat(128) + "]");
    assertThat(refusal("{\"a\": {\"" + "n".repeat(257) + "\": 1}}"))
        .hasMessage("p.json:1:8: a: has a name of more than 256 characters");
    assertThat(refusal("{\"a\": \"" + "s".repeat(65_537) + "\"}"))
        .hasMessage("p.json:1:7: a: has more than 65536 characters");
    assertThat(refusal("[0,\n" + "1".repeat(129) + "]"))
        .hasMessage("p.json:2:1: [1]: has more than 128 characters");
    assertThat(refusal("1".repeat(1_000_000)))
        .hasMessage("p.json:1:1: has more than 128 characters");
  }

  @Test
  void a_document_has_a_limit_of_tokens() {
    ProblemException refusal = refusal("[" + "0,".repeat(4_000_000) + "0]");
    assertThat(refusal).hasMessage("p.json:1:8000000: has more than 4000000 values and names");
  }

  @Test
  void the_excerpt_of_a_long_line_is_short() {
    String json = "[" + "\"SECRET\", ".repeat(100_000) + "01, " + "\"SECRET\", ".repeat(9) + "]";
    var excerpt = refusal(json).problems().get(0).excerpt().orElseThrow();
    assertThat(Visible.width(excerpt.text())).isLessThanOrEqualTo(72);
    assertThat(excerpt.text().substring(excerpt.indent())).startsWith("01, ");
    assertThat(refusal(json)).hasMessageStartingWith("p.json:1:1000002: [100000]: ");
  }

  @Test
  void many_problems_on_a_long_line_take_no_time() {
    assertTimeoutPreemptively(
        // looking for each problem from the start of the line would take minutes
        Duration.ofSeconds(30),
        () -> {
          ProblemException refusal = refusal("{" + "\"a\":1,".repeat(500_000) + "\"a\":1}");
          assertThat(refusal.problems()).hasSize(20);
          assertThat(refusal.unlisted()).isEqualTo(499_980);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'key': 'SECRET'}",
        "{\"key\": 'SECRET'}",
        "{\"key\": SECRET}",
        "{\"key\": 8SECRET}",
        "{\"key\": \"SECRET}",
        "{\"key\": \"SECRET\n\"}",
        "{\"key\": \"SEC\\qSECRET\"}",
        "{\"key\": \"\tSECRET\"}",
        "{\"key\": \"\\uSECRET\"}",
        "{\"key\" \"SECRET\"}",
        "{\"key\": \"a \"SECRET\" b\"}",
        "{\"key\": \"x\", SECRET\"}",
        "{\"key\": \"x\" \"SECRET\"}",
        "{\"key\": \"SECRET\", \"key\": \"SECRET\"}",
        "{\"key\": “SECRET”}",
        "{\"key\": \"SECRET\", \"a\": 01, \"b\": \"SECRET\"}",
        "{\"key\": \"SECRET\"} SECRET",
        "{\"key\": \"SECRET\"} \"SECRET\"",
        "{\"key\": \"SECRET\", // SECRET\n}",
        "{\"key\": 1.SECRET}",
        "{\"key\": -SECRET}",
        "{\"key\": \"\\ud800SECRET\"}",
        "[\"SECRET\", \"SECRET\"",
        "SECRET",
        "SECRET: 1, {"
      })
  void a_secret_is_never_shown(String json) {
    assertThat(everything(refusal(json))).doesNotContain("SECRET");
  }
}
