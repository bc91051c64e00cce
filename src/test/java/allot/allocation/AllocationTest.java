package allot.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import allot.allocation.BucketShare.Standing;
import allot.allocation.BucketShare.Status;
import allot.catalog.Bucket;
import allot.money.Fraction;
import allot.portfolio.Role;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationTest {

  private static void is(Fraction fraction, String value) {
    assertThat(fraction.compareTo(new BigDecimal(value))).as("%s", fraction).isZero();
  }

  private static List<String> order(Sample sample) {
    return sample.allocation().shares().stream().map(share -> share.bucket().name()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "layer-1,45,5,12.5,35,45,IN,-5000",
    "layer-2,24,-6,-20,25,35,UNDER,6000",
    "hybrid,21,1,5,15,25,IN,-1000",
    "stablecoin,10,0,0,7.5,12.5,IN,0"
  })
  void v1_weights_and_drift_v3_bands(
      String bucket,
      String weight,
      String drift,
      String relative,
      String low,
      String high,
      Status status,
      String toTarget) {
    Standing standing = Sample.v1().standing(bucket);
    is(standing.weight(), weight);
    is(standing.drift(), drift);
    is(standing.relativeDrift().orElseThrow(), relative);
    is(standing.low(), low);
    is(standing.high(), high);
    assertThat(standing.status()).isEqualTo(status);
    assertThat(standing.toTarget()).isEqualByComparingTo(toTarget);
  }

  @Test
  void v1_total_drift_and_accuracy() {
    is(Sample.v1().allocation().totalDrift().orElseThrow(), "6");
    is(Sample.v1().allocation().accuracy().orElseThrow(), "94");
    assertThat(Sample.v1().allocation().inBand()).contains(false);
  }

  @Test
  void v15_the_deposit_that_reaches_the_target() {
    is(Sample.v1().allocation().depositToTarget().orElseThrow(), "12500");
    Allocation after = Sample.mix("45000", "33750", "22500", "11250").allocation();
    is(after.totalDrift().orElseThrow(), "0");
    is(after.depositToTarget().orElseThrow(), "0");
  }

  @Test
  void v16_drift_of_the_portfolio_v2() {
    Allocation v2 = Sample.mix("61234.56", "18000.10", "9999.99", "5000.01").allocation();
    assertThat(v2.valuation().total().orElseThrow()).isEqualByComparingTo("94234.66");
    Fraction over = v2.share(Bucket.LAYER_1).orElseThrow().standing().orElseThrow().drift();
    assertThat(
            over.minus(Fraction.of(new BigDecimal(5))).rounded(9, java.math.RoundingMode.HALF_EVEN))
        .isEqualByComparingTo("19.980931644");
  }

  @ParameterizedTest
  @CsvSource({
    "45,55,IN",
    "45.0000001,54.9999999,OVER",
    "45.000000000000000000001,54.999999999999999999999,OVER",
    "35,65,IN",
    "34.9999999,65.0000001,UNDER",
    "0.45,0.55,IN",
    "0.35,0.65,IN"
  })
  void the_edge_of_a_band_is_inside_and_a_hair_beyond_is_not(
      String held, String rest, Status status) {
    Sample sample =
        Sample.of(Row.of("ethereum", held, "1"), Row.of("usd", rest, "1"))
            .target("layer-1=40,stable=60");
    assertThat(sample.standing("layer-1").status()).isEqualTo(status);
  }

  @Test
  void both_sides_of_five_points_are_inside_where_doubles_disagree() {
    Sample sample =
        Sample.of(
                Row.of("ethereum", "0.40", "1"),
                Row.of("arbitrum", "0.45", "1"),
                Row.of("akash-network", "0.15", "1"))
            .target("layer-1=35,layer-2=40,hybrid=25")
            .band("5");
    assertThat(sample.standing("layer-1").status()).isEqualTo(Status.IN);
    assertThat(sample.standing("layer-2").status()).isEqualTo(Status.IN);
    assertThat(sample.standing("hybrid").status()).isEqualTo(Status.UNDER);
  }

  @Test
  void buckets_come_in_target_order_then_by_name_then_unclassified() {
    Sample sample =
        Sample.of(
                Row.of("mystery", "1", "1"),
                Row.of("vana", "1", "1").bucket("zebra"),
                Row.of("akash-network", "1", "1"),
                Row.of("solana", "1", "1").bucket("apple"))
            .target("stable=10,layer-2=90");
    assertThat(order(sample))
        .containsExactly("stablecoin", "layer-2", "apple", "hybrid", "zebra", "unclassified");
  }

  @Test
  void a_bucket_of_the_target_is_listed_though_empty_and_another_only_if_held() {
    assertThat(order(Sample.of(Row.of("akash-network", "0", "1"))))
        .containsExactly("layer-2", "layer-1", "hybrid", "stablecoin");
    assertThat(order(Sample.of(Row.of("solana", "1", "1").bucket("apple").as(Role.EXCLUDED))))
        .doesNotContain("apple");
  }

  @Test
  void the_unclassified_count_in_the_total_and_have_target_zero() {
    Sample sample = Sample.v1().with(Row.of("mystery", "100000", "1"));
    is(sample.standing("layer-1").weight(), "22.5");
    Standing unknown = sample.standing("unclassified");
    is(unknown.weight(), "50");
    is(unknown.high(), "0.1");
    assertThat(unknown.relativeDrift()).isEmpty();
    assertThat(unknown.status()).isEqualTo(Status.OVER);
    assertThat(unknown.toTarget()).isEqualByComparingTo("-100000");
    assertThat(sample.allocation().depositToTarget()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,999,IN", "1.0001,998.9999,OVER", "1,500,IN", "1.01,500,OVER", "0,10,IN"})
  void dust_of_a_zero_target_is_in_band(String dust, String rest, Status status) {
    Sample sample =
        Sample.of(Row.of("ethereum", dust, "1"), Row.of("usd", rest, "1"))
            .target("layer-1=0,stable=100");
    assertThat(sample.standing("layer-1").status()).isEqualTo(status);
    assertThat(sample.standing("layer-1").relativeDrift()).isEmpty();
  }

  @Test
  void a_zero_target_that_holds_nothing_does_not_stand_in_the_way_of_a_deposit() {
    Sample sample =
        Sample.of(Row.of("ethereum", "60", "1"), Row.of("usd", "40", "1"))
            .target("layer-1=50,stable=50,hybrid=0");
    is(sample.allocation().depositToTarget().orElseThrow(), "20");
  }

  @Test
  void accounts_are_summed_and_roles_too() {
    Sample sample =
        Sample.of(
                Row.of("ethereum", "1", "10").in("Coinbase"),
                Row.of("ethereum", "2", "10").in("Kraken"),
                Row.of("ethereum", "3", "10").in("Ledger").as(Role.FROZEN),
                Row.of("ethereum", "50", "10").in("Vault").as(Role.EXCLUDED),
                Row.of("usd", "40", "1"))
            .target("layer-1=50,stable=50");
    is(sample.standing("layer-1").weight(), "60");
    assertThat(sample.share("layer-1").value().orElseThrow()).isEqualByComparingTo("60");
  }

  @Test
  void an_asset_may_stand_in_several_buckets() {
    Sample sample =
        Sample.of(Row.of("ethereum", "1", "30"), Row.of("ethereum", "1", "70").bucket("hybrid"))
            .target("layer-1=50,hybrid=50");
    is(sample.standing("layer-1").weight(), "30");
    is(sample.standing("hybrid").weight(), "70");
    assertThat(sample.exposure().assets()).hasSize(1);
  }

  @Test
  void an_empty_portfolio_has_a_total_of_nothing_and_no_weights() {
    Allocation allocation = Sample.of(List.of()).allocation();
    assertThat(allocation.valuation().total().orElseThrow()).isZero();
    assertThat(allocation.shares())
        .hasSize(4)
        .allMatch(share -> share.standing().isEmpty())
        .allMatch(share -> share.value().orElseThrow().signum() == 0);
    assertNoRatios(allocation);
  }

  @Test
  void a_portfolio_that_is_worth_nothing_has_no_weights() {
    Allocation allocation =
        Sample.of(Row.of("ethereum", "5", "0"), Row.of("mystery", "5", "0")).allocation();
    assertThat(allocation.shares())
        .hasSize(5)
        .allMatch(share -> share.standing().isEmpty())
        .allMatch(share -> share.value().orElseThrow().signum() == 0);
    assertNoRatios(allocation);
  }

  @Test
  void one_missing_price_leaves_values_and_no_ratios() {
    Allocation allocation = Sample.v1().with(Row.of("bittensor", "1", "1").unpriced()).allocation();
    assertThat(allocation.share(Bucket.LAYER_1).orElseThrow().value()).isEmpty();
    assertThat(allocation.share(Bucket.LAYER_2).orElseThrow().value().orElseThrow())
        .isEqualByComparingTo("24000");
    assertThat(allocation.shares()).allMatch(share -> share.standing().isEmpty());
    assertNoRatios(allocation);
  }

  private static void assertNoRatios(Allocation allocation) {
    assertThat(allocation.inBand()).isEmpty();
    assertThat(allocation.totalDrift()).isEmpty();
    assertThat(allocation.accuracy()).isEmpty();
    assertThat(allocation.depositToTarget()).isEmpty();
  }

  @Test
  void thirds_are_shown_adding_up_to_100() {
    Sample sample =
        Sample.of(
                Row.of("ethereum", "1", "1"),
                Row.of("arbitrum", "1", "1"),
                Row.of("akash-network", "1", "1"))
            .target("layer-1=40,layer-2=40,hybrid=20");
    assertThat(
            sample.allocation().shares().stream()
                .map(s -> s.standing().orElseThrow().shownWeight()))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(new BigDecimal("33.34"), new BigDecimal("33.33"), new BigDecimal("33.33"));
  }

  @ParameterizedTest
  @CsvSource({
    "45.0000001,54.9999999,45.0000001 %",
    "45.003,54.997,45.003 %",
    "45.02,54.98,45.02 %",
    "34.9999,65.0001,34.9999 %",
    "45,55,45.00 %",
    "44.9999,55.0001,45.00 %"
  })
  void a_weight_out_of_band_is_said_with_the_decimals_it_takes(
      String held, String rest, String words) {
    Sample sample =
        Sample.of(Row.of("ethereum", held, "1"), Row.of("usd", rest, "1"))
            .target("layer-1=40,stable=60");
    assertThat(sample.standing("layer-1").weightInWords()).isEqualTo(words);
    assertThat(sample.standing("layer-1").bandInWords()).isEqualTo("35 to 45 %");
  }
}
