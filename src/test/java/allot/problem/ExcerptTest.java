package allot.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  private static String show(String line, String underlined, boolean reveal) {
    int start = line.indexOf(underlined);
    return show(line, new Span(start, start + underlined.length()), reveal);
  }

  private static String show(String line, Span span, boolean reveal) {
    Excerpt excerpt = Excerpt.of(1, line, span, reveal);
    return excerpt.text() + "\n" + " ".repeat(excerpt.indent()) + "^".repeat(excerpt.carets());
  }

  @Test
  void names_stay_and_values_are_masked() {
    assertThat(show("  \"a\": 12, \"b\": \"SECRET\", \"c\": true", "12", true))
        .isEqualTo("  \"a\": 12, \"b\": \"…\", \"c\": …\n       ^^");
  }

  @Test
  void an_underlined_value_is_masked_unless_it_may_be_shown() {
    assertThat(show("[\"SECRET\"]", "\"SECRET\"", false)).isEqualTo("[\"…\"]\n ^^^");
    assertThat(show("[\"shown\"]", "\"shown\"", true)).isEqualTo("[\"shown\"]\n ^^^^^^^");
  }

  @Test
  void a_span_inside_a_string_reveals_nothing_around_it() {
    assertThat(show("[\"SEC\\xRET\"]", "\\", false)).isEqualTo("[\"………\"]\n   ^");
  }

  @Test
  void a_string_that_is_not_closed_is_masked_to_the_end() {
    assertThat(show("{\"a\": \"SECRET: 1", "\"SECRET: 1", false))
        .isEqualTo("{\"a\": \"…\n      ^^");
  }

  @Test
  void an_empty_span_has_one_caret() {
    assertThat(show("[1", new Span(2, 2), true)).isEqualTo("[…\n  ^");
    assertThat(show("", new Span(0, 0), true)).isEqualTo("\n^");
  }

  @Test
  void the_caret_stands_under_wide_characters() {
    assertThat(show("{\"名前😀\": 1}", "1", true)).isEqualTo("{\"名前😀\": 1}\n           ^");
    assertThat(show("[\"名\"]", "\"名\"", true)).isEqualTo("[\"名\"]\n ^^^^");
  }

  @Test
  void control_and_bidirectional_characters_are_escaped() {
    assertThat(show("{\"a\u001b\u202e\": 1}", "1", true))
        .isEqualTo("{\"a\\u{1b}\\u{202e}\": 1}\n                    ^");
  }

  @Test
  void a_tab_is_one_column() {
    assertThat(show("\t\"a\":\t1", "1", true)).isEqualTo(" \"a\": 1\n      ^");
  }

  @Test
  void a_long_line_is_cut_on_both_sides() {
    String line = "[" + "\"x\", ".repeat(100_000) + "7" + ", \"y\"".repeat(100_000) + "]";
    Excerpt excerpt = Excerpt.of(1, line, new Span(line.indexOf('7'), line.indexOf('7') + 1), true);
    assertThat(Visible.width(excerpt.text())).isLessThanOrEqualTo(72);
    assertThat(excerpt.text()).startsWith("…").endsWith("…");
    assertThat(excerpt.text().charAt(excerpt.indent())).isEqualTo('7');
  }

  @Test
  void a_long_underlined_text_is_cut() {
    Excerpt excerpt = Excerpt.of(1, "1".repeat(5000), new Span(0, 5000), true);
    assertThat(excerpt.text()).isEqualTo("1".repeat(29) + "…");
    assertThat(excerpt.carets()).isEqualTo(30);
  }

  @Test
  void a_long_name_of_wide_characters_is_not_cut_in_half() {
    String line = "{\"" + "😀".repeat(500) + "\": 1}";
    Excerpt excerpt = Excerpt.of(1, line, new Span(line.length() - 2, line.length() - 1), true);
    assertThat(excerpt.text()).doesNotContain("\\u{d").endsWith("😀\": 1}");
    assertThat(excerpt.indent()).isLessThanOrEqualTo(36);
  }
}
