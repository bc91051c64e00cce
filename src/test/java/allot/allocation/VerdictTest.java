package allot.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import allot.allocation.Finding.Code;
import allot.allocation.Verdict.Status;
import allot.portfolio.Role;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

  private static Sample onTarget() {
    return Sample.mix("40000", "30000", "20000", "10000");
  }

  /** A dollar coin at a price, in a portfolio that is in band whatever the price. */
  private static Sample pegged(String price) {
    return Sample.of(Row.of("ethereum", "90", "1"), Row.of("usd-coin", "10", price))
        .target("layer-1=90,stable=10")
        .band("50");
  }

  private static List<Code> codes(Verdict verdict) {
    return verdict.findings().stream().map(Finding::code).toList();
  }

  private static void undecided(Sample sample, Code code, String asset, String message) {
    Verdict verdict = sample.verdict();
    assertThat(verdict.status()).isEqualTo(Status.UNDECIDED);
    assertThat(codes(verdict)).containsExactly(code);
    assertThat(verdict.findings().get(0).message()).isEqualTo(message);
    assertThat(verdict.findings().get(0).asset().orElse("")).isEqualTo(asset);
    assertThat(verdict.findings().get(0).standing()).isEmpty();
  }

  @Test
  void in_band_there_is_nothing_to_find() {
    assertThat(onTarget().verdict()).isEqualTo(new Verdict(Status.IN_BAND, List.of()));
  }

  @Test
  void v3_of_v1_only_layer_2_is_out_of_band() {
    Verdict verdict = Sample.v1().verdict();
    assertThat(verdict.status()).isEqualTo(Status.OUT_OF_BAND);
    assertThat(verdict.findings()).hasSize(1);
    Finding finding = verdict.findings().get(0);
    assertThat(finding.code()).isEqualTo(Code.OUT_OF_BAND);
    assertThat(finding.bucket().orElseThrow().name()).isEqualTo("layer-2");
    assertThat(finding.standing().orElseThrow().toTarget()).isEqualByComparingTo("6000");
    assertThat(finding.message())
        .isEqualTo(
            "layer-2 is at 24.00 %, under its band of 25 to 35 %: buy 6,000.00 USD to be back on"
                + " target");
  }

  @Test
  void findings_follow_the_order_of_the_buckets() {
    Verdict verdict = Sample.mix("61234.56", "18000.10", "9999.99", "5000.01").verdict();
    assertThat(verdict.findings().stream().map(f -> f.bucket().orElseThrow().name()))
        .containsExactly("layer-1", "layer-2", "hybrid", "stablecoin");
    assertThat(verdict.findings().get(0).message())
        .isEqualTo(
            "layer-1 is at 64.98 %, over its band of 35 to 45 %: sell 23,540.70 USD to be back on"
                + " target");
  }

  @Test
  void without_a_price_nothing_is_decided() {
    undecided(
        onTarget().with(Row.of("bittensor", "1", "1").unpriced()),
        Code.NO_PRICE,
        "TAO",
        "TAO has no price");
  }

  @Test
  void with_a_stale_price_nothing_is_decided() {
    undecided(
        onTarget().with(Row.of("bittensor", "1", "1").aged(Duration.ofHours(25))),
        Code.STALE_PRICE,
        "TAO",
        "the price of TAO is 25 h old, at most 24 h counts");
    undecided(
        onTarget().with(Row.of("bittensor", "1", "1").undated()),
        Code.STALE_PRICE,
        "TAO",
        "the price of TAO has no date");
  }

  @Test
  void with_any_age_accepted_the_old_decides() {
    Sample old =
        onTarget()
            .with(
                Row.of("bittensor", "1", "1").aged(Duration.ofDays(900)),
                Row.of("vana", "1", "1").undated());
    assertThat(old.anyAge().verdict().status()).isEqualTo(Status.IN_BAND);
  }

  @Test
  void with_a_price_of_the_future_nothing_is_decided() {
    undecided(
        onTarget().with(Row.of("bittensor", "1", "1").aged(Duration.ofMinutes(-6))).anyAge(),
        Code.FUTURE_PRICE,
        "TAO",
        "the price of TAO is later than the time of valuation");
  }

  @Test
  void an_asset_without_a_price_is_named_once() {
    Row row = Row.of("bittensor", "1", "1").unpriced();
    undecided(onTarget().with(row.in("A"), row.in("B")), Code.NO_PRICE, "TAO", "TAO has no price");
  }

  @Test
  void nothing_held_is_undecided() {
    undecided(Sample.of(List.of()), Code.EMPTY, "", "nothing is held");
    undecided(Sample.of(Row.of("ethereum", "0", "1")), Code.EMPTY, "", "nothing is held");
    undecided(
        Sample.of(Row.of("ethereum", "1", "1").as(Role.EXCLUDED)),
        Code.EMPTY,
        "",
        "nothing is held");
    undecided(
        Sample.of(Row.of("ethereum", "1", "0")), Code.EMPTY, "", "what is held is worth nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "1.02,false",
    "0.98,false",
    "1.0200000001,true",
    "0.9799999999,true",
    "1,false",
    "0.5,true"
  })
  void off_its_peg_is_more_than_two_percent(String price, boolean found) {
    Verdict verdict = pegged(price).verdict();
    assertThat(codes(verdict)).isEqualTo(found ? List.of(Code.OFF_PEG) : List.of());
    assertThat(verdict.status()).isEqualTo(found ? Status.OUT_OF_BAND : Status.IN_BAND);
  }

  @Test
  void a_finding_off_peg_says_how_far() {
    assertThat(pegged("0.97").verdict().findings().get(0).message())
        .isEqualTo("USDC stands at 0.97, 3 % below its peg");
    assertThat(pegged("1.03456").verdict().findings().get(0).message())
        .isEqualTo("USDC stands at 1.03456, 3.46 % above its peg");
  }

  @Test
  void only_a_peg_to_the_own_currency_is_watched() {
    assertThat(pegged("0.9").currency("EUR").verdict().status()).isEqualTo(Status.IN_BAND);
  }

  @Test
  void of_several_prices_the_farthest_from_the_peg_counts_whatever_the_order() {
    Row low = Row.of("usd-coin", "1", "0.97").in("A");
    Row high = Row.of("usd-coin", "1", "1.03").in("B");
    for (Sample sample : List.of(Sample.of(low, high), Sample.of(high, low))) {
      assertThat(sample.verdict().findings())
          .filteredOn(finding -> finding.code() == Code.OFF_PEG)
          .extracting(Finding::message)
          .containsExactly("USDC stands at 0.97, 3 % below its peg");
    }
  }

  @Test
  void what_keeps_from_deciding_weighs_more_than_what_was_found() {
    Verdict verdict = pegged("0.9").with(Row.of("bittensor", "1", "1").unpriced()).verdict();
    assertThat(verdict.status()).isEqualTo(Status.UNDECIDED);
    assertThat(codes(verdict)).containsExactly(Code.NO_PRICE, Code.OFF_PEG);
  }

  @Test
  void an_invalid_file_is_invalid() {
    Verdict verdict = Verdict.of(List.of(Finding.ofFile(Code.INVALID, "broken")));
    assertThat(verdict.status()).isEqualTo(Status.INVALID);
    assertThat(Verdict.of(List.of()).status()).isEqualTo(Status.IN_BAND);
  }

  @Test
  void codes_and_statuses_are_those_of_the_contract() {
    assertThat(Stream.of(Code.values()).map(Code::label))
        .containsExactlyInAnyOrder(
            "out-of-band",
            "off-peg",
            "no-price",
            "stale-price",
            "future-price",
            "empty",
            "invalid");
    assertThat(Stream.of(Status.values()).map(Status::label))
        .containsExactlyInAnyOrder("in-band", "out-of-band", "undecided", "invalid");
    assertThat(Stream.of(Code.values()).filter(code -> !code.isUndecided()))
        .containsExactlyInAnyOrder(Code.OUT_OF_BAND, Code.OFF_PEG);
  }
}
