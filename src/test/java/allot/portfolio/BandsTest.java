package allot.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.catalog.Bucket;
import allot.money.Fraction;
import allot.problem.Kind;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandsTest {
  private static final BigDecimal THOUSANDS = new BigDecimal("100000");

  private static Bands.Limits limits(String band, String target) {
    return Bands.parse(band).limits(Bucket.LAYER_1, new BigDecimal(target), THOUSANDS);
  }

  private static Fraction highOfDust(String total) {
    Bands.Limits limits =
        Bands.FIVE_25.limits(Bucket.LAYER_1, BigDecimal.ZERO, new BigDecimal(total));
    assertThat(limits.low().signum()).isZero();
    return limits.high();
  }

  @ParameterizedTest
  @CsvSource({
    "5/25,40,35,45",
    "5/25,30,25,35",
    "5/25,20,15,25",
    "5/25,10,7.5,12.5",
    "5/25,19.9,14.925,24.875",
    "5/25,100,95,100",
    "5/25,98,93,100",
    "4,40,36,44",
    "0,40,40,40",
    "0/25,40,40,40",
    "5/0,40,40,40",
    "20,10,0,30",
    "5/300,2,0,7",
    "200,40,0,100",
    "0.0001,40,39.9999,40.0001"
  })
  void v3_the_tighter_of_points_and_percent_of_the_target(
      String band, String target, String low, String high) {
    assertThat(limits(band, target).low().compareTo(new BigDecimal(low))).isZero();
    assertThat(limits(band, target).high().compareTo(new BigDecimal(high))).isZero();
  }

  @Test
  void of_a_target_of_zero_a_tenth_of_a_percent_is_dust() {
    assertThat(highOfDust("1000").compareTo(new BigDecimal("0.1"))).isZero();
    assertThat(highOfDust("1000000").compareTo(new BigDecimal("0.1"))).isZero();
  }

  @Test
  void or_one_unit_of_currency_if_that_is_more() {
    assertThat(highOfDust("500").compareTo(new BigDecimal("0.2"))).isZero();
    assertThat(highOfDust("300"))
        .isEqualByComparingTo(Fraction.of(BigDecimal.ONE, new BigDecimal(3)));
    assertThat(highOfDust("999.99").compareTo(new BigDecimal("0.1"))).isPositive();
  }

  @Test
  void but_never_more_than_all() {
    assertThat(highOfDust("1").compareTo(new BigDecimal("100"))).isZero();
    assertThat(highOfDust("0.5").compareTo(new BigDecimal("100"))).isZero();
  }

  @Test
  void a_target_of_zero_asks_for_dust_whatever_the_band() {
    assertThat(limits("50", "0").high().compareTo(new BigDecimal("0.1"))).isZero();
    assertThat(limits("0", "0").high().compareTo(new BigDecimal("0.1"))).isZero();
  }

  @Test
  void a_named_bucket_has_its_own_band() {
    Bands bands = Bands.parse("l1=4,default=6/30,layer-3=2");
    assertThat(bands.of(Bucket.LAYER_1)).isEqualTo(Band.parse("4"));
    assertThat(bands.of(new Bucket("layer-3"))).isEqualTo(Band.parse("2"));
    assertThat(bands.of(Bucket.HYBRID)).isEqualTo(Band.parse("6/30"));
    assertThat(Bands.parse("l1=4").of(Bucket.HYBRID)).isEqualTo(Band.FIVE_25);
    assertThat(Bands.parse("5/25")).isEqualTo(Bands.FIVE_25);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | `` is no band",
        "5/ | `5/` is no band",
        "/25 | `/25` is no band",
        "5/25/3 | `5/25/3` is no band",
        "-5 | `-5` is no band",
        "5/-25 | `5/-25` is no band",
        "5% | `5%` is no band",
        "l1=x | `x` is no band",
        "l1=4,5/25 | `5/25` is no ",
        "l1=4,L1=5 | names L1 twice",
        "default=4,default=4 | names default twice",
        "unclassified=4 | `unclassified` is no bucket"
      })
  void what_is_no_band_is_wrong_usage(String text, String why) {
    assertThatThrownBy(() -> Bands.parse(text))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.kind()).isEqualTo(Kind.USAGE))
        .hasMessageStartingWith("--band " + text + ": ")
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5/25", "5", "0", "2.5/12.5", "0.0001"})
  void a_band_reads_back_as_it_is_written(String text) {
    assertThat(Band.parse(text)).hasToString(text);
  }

  @Test
  void a_band_is_zero_or_more() {
    assertThatThrownBy(() -> Band.parse("-1")).hasMessage("a band is zero or more");
    assertThatThrownBy(() -> Band.parse("1/-1")).hasMessage("a band is zero or more");
    assertThatThrownBy(() -> Band.parse("x")).hasMessage("is not a plain decimal number");
  }

  @Test
  void the_bands_cannot_be_changed_from_outside() {
    Map<Bucket, Band> byBucket = new java.util.HashMap<>();
    Bands bands = new Bands(Band.FIVE_25, byBucket);
    byBucket.put(Bucket.HYBRID, Band.parse("1"));
    assertThat(bands.of(Bucket.HYBRID)).isEqualTo(Band.FIVE_25);
  }
}
