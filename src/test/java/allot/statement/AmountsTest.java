package allot.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.money.ExactDecimal;
import org.junit.jupiter.api.Test;

class AmountsTest {
  private static String read(String text) {
    return Amounts.parse(text).map(ExactDecimal::plain).orElse("none");
  }

  @Test
  void short_and_long_numbers_are_read_alike() {
    assertThat(read("0")).isEqualTo("0");
    assertThat(read("-0.00")).isEqualTo("0");
    assertThat(read("007.50")).isEqualTo("7.5");
    assertThat(read(".5")).isEqualTo("0.5");
    assertThat(read("-.5")).isEqualTo("-0.5");
    assertThat(read("999999999999999999")).isEqualTo("999999999999999999");
    assertThat(read("9999999999999999999")).isEqualTo("9999999999999999999");
    assertThat(read("0.123456789012345678")).isEqualTo("0.123456789012345678");
    assertThat(read("-1234.123456789012345678")).isEqualTo("-1234.123456789012345678");
    assertThat(read("1e-8")).isEqualTo("0.00000001");
  }

  @Test
  void what_is_no_number_is_a_fault() {
    for (String text : new String[] {".", "-.", "5.", "1.2.3", "--5", "-0.0.66962", "x"}) {
      assertThatThrownBy(() -> Amounts.parse(text)).as(text).isInstanceOf(RowFault.class);
    }
  }

  @Test
  void a_unit_has_a_letter() {
    assertThat(read("0.0101601 BTC")).isEqualTo("0.0101601");
    assertThat(read("5 1INCH")).isEqualTo("5");
    assertThatThrownBy(() -> Amounts.parse("1 234.56")).isInstanceOf(RowFault.class);
  }
}
