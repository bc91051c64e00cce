package allot.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.problem.Kind;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessTest {
  private static final Instant AT = Instant.parse("2026-11-20T16:00:00Z");
  private static final Freshness DAY = new Freshness(AT, Optional.of(Duration.ofHours(24)));
  private static final Freshness ANY = new Freshness(AT, Optional.empty());
  private static final Quote UNDATED = new Quote(BigDecimal.TEN, Optional.empty(), "file");

  private static Quote aged(Duration age) {
    return new Quote(BigDecimal.TEN, Optional.of(AT.minus(age)), "file");
  }

  @Test
  void a_quote_of_just_the_limit_is_fresh_and_an_instant_more_is_stale() {
    Quote edge = aged(Duration.ofHours(24));
    Quote older = aged(Duration.ofHours(24).plusNanos(1));
    assertThat(DAY.judge(edge))
        .isEqualTo(new PriceState.Fresh(edge, Optional.of(Duration.ofHours(24))));
    assertThat(DAY.judge(older)).isInstanceOf(PriceState.Stale.class);
    assertThat(ANY.judge(older)).isInstanceOf(PriceState.Fresh.class);
  }

  @Test
  void five_minutes_ahead_is_age_zero_and_more_is_rejected() {
    Quote edge = aged(Duration.ofMinutes(-5));
    Quote later = aged(Duration.ofMinutes(-5).minusNanos(1));
    assertThat(DAY.judge(edge)).isEqualTo(new PriceState.Fresh(edge, Optional.of(Duration.ZERO)));
    for (Freshness freshness : new Freshness[] {DAY, ANY}) {
      assertThat(freshness.judge(later))
          .isEqualTo(new PriceState.Missing(PriceState.Reason.FUTURE));
    }
    assertThat(DAY.judge(later).usable()).isEmpty();
    assertThat(DAY.judge(later).ageOfQuote()).isEmpty();
  }

  @Test
  void an_undated_quote_is_stale_unless_any_age_will_do() {
    assertThat(DAY.judge(UNDATED)).isEqualTo(new PriceState.Stale(UNDATED, Optional.empty()));
    assertThat(ANY.judge(UNDATED)).isEqualTo(new PriceState.Fresh(UNDATED, Optional.empty()));
    assertThat(DAY.judge(UNDATED).usable()).contains(UNDATED);
    assertThat(DAY.judge(UNDATED).fresh()).isEmpty();
    assertThat(ANY.judge(UNDATED).fresh()).contains(UNDATED);
    assertThat(DAY.judge(UNDATED).ageOfQuote()).isEmpty();
  }

  @Test
  void with_no_patience_at_all_only_the_present_is_fresh() {
    Freshness now = new Freshness(AT, Optional.of(Duration.ZERO));
    assertThat(now.judge(aged(Duration.ZERO))).isInstanceOf(PriceState.Fresh.class);
    assertThat(now.judge(aged(Duration.ofSeconds(1)))).isInstanceOf(PriceState.Stale.class);
  }

  @ParameterizedTest
  @CsvSource({
    "90s,PT90S",
    "90m,PT90M",
    "24h,PT24H",
    "3d,PT72H",
    "2w,PT336H",
    "999999w,PT167999832H"
  })
  void a_duration_is_a_number_and_a_unit(String text, Duration expected) {
    assertThat(Freshness.parseMaxAge(text)).contains(expected);
  }

  @Test
  void any_is_no_limit() {
    assertThat(Freshness.parseMaxAge("any")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "h",
        "24",
        "24 h",
        "-1h",
        "1.5h",
        "24H",
        "ANY",
        "1y",
        "1000000h",
        "\u0661h",
        "h24",
        "9999999999999999999h"
      })
  void anything_else_is_wrong_usage(String text) {
    assertThatThrownBy(() -> Freshness.parseMaxAge(text))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.kind()).isEqualTo(Kind.USAGE))
        .hasMessageStartingWith("--max-price-age " + text + " is no duration");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,under a minute",
    "PT59S,under a minute",
    "PT1M,1 min",
    "PT119M59S,119 min",
    "PT2H,2 h",
    "PT47H59M,47 h",
    "PT48H,2 days",
    "P12DT23H,12 days"
  })
  void ages_are_said_in_whole_units(Duration age, String words) {
    assertThat(Age.words(age)).isEqualTo(words);
  }

  @Test
  void a_price_is_zero_or_more() {
    assertThat(new Quote(BigDecimal.ZERO, Optional.empty(), "file").value()).isZero();
    assertThatThrownBy(() -> new Quote(BigDecimal.ONE.negate(), Optional.empty(), "file"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
