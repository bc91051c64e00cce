package allot.file;

import static allot.file.JsonFixture.shown;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every syntax error with its place, its words, and the caret under its line. */
class JsonDiagnosisTest {

  private static void says(String json, String message, String line, String carets) {
    assertThat(shown(json)).isEqualTo("p.json:" + message + "\n" + line + "\n" + carets);
  }

  @Test
  void an_empty_file_is_no_document() {
    says("", "1:1: the file is empty", "", "^");
    says("  \n ", "1:1: the file is empty", "  ", "^");
  }

  @Test
  void a_trailing_comma_is_pointed_at() {
    says("{\"a\": 1,}", "1:8: found a trailing comma; remove the comma", "{\"a\": …,}", "       ^");
    says("[1, 2,\n]", "1:6: found a trailing comma; remove the comma", "[…, …,", "     ^");
  }

  @Test
  void a_comma_too_many_is_pointed_at() {
    says(
        "[1,,2]",
        "1:4: [1]: found `,` where a value is expected; remove the comma, or add what is missing before it",
        "[…,,…]",
        "   ^");
    says(
        "[,1]",
        "1:2: [0]: found `,` where a value or `]` is expected; remove the comma, or add what is missing before it",
        "[,…]",
        " ^");
    says(
        "{,}",
        "1:2: found `,` where a name in double quotes or `}` is expected; remove the comma, or add what is missing before it",
        "{,}",
        " ^");
    says(
        "{\"a\": ,\"b\": 1}",
        "1:7: a: found `,` where a value is expected; remove the comma, or add what is missing before it",
        "{\"a\": ,\"b\": …}",
        "      ^");
  }

  @Test
  void a_missing_comma_is_pointed_at_behind_it() {
    says(
        "{\"a\": 1 \"b\": 2}",
        "1:9: found a string where `,` or `}` is expected; put a comma before it",
        "{\"a\": … \"b\": …}",
        "        ^^^");
    says(
        "[1 2]",
        "1:4: found a number where `,` or `]` is expected; put a comma before it",
        "[… …]",
        "   ^");
    says(
        "{\"a\": \"x\"\n \"b\": 2}",
        "2:2: found a string where `,` or `}` is expected; put a comma before it",
        " \"b\": …}",
        " ^^^");
    says(
        "[[] []]",
        "1:5: found `[` where `,` or `]` is expected; put a comma before it",
        "[[] []]",
        "    ^");
  }

  @Test
  void a_quote_inside_a_string_wants_an_escape() {
    says(
        "{\"a\": \"x \"y\" z\"}",
        "1:11: found a bare word where `,` or `}` is expected; write `\\\"` for a quote inside a string",
        "{\"a\": \"…\"…\"…\"}",
        "         ^");
  }

  @Test
  void single_and_typographic_quotes_are_no_quotes() {
    says(
        "{\"a\": 'SECRET'}",
        "1:7: a: found `'` where a value is expected; write `\"`",
        "{\"a\": '…}",
        "      ^");
    says(
        "{'a': 1}",
        "1:2: found `'` where a name in double quotes or `}` is expected; write `\"`",
        "{'…: …}",
        " ^");
    says(
        "{\"a\": “SECRET”}",
        "1:7: a: found U+201C where a value is expected; write `\"`",
        "{\"a\": “…}",
        "      ^");
  }

  @Test
  void comments_are_refused() {
    says(
        "{\"a\": 1, // SECRET\n}",
        "1:10: found a comment, which JSON does not know; remove it",
        "{\"a\": …, // …",
        "         ^^");
    says("# x\n{}", "1:1: found a comment, which JSON does not know; remove it", "# …", "^");
    says(
        "/* c */ {}",
        "1:1: found a comment, which JSON does not know; remove it",
        "/* … … {}",
        "^^");
    says(
        "{} // c", "1:4: found a comment, which JSON does not know; remove it", "{} // …", "   ^^");
  }

  @Test
  void words_that_json_does_not_know_are_named() {
    says(
        "{\"a\": NaN}",
        "1:7: a: found a number that is not written as in JSON; leave out what is unknown",
        "{\"a\": NaN}",
        "      ^^^");
    says(
        "[-Infinity]",
        "1:2: [0]: found a number that is not written as in JSON; leave out what is unknown",
        "[-Infinity]",
        " ^^^^^^^^^");
    says(
        "[None]",
        "1:2: [0]: found a word that JSON does not know; leave out what is unknown",
        "[None]",
        " ^^^^");
    says("True", "1:1: found a word that JSON does not know; write `true`", "True", "^^^^");
  }

  @Test
  void a_bare_word_is_not_shown() {
    says(
        "[SECRET]",
        "1:2: [0]: found text without double quotes; put text in double quotes",
        "[…]",
        " ^");
    says(
        "[8f3aSECRET]",
        "1:2: [0]: found neither a number nor a string; put text in double quotes",
        "[…]",
        " ^");
  }

  @Test
  void a_number_of_another_grammar_is_corrected() {
    says(
        "[01]",
        "1:2: [0]: found a number that is not written as in JSON; leave out the leading zero",
        "[01]",
        " ^^");
    says(
        "[+1]",
        "1:2: [0]: found a number that is not written as in JSON; leave out the `+`",
        "[+1]",
        " ^^");
    says(
        "[.5]",
        "1:2: [0]: found a number that is not written as in JSON; put a 0 before the point",
        "[.5]",
        " ^^");
    says(
        "[5.]",
        "1:2: [0]: found a number that is not written as in JSON; put a digit after the point",
        "[5.]",
        " ^^");
    says(
        "[-]",
        "1:2: [0]: found a number that is not written as in JSON; put a digit after the `-`",
        "[-]",
        " ^");
    says(
        "[1e]",
        "1:2: [0]: found a number that is not written as in JSON; write it like 1234.5 or 1.2345e3",
        "[1e]",
        " ^^");
    says(
        "[1.5.2]",
        "1:2: [0]: found a number that is not written as in JSON; keep one decimal point and no thousands separator",
        "[1.5.2]",
        " ^^^^^");
    says(
        "{\"a\": 1.5.2}",
        "1:7: a: found a number that is not written as in JSON; keep one decimal point and no thousands separator",
        "{\"a\": 1.5.2}",
        "      ^^^^^");
    says(
        "[0x10]",
        "1:2: [0]: found a number that is not written as in JSON; write it in decimal",
        "[0x10]",
        " ^^^^");
    says(
        "[1_000]",
        "1:2: [0]: found a number that is not written as in JSON; leave out the `_`",
        "[1_000]",
        " ^^^^^");
    says(
        "{\"a\": 1,000.5}",
        "1:7: a: found a comma inside a number; write its digits in one",
        "{\"a\": 1,000.5}",
        "      ^^^^^^^");
    says(
        "[2026-01-02]",
        "1:2: [0]: found a number that is not written as in JSON; put a date in double quotes",
        "[2026-01-02]",
        " ^^^^^^^^^^");
  }

  @Test
  void a_name_needs_double_quotes() {
    says("{a: 1}", "1:2: found a name without double quotes; write \"a\"", "{a: …}", " ^");
    says("{1: 2}", "1:2: found a name without double quotes; write \"1\"", "{1: …}", " ^");
    says(
        "{SECRET}",
        "1:2: found a bare word where a name in double quotes or `}` is expected",
        "{…}",
        " ^");
  }

  @Test
  void a_name_needs_a_colon() {
    says("{\"a\" 1}", "1:6: a: found a number where `:` is expected", "{\"…\" …}", "     ^");
    says(
        "{\"a\" = 1}",
        "1:6: a: found `=` where `:` is expected; write `:`",
        "{\"…\" = …}",
        "     ^");
    says("[\"a\": 1]", "1:5: found `:` where `,` or `]` is expected", "[\"a\": …]", "    ^");
  }

  @Test
  void a_value_is_missing() {
    says("{\"a\":}", "1:6: a: found `}` where a value is expected", "{\"a\":}", "     ^");
  }

  @Test
  void an_open_container_is_named_at_the_end() {
    says(
        "{\"a\": [1, 2\n\n",
        "1:12: a: the file ends inside the array that opens at line 1, column 7; add the missing `]`",
        "{\"a\": […, …",
        "           ^");
    says(
        "{\"a\"",
        "1:5: a: the file ends inside the object that opens at line 1, column 1; add the missing `}`",
        "{\"…\"",
        "    ^");
    says(
        "{\"a\":",
        "1:6: a: the file ends inside the object that opens at line 1, column 1; add the missing `}`",
        "{\"a\":",
        "     ^");
    says(
        "[",
        "1:2: [0]: the file ends inside the array that opens at line 1, column 1; add the missing `]`",
        "[",
        " ^");
  }

  @Test
  void a_bracket_that_closes_another_is_pointed_at() {
    says(
        "[1}",
        "1:3: found `}` where `,` or `]` is expected; first close with `]` what opens at line 1, column 1",
        "[…}",
        "  ^");
    says(
        "{\"a\": 1]",
        "1:8: found `]` where `,` or `}` is expected; first close with `}` what opens at line 1, column 1",
        "{\"a\": …]",
        "       ^");
    says(
        "{\"a\": {\"b\": [1, 2}}",
        "1:18: a.b: found `}` where `,` or `]` is expected; first close with `]` what opens at line 1, column 13",
        "{\"a\": {\"b\": […, …}}",
        "                 ^");
  }

  @Test
  void a_string_ends_on_its_line() {
    says(
        "{\"a\": \"SECRET\n}",
        "1:7: a: found a string that is not closed; add the closing `\"`; a line break within is written `\\n`",
        "{\"a\": \"…",
        "      ^^");
    says(
        "[\"SECRET",
        "1:2: [0]: found a string that is not closed; add the closing `\"`; a line break within is written `\\n`",
        "[\"…",
        " ^^");
  }

  @Test
  void a_raw_control_character_is_pointed_at() {
    says(
        "[\"a\tSECRET\"]",
        "1:4: [0]: found the raw control character U+0009 in a string; write it as an escape",
        "[\"………\"]",
        "   ^");
  }

  @Test
  void a_wrong_escape_is_pointed_at() {
    says(
        "[\"SEC\\xRET\"]",
        "1:6: [0]: found a backslash that begins no escape; write `\\\\` for a backslash",
        "[\"………\"]",
        "   ^");
    says(
        "[\"\\u12G4\"]",
        "1:3: [0]: found a backslash that begins no escape; write `\\\\` for a backslash",
        "[\"……\"]",
        "  ^");
    says(
        "{\"a\\ud800\": 1}",
        "1:4: found half a surrogate pair in a string; write both halves, or neither",
        "{\"a\\ud800\": …}",
        "   ^^^^^^");
  }

  @Test
  void text_behind_the_document_is_refused() {
    says(
        "{} {}",
        "1:4: found `{` where the end of the file is expected; keep one document a file",
        "{} {}",
        "   ^");
    says("{}}", "1:3: found `}` where the end of the file is expected; remove it", "{}}", "  ^");
    says(
        "[] x SECRET",
        "1:4: found a bare word where the end of the file is expected; keep one document a file",
        "[] … …",
        "   ^");
  }

  @Test
  void white_space_of_other_kinds_is_named() {
    says(
        "[\u00a01]",
        "1:2: [0]: found U+00A0 where a value or `]` is expected; remove it",
        "[\u00a0…]",
        " ^");
    says(
        "[1\u00a0]",
        "1:3: found U+00A0 where `,` or `]` is expected; remove it",
        "[…\u00a0]",
        "  ^");
  }

  @Test
  void what_clings_to_a_value_is_pointed_at() {
    says(
        "{\"a\": false\ufeff}",
        "1:12: a: found U+FEFF where `,` or `}` is expected; remove it",
        "{\"a\": …\\u{feff}}",
        "       ^^^^^^^^");
  }

  @Test
  void the_caret_stands_under_wide_characters() {
    says(
        "{\"名前😀\": 01}",
        "1:9: [\"名前😀\"]: found a number that is not written as in JSON; leave out the leading zero",
        "{\"名前😀\": 01}",
        "           ^^");
    says(
        "{\"名\": \"😀\", 😀}",
        "1:12: found U+1F600 where a name in double quotes is expected",
        "{\"名\": \"…\", 😀}",
        "            ^^");
  }
}
