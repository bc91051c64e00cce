package allot.file;

import static org.assertj.core.api.Assertions.assertThat;

import allot.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is JSON and what is not, by the categories of Nicolas Seriot's JSONTestSuite. */
class JsonConformanceTest {

  static Stream<String> documents() {
    return Stream.of(
        "{}",
        "[]",
        " [] ",
        "[ ]",
        "\t\r\n[]\n",
        "[[]]",
        "[{}]",
        "{\"a\":{}}",
        "0",
        "-0",
        "7",
        "-7",
        "1.5",
        "-1.5",
        "0.0",
        "[0.1]",
        "1e5",
        "1E5",
        "1e+5",
        "1e-5",
        "0e0",
        "-0.0e-0",
        "[123456789012345678901234567890]",
        "1.10",
        "true",
        "false",
        "null",
        "[true,false,null]",
        "\"\"",
        "\"a\"",
        "\"a b\"",
        "\"\\\"\"",
        "\"\\\\\"",
        "\"\\/\"",
        "\"\\n\\r\\t\"",
        "\"\\u00e9\"",
        "\"\\u00E9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\uD834\\uDD1E\"",
        "\"é\"",
        "\"名\"",
        "\"😀\"",
        "\"\\u2028\"",
        "\"\u2028\"",
        "\"\u007f\"",
        "\"\\\\u0000\"",
        "\"\\uFFFE\"",
        "{\"\":0}",
        "{\"a\":1,\"b\":2}",
        "{ \"a\" : 1 , \"b\" : [ 1 , 2 ] }",
        "{\"a b\":1}",
        "{\"\\u0061\":1}",
        "[1,\"a\",{\"b\":[]}]",
        "[\"a\",\"a\"]",
        "{\"a\":{\"a\":1}}",
        "[1,1]",
        "\"//\"",
        "\"/* */\"",
        "\"[1,]\"",
        "[\"\ufeff\"]",
        "[1\n,\n2]");
  }

  static Stream<String> others() {
    return Stream.of(
        "",
        " ",
        "\n",
        "[",
        "]",
        "{",
        "}",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[,]",
        "[1,,2]",
        "[1 2]",
        "[1;2]",
        "[1}",
        "{]",
        "[[1]",
        "[1]]",
        "[1] 2",
        "{} {}",
        "{}x",
        "[]#",
        "{,}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\":1,,\"b\":2}",
        "{\"a\":1 \"b\":2}",
        "{\"a\" 1}",
        "{\"a\"=1}",
        "{\"a\"::1}",
        "{:1}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "{null:1}",
        "{\"a\":1",
        "{\"a\":",
        "{\"a\"",
        "{\"a",
        "{\"a\":1]",
        "{\"a\":[}",
        "{\"a\":1:2}",
        "{[]:1}",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "01",
        "-01",
        "00",
        "-",
        "+",
        "+1",
        ".5",
        "-.5",
        "5.",
        "5.e1",
        "1.5.2",
        "1e",
        "1e+",
        "1E-",
        "1e1.5",
        "1ee1",
        "--1",
        "-+1",
        "1-",
        "1+2",
        "0x10",
        "0b1",
        "1_000",
        "1,000",
        "1d",
        "1f",
        "1L",
        "0.",
        "-a",
        "NaN",
        "-NaN",
        "Infinity",
        "-Infinity",
        "Inf",
        "∞",
        "１",
        "١",
        "1 000",
        "tru",
        "True",
        "TRUE",
        "nul",
        "Null",
        "undefined",
        "None",
        "truefalse",
        "nulll",
        "abc",
        "[a]",
        "'a'",
        "[`a`]",
        "“a”",
        "\"",
        "\"a",
        "\"a\n\"",
        "\"a\r\"",
        "\"a\tb\"",
        "\"\u0000\"",
        "\"\u001b\"",
        "\"\\\"",
        "\"\\x\"",
        "\"\\a\"",
        "\"\\0\"",
        "\"\\u\"",
        "\"\\u12\"",
        "\"\\u12G4\"",
        "\"\\U0041\"",
        "\"\\\n\"",
        "\"\\é\"",
        "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\udc00\\ud800\"",
        "\"\\ud800x\"",
        "\"\\u0000\"",
        "\"\\u001f\"",
        "{\"\\ud800\":1}",
        "{\"\\u0000\":1}",
        "// c\n1",
        "/* c */1",
        "1 // c",
        "[1 /* c */]",
        "# c\n1",
        "<a/>",
        "a: 1",
        "---",
        "\ufeff1",
        "\u00a01",
        "\u000b1",
        "\u000c1",
        "[\u2028]",
        "\u0000",
        "[\u0000]",
        "\u001b",
        "😀",
        "@",
        "$",
        "*",
        "&",
        "[*]",
        "!",
        "?",
        "(1)",
        "1;",
        "\\",
        "\\u0031",
        "[\\n]",
        "\"a\"\"b\"",
        "\"a\" \"b\"",
        "[\"a\" \"b\"]",
        "[\"a\":1]",
        "[1:2]",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void a_document_is_read(String json) {
    assertThat(JsonFixture.read(json)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("others")
  void anything_else_is_a_problem_with_a_place(String json) {
    var place = JsonFixture.refusal(json).problems().get(0).place().orElseThrow();
    assertThat(place.line()).isPositive();
    assertThat(place.column()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void every_beginning_of_a_document_ends_in_a_value_or_a_problem(String json) {
    for (int end = 0; end < json.length(); end++) {
      try {
        JsonFixture.read(json.substring(0, end));
      } catch (ProblemException e) {
        assertThat(e.problems()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void the_encoding_makes_no_difference(String json) {
    byte[] marked = ("\uFEFF" + json).getBytes(StandardCharsets.UTF_8);
    assertThat(InputFile.of("f", marked).source().text()).isEqualTo(json);
  }
}
