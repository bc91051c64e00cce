package allot.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import allot.portfolio.Role;
import allot.problem.Warning;
import allot.problem.Warning.Code;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisoriesTest {

  private static List<Warning> of(Sample sample, Code code) {
    return sample.advisories().stream().filter(warning -> warning.code() == code).toList();
  }

  private static void one(Sample sample, Code code, String asset, String message) {
    assertThat(of(sample, code)).hasSize(1);
    Warning warning = of(sample, code).get(0);
    assertThat(warning.asset().orElse("")).isEqualTo(asset);
    assertThat(warning.message()).contains(message);
  }

  /** Five assets in three AI sectors, none of which is over half of them. */
  private static Sample calm() {
    return Sample.of(
        Row.of("bittensor", "20", "1"),
        Row.of("arweave", "20", "1"),
        Row.of("render-token", "20", "1"),
        Row.of("ethereum", "20", "1"),
        Row.of("usd", "20", "1"));
  }

  @Test
  void a_spread_portfolio_with_fresh_prices_needs_no_advice() {
    assertThat(calm().advisories()).isEmpty();
  }

  @Test
  void the_readers_warnings_come_first_and_each_is_said_once() {
    Warning ignored = Warning.of(Code.IGNORED_KEYS, "ignored keys");
    Sample sample = calm().warning(ignored).warning(ignored).with(Row.of("mystery", "1", "1"));
    assertThat(sample.advisories()).startsWith(ignored).hasSize(2);
  }

  @Test
  void unclassified() {
    Row row = Row.of("mystery", "1", "1");
    one(calm().with(row, row.in("B")), Code.UNCLASSIFIED, "mystery", "is in no catalogue");
    assertThat(of(calm().with(row.bucket("hybrid")), Code.UNCLASSIFIED)).isEmpty();
  }

  @Test
  void renamed() {
    one(calm().with(Row.of("singularitydao", "1", "1")), Code.RENAMED, "SDAO", "converts to SFI");
  }

  @Test
  void no_market() {
    one(
        calm().with(Row.of("grok-chain", "1", "1")),
        Code.NO_MARKET,
        "GROC",
        "has no active market");
  }

  @Test
  void low_confidence_is_said_where_the_catalogue_decides() {
    one(calm().with(Row.of("grokchain", "1", "1")), Code.LOW_CONFIDENCE, "GROKCHAIN", "not sure");
    one(calm().with(Row.of("gensyn", "1", "1")), Code.LOW_CONFIDENCE, "AI", "dispute its bucket");
    assertThat(of(calm().with(Row.of("gensyn", "1", "1").bucket("hybrid")), Code.LOW_CONFIDENCE))
        .isEmpty();
  }

  @Test
  void stale_and_undated_prices() {
    one(
        calm().with(Row.of("solana", "1", "1").aged(Duration.ofHours(50))),
        Code.STALE_PRICE,
        "SOL",
        "is 2 days old");
    one(
        calm().with(Row.of("solana", "1", "1").undated()),
        Code.UNDATED_PRICE,
        "SOL",
        "has no date");
    assertThat(calm().with(Row.of("solana", "1", "1").undated()).anyAge().advisories()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.01,false",
    "0.99,false",
    "1.0100000001,true",
    "0.9899999999,true",
    "1.02,true",
    "1,false"
  })
  void off_its_peg_is_more_than_one_percent(String price, boolean warned) {
    assertThat(of(calm().with(Row.of("usd-coin", "1", price)), Code.OFF_PEG))
        .hasSize(warned ? 1 : 0);
  }

  @Test
  void three_to_five_ai_sectors_are_few_enough_and_many_enough() {
    Row[] more = {
      Row.of("vana", "20", "1"),
      Row.of("kite-2", "20", "1"),
      Row.of("morpheusai", "20", "1"),
      Row.of("lagrange", "20", "1"),
      Row.of("secret", "20", "1")
    };
    Sample sample = calm();
    for (Row row : more) {
      sample.with(row);
      long sectors =
          sample.exposure().aiSectors().stream().map(Exposure.Part::name).distinct().count();
      assertThat(of(sample, Code.SECTOR_COUNT)).hasSize(sectors > 5 ? 1 : 0);
    }
    assertThat(of(sample, Code.SECTOR_COUNT)).hasSize(1);
    one(
        Sample.of(Row.of("bittensor", "1", "1"), Row.of("usd", "1", "1")),
        Code.SECTOR_COUNT,
        "",
        "1 AI sector is held");
    one(Sample.of(Row.of("usd", "1", "1")), Code.SECTOR_COUNT, "", "0 AI sectors are held");
  }

  @Test
  void half_of_the_ai_part_is_no_warning_and_more_is() {
    Sample half =
        Sample.of(
            Row.of("bittensor", "20", "1"),
            Row.of("arweave", "10", "1"),
            Row.of("render-token", "10", "1"));
    assertThat(of(half, Code.SECTOR_SHARE)).isEmpty();
    one(
        half.with(Row.of("bittensor", "0.1", "1").in("B")),
        Code.SECTOR_SHARE,
        "",
        "training is 50.12 %");
  }

  @Test
  void a_sector_worth_nothing_is_not_held() {
    one(
        Sample.of(Row.of("bittensor", "1", "0"), Row.of("usd", "1", "1")),
        Code.SECTOR_COUNT,
        "",
        "0 AI sectors are held");
  }

  @Test
  void four_equal_assets_are_not_concentrated_and_fewer_are() {
    Sample four =
        Sample.of(
            Row.of("bittensor", "25", "1"),
            Row.of("arweave", "25", "1"),
            Row.of("render-token", "25", "1"),
            Row.of("usd", "25", "1"));
    assertThat(of(four, Code.CONCENTRATION)).isEmpty();
    one(
        four.with(Row.of("bittensor", "1", "1").in("B")),
        Code.CONCENTRATION,
        "TAO",
        "as concentrated as 4.0 equal assets; TAO alone is 25.74 %");
  }

  @Test
  void without_weights_nothing_is_said_of_spread() {
    List<Warning> warnings =
        Sample.of(Row.of("usd", "1", "1"), Row.of("solana", "1", "1").unpriced()).advisories();
    assertThat(warnings).isEmpty();
    assertThat(Sample.of(List.of()).advisories()).isEmpty();
  }

  @Test
  void of_what_is_excluded_nothing_is_said() {
    assertThat(calm().with(Row.of("mystery", "1", "1").undated().as(Role.EXCLUDED)).advisories())
        .isEmpty();
  }
}
