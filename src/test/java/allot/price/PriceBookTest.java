package allot.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceBookTest {
  private static final Quote OLD =
      new Quote(BigDecimal.ONE, Optional.of(Instant.parse("2020-01-01T00:00:00Z")), "--price");
  private static final Quote NEW =
      new Quote(BigDecimal.TEN, Optional.of(Instant.parse("2026-01-01T00:00:00Z")), "a file");

  @Test
  void the_stronger_source_wins_whatever_the_dates() {
    PriceBook book = PriceBook.EMPTY.over(Map.of("a", OLD)).over(Map.of("a", NEW, "b", NEW));
    assertThat(book.find("a")).contains(OLD);
    assertThat(book.find("b")).contains(NEW);
    assertThat(book.find("c")).isEmpty();
    assertThat(PriceBook.EMPTY.find("a")).isEmpty();
  }

  @Test
  void a_layer_cannot_be_changed_from_outside() {
    Map<String, Quote> layer = new HashMap<>();
    PriceBook book = PriceBook.EMPTY.over(layer);
    layer.put("a", OLD);
    assertThat(book.find("a")).isEmpty();
  }
}
