package allot.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTest {

  private static String position(String text, int offset) {
    return new Source("f", text).place(offset, "").position();
  }

  @Test
  void lines_end_with_lf_cr_or_crlf() {
    assertThat(position("a\nb", 2)).isEqualTo("f:2:1");
    assertThat(position("a\rb", 2)).isEqualTo("f:2:1");
    assertThat(position("a\r\nb", 3)).isEqualTo("f:2:1");
    assertThat(position("a\n\r\nb", 4)).isEqualTo("f:3:1");
  }

  @Test
  void columns_count_code_points() {
    assertThat(position("😀é1", 3)).isEqualTo("f:1:3");
  }

  @Test
  void the_end_of_the_text_is_a_place() {
    assertThat(position("", 0)).isEqualTo("f:1:1");
    assertThat(position("ab\n", 3)).isEqualTo("f:2:1");
  }

  @Test
  void an_excerpt_is_one_line_of_the_text() {
    Source source = new Source("f", "[1,\r\n {\"a\": 2},\r\n 3]");
    Excerpt excerpt = source.excerpt(new Span(12, 13), true);
    assertThat(excerpt.line()).isEqualTo(2);
    assertThat(excerpt.text()).isEqualTo(" {\"a\": 2},");
    assertThat(excerpt.indent()).isEqualTo(7);
  }

  @Test
  void a_span_over_several_lines_is_underlined_on_its_first() {
    Excerpt excerpt = new Source("f", "[\n1\n]").excerpt(new Span(0, 5), true);
    assertThat(excerpt.text()).isEqualTo("[");
    assertThat(excerpt.carets()).isEqualTo(1);
  }

  @Test
  void an_excerpt_at_the_end_of_the_text_is_its_last_line() {
    assertThat(new Source("f", "[1,\n2").excerpt(new Span(5, 5), true).indent()).isEqualTo(1);
    assertThat(new Source("f", "").excerpt(new Span(0, 0), true).text()).isEmpty();
  }
}
