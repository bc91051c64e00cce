package allot.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {

  @Test
  void no_control_bidirectional_private_or_half_character_is_written_raw() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      int type = Character.getType(codePoint);
      boolean risky =
          type == Character.CONTROL
              || type == Character.SURROGATE
              || type == Character.PRIVATE_USE
              || type == Character.LINE_SEPARATOR
              || type == Character.PARAGRAPH_SEPARATOR
              || (codePoint >= 0x202A && codePoint <= 0x202E)
              || (codePoint >= 0x2066 && codePoint <= 0x2069);
      if (risky) {
        assertThat(Visible.escape("a" + Character.toString(codePoint)))
            .isEqualTo("a\\u{" + Integer.toHexString(codePoint) + "}");
      }
    }
  }

  @Test
  void plain_text_is_the_same_text() {
    String text = "plain TEXT 123";
    assertThat(Visible.escape(text)).isSameAs(text);
    assertThat(Visible.escape("é 名 😀")).isEqualTo("é 名 😀");
  }

  @Test
  void widths_are_of_columns() {
    assertThat(Visible.width("abc")).isEqualTo(3);
    assertThat(Visible.width("名😀")).isEqualTo(4);
    assertThat(Visible.width("e\u0301")).isEqualTo(1);
  }

  @Test
  void a_cut_never_divides_a_character() {
    assertThat(Visible.fit("abcdef", 6, "…")).isEqualTo("abcdef");
    assertThat(Visible.fit("abcdef", 4, "…")).isEqualTo("abc…");
    assertThat(Visible.fit("😀😀😀", 4, "…")).isEqualTo("😀…");
  }
}
