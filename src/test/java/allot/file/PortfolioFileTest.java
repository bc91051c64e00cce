package allot.file;

import static allot.file.PortfolioFixture.everything;
import static allot.file.PortfolioFixture.holding;
import static allot.file.PortfolioFixture.holdings;
import static allot.file.PortfolioFixture.problems;
import static allot.file.PortfolioFixture.read;
import static allot.file.PortfolioFixture.refusal;
import static allot.file.PortfolioFixture.said;
import static allot.file.PortfolioFixture.versioned;
import static allot.file.PortfolioFixture.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.money.ExactDecimal;
import allot.portfolio.Band;
import allot.portfolio.Bands;
import allot.portfolio.Classification.By;
import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.portfolio.TargetMix;
import allot.problem.ProblemException;
import allot.problem.Visible;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documented form, with a version. What is refused one by one is in SchemaTest. */
class PortfolioFileTest {
  private static final String NONE = ", \"holdings\": []";

  private static Holding only(String json) {
    List<Holding> holdings = read(json).holdings();
    assertThat(holdings).hasSize(1);
    return holdings.get(0);
  }

  private static String ofAsset(String asset, String members) {
    return versioned(
        "\"holdings\": [{\"asset\": \"" + asset + "\", \"quantity\": 1" + members + "}]");
  }

  @Test
  void the_documented_file_is_read_as_documented() {
    Portfolio portfolio = read(PortfolioFixture.resource("/portfolios/valid/documented.json"));
    assertThat(holdings(portfolio))
        .containsExactly("bittensor 21.4 cost 7490 at Coinbase", "akash-network 3100 at Keplr");
    assertThat(portfolio.name()).isEqualTo("AI core");
    assertThat(portfolio.asOf()).contains(Instant.parse("2026-11-20T16:00:00Z"));
    assertThat(portfolio.zone().getId()).isEqualTo("America/New_York");
    assertThat(portfolio.costs().step("bittensor")).isEqualByComparingTo("0.0001");
    assertThat(portfolio.tax().orElseThrow().longTerm()).contains(BigDecimal.valueOf(15));
    assertThat(portfolio.dca().orElseThrow().times()).contains(26);
    assertThat(portfolio.holdings().get(1).role()).isEqualTo(Role.FROZEN);
    assertThat(warnings(portfolio)).isEmpty();
  }

  @Test
  void only_holdings_are_required() {
    Portfolio portfolio = read(versioned("\"holdings\": []"));
    assertThat(portfolio.target()).isEqualTo(TargetMix.ARTICLES);
    assertThat(portfolio.bands()).isEqualTo(Bands.FIVE_25);
    assertThat(portfolio.currency().code()).isEqualTo("USD");
    assertThat(portfolio.zone().getId()).isEqualTo("Z");
    assertThat(portfolio.tax()).isEmpty();
    assertThat(portfolio.dca()).isEmpty();
  }

  // strictness

  @Test
  void one_pass_tells_all_problems_in_the_order_of_the_file() {
    String json =
        """
        { "version": 1, "dca": { "amount": -1 },
          "surprise": 1,
          "holdings": [ { "note": 7, "quantity": -1, "asset": "AI" },
                        { "asset": "TAO" } ],
          "target": { "layer-1": 99 }, "band": null, "name": "a", "name": "b",
          "timezone": "Mars/Base" }
        """;
    assertThat(problems(json))
        .containsExactly(
            "p.json:1:36: dca.amount: must be above zero",
            "p.json:2:3: surprise: unknown key; known here: version, name, currency, timezone,"
                + " asOf, target, within, band, holdings, assets, costs, tax, dca, recorded",
            "p.json:3:27: holdings[0].note: must be text in quotes",
            "p.json:3:42: holdings[0].quantity: must not be negative",
            "p.json:3:55: holdings[0].asset: is a symbol of several assets;"
                + " write gensyn or sleepless-ai",
            "p.json:4:17: holdings[1]: needs `quantity`",
            "p.json:5:13: target: adds up to 99, not to exactly 100;"
                + " make the percentages add up to 100",
            "p.json:5:40: band: is null; write a value, or leave it out",
            "p.json:5:59: name: is a duplicate key; keep one of the two",
            "p.json:6:15: timezone: is no time zone; write it as America/New_York or UTC");
  }

  @Test
  void twenty_problems_are_listed_and_the_rest_is_counted() {
    String bad = "{\"asset\": \"TAO\", \"quantity\": -1},\n";
    ProblemException refusal =
        refusal("{\"version\": 1, \"target\": {}, \"holdings\": [" + bad.repeat(29) + "{}]}");
    assertThat(refusal.problems()).hasSize(20);
    assertThat(refusal.unlisted()).isEqualTo(12);
    assertThat(refusal.problems().get(0).line()).startsWith("p.json:1:26: target: ");
    assertThat(refusal.problems().get(19).line()).startsWith("p.json:19:");
  }

  @Test
  void the_first_of_the_file_are_listed_even_if_found_last() {
    String bad = "{\"asset\": \"TAO\", \"quantity\": -1},\n".repeat(25);
    String json = "{\"version\": 1,\n\"surprise\": 1,\n\"holdings\": [" + bad + "{}]}";
    assertThat(problems(json).get(0)).startsWith("p.json:2:1: surprise: unknown key");
  }

  @Test
  void a_problem_is_shown_with_its_line_and_a_caret() {
    assertThat(
            everything(
                refusal(
                    "{\"version\": 1,\n \"holdings\": [{\"asset\": \"TAO\", \"quantty\": 2}]}")))
        .contains(
            """
            p.json:2:32: holdings[0].quantty: unknown key; did you mean `quantity`?
             "holdings": [{"asset": "…", "quantty": …}]}
                                         ^^^^^^^^^
            """);
  }

  @Test
  void other_values_are_never_echoed() {
    String json =
        """
        { "version": 1, "apiKey": "SECRET-1", "name": "SECRET-2", "holdings": [
          { "asset": "SECRET-3", "quantity": "SECRET-4", "price": true, "note": "SECRET-5" },
          { "asset": "TAO", "quantity": 1, "avg_price": {"SECRET": 987654321}, "lots": "SECRET-6" },
          { "asset": "TAO", "quantity": 987654321, "quantity": 1, "account": ["SECRET-7"] } ] }
        """;
    ProblemException refusal = refusal(json);
    assertThat(refusal.problems()).hasSize(7);
    assertThat(everything(refusal)).doesNotContain("SECRET-").doesNotContain("987654321");
  }

  @Test
  void control_and_bidirectional_characters_are_not_passed_on() {
    String line = problems(versioned("\"a\u202eb\": 1" + NONE)).get(0);
    assertThat(line).isEqualTo(Visible.escape(line)).doesNotContain("\u202e");
  }

  @ParameterizedTest
  @CsvSource({
    "avg_pric, avg_price",
    "avgPrice, avg_price",
    "totalInvested, total_cost",
    "qty, quantity",
    "Quantity, quantity",
    "symbol, asset",
    "price_as_of, priceAsOf",
    "acount, account"
  })
  void an_unknown_key_comes_with_a_likely_correction(String key, String meant) {
    assertThat(said(holding("\"quantity\": 1, \"" + key + "\": 1")))
        .containsExactly("holdings[0]." + key + ": unknown key; did you mean `" + meant + "`?");
  }

  @Test
  void account_note_and_name_may_be_empty() {
    Holding holding = only(ofAsset("TAO", ", \"account\": \"\", \"note\": \"\""));
    assertThat(holding.account()).isEmpty();
    assertThat(read(versioned("\"name\": \"\"" + NONE)).name()).isEmpty();
  }

  @Test
  void a_file_that_is_no_json_is_one_problem_at_its_place() {
    assertThat(problems("{\"version\": 1,\n \"holdings\": [}"))
        .containsExactly(
            "p.json:2:15: holdings[0]: found `}` where a value or `]` is expected;"
                + " first close with `]` what opens at line 2, column 14");
  }

  // numbers

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1",
        "1e-30",
        "1e30",
        "21.400",
        "123456789012345678901234567890.123456789012345678901234567890",
        "0.000000000000000000000000000001"
      })
  void numbers_are_read_exactly_as_number_and_as_text(String number) {
    BigDecimal exact = new BigDecimal(number);
    assertThat(only(holding("\"quantity\": " + number)).quantity()).isEqualByComparingTo(exact);
    assertThat(only(holding("\"quantity\": \"" + number + "\"")).quantity())
        .isEqualByComparingTo(exact);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "0.000", "0e9", "-0e-99"})
  void zero_is_zero_however_it_is_written(String zero) {
    assertThat(only(holding("\"quantity\": " + zero)).quantity()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e31", "1.0000001e30", "9.99e-31", "1e999999999", "1e-999999999"})
  void a_magnitude_beyond_1e30_is_refused(String number) {
    String problem = "holdings[0].quantity: is out of range (1e-30 to 1e30)";
    assertThat(said(holding("\"quantity\": " + number))).containsExactly(problem);
    assertThat(said(holding("\"quantity\": \"" + number + "\""))).containsExactly(problem);
  }

  @Test
  void sixty_digits_are_read_and_sixty_one_are_not() {
    String sixty = "0." + "1".repeat(60);
    assertThat(ExactDecimal.plain(only(holding("\"quantity\": " + sixty)).quantity()))
        .isEqualTo(sixty);
    assertThat(said(holding("\"quantity\": " + sixty + "1")))
        .containsExactly("holdings[0].quantity: has more than 60 digits");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,000.50|write it without commas: 1234.5",
        "12%|leave out the `%`",
        "+1|leave out the `+`",
        ".5|put a 0 before the point",
        "007|leave out the leading zero",
        "5.|put a digit after the point",
        "1.000.000|keep one decimal point and no thousands separator",
        "0x10|write it in decimal",
        "1_000|leave out the `_`",
        "NaN|leave out what is unknown",
        "2026-01-05|write it as 1234.5",
        "twelve|write it as 1234.5"
      })
  void text_that_is_no_number_comes_with_a_remedy(String text, String remedy) {
    assertThat(said(holding("\"quantity\": \"" + text + "\"")))
        .containsExactly("holdings[0].quantity: is not a plain decimal number; " + remedy);
  }

  // target, within, band

  @Test
  void a_target_keeps_its_order_and_takes_short_names() {
    String json = versioned("\"target\": {\"stable\": 10, \"L1\": \"30\", \"zoo-2\": 60}" + NONE);
    assertThat(read(json).target().percents().keySet())
        .extracting(Bucket::name)
        .containsExactly("stablecoin", "layer-1", "zoo-2");
  }

  @Test
  void a_target_of_thirds_needs_the_last_hair() {
    String thirds = "\"target\": {\"layer-1\": 33.33, \"layer-2\": 33.33, \"hybrid\": 33.34}";
    assertThat(read(versioned(thirds + NONE)).target().of(Bucket.HYBRID))
        .isEqualByComparingTo("33.34");
    assertThat(said(versioned(thirds.replace("33.34", "33.33") + NONE)))
        .containsExactly(
            "target: adds up to 99.99, not to exactly 100; make the percentages add up to 100");
  }

  @Test
  void within_names_assets_of_the_bucket_by_any_name() {
    Portfolio portfolio =
        read(versioned("\"within\": {\"L1\": {\"tao\": 70, \"cortex\": 30}}" + NONE));
    assertThat(portfolio.within().get(Bucket.LAYER_1).keySet())
        .containsExactly("bittensor", "cortex");
  }

  @Test
  void within_follows_the_bucket_that_a_holding_gives() {
    String within = "\"within\": {\"hybrid\": {\"TAO\": 100}}, ";
    String hold = "\"holdings\": [{\"asset\": \"TAO\", \"quantity\": 1, \"bucket\": \"hybrid\"}]";
    assertThat(read(versioned(within + hold)).within()).containsKey(Bucket.HYBRID);
    assertThat(said(versioned(within + hold.replace("\"hybrid\"", "\"layer-2\""))))
        .containsExactly(
            "within.hybrid.TAO: is layer-1, not hybrid;"
                + " give its holding `bucket`: \"hybrid\", or name it elsewhere");
  }

  @Test
  void a_band_is_a_pair_a_number_or_an_object() {
    assertThat(read(versioned("\"band\": \"4/20\"" + NONE)).bands().of(Bucket.HYBRID))
        .hasToString("4/20");
    assertThat(read(versioned("\"band\": 4" + NONE)).bands().of(Bucket.HYBRID)).hasToString("4");
    Bands bands = read(versioned("\"band\": {\"L1\": 4, \"default\": \"3/10\"}" + NONE)).bands();
    assertThat(bands.of(Bucket.LAYER_1)).hasToString("4");
    assertThat(bands.of(Bucket.HYBRID)).hasToString("3/10");
    assertThat(read(versioned("\"band\": {\"L1\": 4}" + NONE)).bands().of(Bucket.HYBRID))
        .isEqualTo(Band.FIVE_25);
  }

  // identity

  @ParameterizedTest
  @ValueSource(strings = {"TAO", "tao", "bittensor", "BitTensor", " TAO "})
  void an_asset_is_found_without_regard_to_case(String name) {
    assertThat(only(ofAsset(name, "")).asset().id()).isEqualTo("bittensor");
  }

  @ParameterizedTest
  @CsvSource({
    "RNDR, render-token, RNDR is now RENDER (render-token)",
    "MATIC, polygon-ecosystem-token, MATIC is now POL (polygon-ecosystem-token)"
  })
  void a_former_name_is_found_and_told(String name, String id, String message) {
    assertThat(only(ofAsset(name, "")).asset().id()).isEqualTo(id);
    assertThat(warnings(ofAsset(name, ""))).containsExactly("renamed: " + message);
  }

  @Test
  void a_symbol_of_two_assets_is_refused_with_their_ids() {
    assertThat(said(ofAsset("AI", "")))
        .containsExactly(
            "holdings[0].asset: is a symbol of several assets; write gensyn or sleepless-ai");
    assertThat(only(ofAsset("gensyn", "")).asset().symbol()).isEqualTo("AI");
  }

  @Test
  void what_nothing_classifies_keeps_its_name() {
    Holding holding = only(ofAsset("NoSuchThing", ""));
    assertThat(holding.asset().symbol()).isEqualTo("NoSuchThing");
    assertThat(holding.bucket()).isEqualTo(Bucket.UNCLASSIFIED);
    assertThat(holding.classification().by()).isEqualTo(By.NOBODY);
  }

  @Test
  void a_holding_may_say_its_bucket_and_why() {
    Holding holding = only(ofAsset("TAO", ", \"bucket\": \"Hybrid\", \"reason\": \"mine\""));
    assertThat(holding.bucket()).isEqualTo(Bucket.HYBRID);
    assertThat(holding.classification().by()).isEqualTo(By.HOLDING);
    assertThat(holding.classification().reason()).isEqualTo("mine");
  }

  private static String withOwn(String own, String asset) {
    return versioned(
        "\"assets\": ["
            + own
            + "], \"holdings\": [{\"asset\": \""
            + asset
            + "\", \"quantity\": 1}]");
  }

  @Test
  void an_own_asset_adds_to_the_catalogue() {
    String own =
        "{\"id\": \"my-token\", \"symbol\": \"MYT\", \"bucket\": \"layer-3\", \"aliases\": [\"MINE\"],"
            + " \"hosts\": [\"base>ethereum\"], \"reason\": \"its docs\"}";
    for (String name : List.of("my-token", "myt", "Mine")) {
      Holding holding = only(withOwn(own, name));
      assertThat(holding.asset().symbol()).isEqualTo("MYT");
      assertThat(holding.asset().hostChains()).containsExactly("base", "ethereum");
      assertThat(holding.bucket().name()).isEqualTo("layer-3");
      assertThat(holding.classification().by()).isEqualTo(By.OWN_ASSET);
      assertThat(holding.classification().reason()).isEqualTo("its docs");
    }
  }

  @Test
  void an_own_asset_with_a_catalogue_id_replaces_that_entry() {
    String own = "{\"id\": \"Bittensor\", \"symbol\": \"TAO2\", \"bucket\": \"hybrid\"}";
    Asset asset = only(withOwn(own, "bittensor")).asset();
    assertThat(asset.id()).isEqualTo("bittensor");
    assertThat(asset.symbol()).isEqualTo("TAO2");
    assertThat(asset.bucket()).isEqualTo(Bucket.HYBRID);
    assertThat(only(withOwn(own, "TAO")).bucket()).isEqualTo(Bucket.UNCLASSIFIED);
  }

  @Test
  void what_a_replacing_asset_leaves_out_stays_as_it_was() {
    Asset asset = only(withOwn("{\"id\": \"bittensor\", \"bucket\": \"hybrid\"}", "TAO")).asset();
    assertThat(asset.name()).isEqualTo("Bittensor");
    assertThat(asset.sector()).isEqualTo("training");
    assertThat(asset.bucket()).isEqualTo(Bucket.HYBRID);
  }

  @Test
  void an_own_symbol_of_another_asset_makes_it_ambiguous_and_ids_stay_exact() {
    String own = "{\"id\": \"my-token\", \"symbol\": \"TAO\", \"bucket\": \"hybrid\"}";
    assertThat(said(withOwn(own, "tao")))
        .containsExactly(
            "holdings[0].asset: is a symbol of several assets; write bittensor or my-token");
    assertThat(only(withOwn(own, "bittensor")).asset().id()).isEqualTo("bittensor");
  }

  @Test
  void an_id_beats_a_symbol_and_a_symbol_an_alias() {
    String id = "{\"id\": \"tao\", \"symbol\": \"XYZ\", \"bucket\": \"hybrid\"}";
    assertThat(only(withOwn(id, "TAO")).asset().id()).isEqualTo("tao");
    String symbol = "{\"id\": \"old\", \"symbol\": \"RNDR\", \"bucket\": \"hybrid\"}";
    assertThat(only(withOwn(symbol, "RNDR")).asset().id()).isEqualTo("old");
  }

  // roles and cash

  @ParameterizedTest
  @CsvSource({"tradable, TRADABLE", "frozen, FROZEN", "excluded, EXCLUDED"})
  void a_holding_has_a_role(String text, Role role) {
    assertThat(only(ofAsset("TAO", ", \"role\": \"" + text + "\"")).role()).isEqualTo(role);
    assertThat(only(ofAsset("TAO", "")).role()).isEqualTo(Role.TRADABLE);
  }

  @Test
  void cash_is_worth_one_of_its_currency_and_a_stablecoin() {
    assertThat(only(ofAsset("USD", ", \"price\": 1.00")).bucket()).isEqualTo(Bucket.STABLECOIN);
    assertThat(said(ofAsset("USD", ", \"price\": 1.01, \"bucket\": \"hybrid\", \"avg_price\": 1")))
        .containsExactlyInAnyOrder(
            "holdings[0].price: cash is worth 1 of its own currency; leave its price out",
            "holdings[0]: cash belongs to the bucket stablecoin; leave its bucket out",
            "holdings[0]: cash has no lots and no cost; leave them out");
  }

  @Test
  void money_of_another_currency_has_a_price() {
    assertThat(only(ofAsset("EUR", ", \"price\": 1.08")).price().orElseThrow().value())
        .isEqualByComparingTo("1.08");
  }

  @Test
  void any_currency_has_cash() {
    String json = "\"currency\": \"CHF\", \"holdings\": [{\"asset\": \"chf\", \"quantity\": 5}]";
    assertThat(only(versioned(json)).asset().isCash()).isTrue();
  }

  // lots and costs

  @Test
  void lots_add_up_to_the_cost() {
    String lots = "[{\"quantity\": 0.4, \"cost\": 100}, {\"quantity\": 0.6, \"cost\": \"50.5\"}]";
    assertThat(only(ofAsset("TAO", ", \"lots\": " + lots)).cost().orElseThrow())
        .isEqualByComparingTo("150.5");
  }

  @Test
  void lots_that_differ_from_the_quantity_are_told_with_the_difference() {
    String json = ofAsset("TAO", ", \"lots\": [{\"quantity\": \"1.25\", \"cost\": 5}]");
    assertThat(warnings(json))
        .containsExactly("lots-differ: TAO: the lots hold 1.25, the holding 1: 0.25 apart");
    assertThat(only(json).cost()).isEmpty();
  }

  @Test
  void a_lot_without_cost_leaves_the_cost_unknown() {
    String json = ofAsset("TAO", ", \"lots\": [{\"quantity\": 1, \"acquired\": \"2025-01-01\"}]");
    assertThat(warnings(json)).containsExactly("cost-unknown: TAO: cost unknown of 1 of 1 lots");
    assertThat(only(json).cost()).isEmpty();
    assertThat(only(json).lots().get(0).acquired()).contains(LocalDate.of(2025, 1, 1));
  }

  @Test
  void an_average_price_and_a_total_cost_must_agree() {
    String both = "\"quantity\": 3, \"avg_price\": 33.33, \"total_cost\": ";
    assertThat(only(holding(both + "100")).cost().orElseThrow()).isEqualByComparingTo("100");
    assertThat(said(holding(both + "101")))
        .containsExactly(
            "holdings[0].total_cost: contradicts the average price times the quantity;"
                + " leave one of them out");
  }

  // instants and zones

  private static Optional<Instant> priceAsOf(String members, String ofHolding) {
    String json =
        members
            + "\"holdings\": [{\"asset\": \"TAO\", \"quantity\": 1, \"price\": 0"
            + ofHolding
            + "}]";
    return only(versioned(json)).price().orElseThrow().asOf();
  }

  @Test
  void a_price_has_its_own_instant_or_that_of_the_file() {
    String file = "\"asOf\": \"2026-11-20T16:00:00Z\", ";
    assertThat(priceAsOf(file, "")).contains(Instant.parse("2026-11-20T16:00:00Z"));
    assertThat(priceAsOf(file, ", \"priceAsOf\": \"2026-11-19T16:00-05:00\""))
        .contains(Instant.parse("2026-11-19T21:00:00Z"));
    assertThat(priceAsOf("", "")).isEmpty();
  }

  @Test
  void a_bare_date_is_the_start_of_its_day_in_the_zone_of_the_file() {
    String date = ", \"priceAsOf\": \"2026-11-20\"";
    assertThat(priceAsOf("", date)).contains(Instant.parse("2026-11-20T00:00:00Z"));
    assertThat(priceAsOf("\"timezone\": \"America/New_York\", ", date))
        .contains(Instant.parse("2026-11-20T05:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EST", "New York", "America/New_york", "UTC+1", "GMT+25", "America/"})
  void an_unknown_zone_is_refused(String zone) {
    assertThat(said(versioned("\"timezone\": \"" + zone + "\"" + NONE)))
        .hasSize(1)
        .allMatch(line -> line.startsWith("timezone: is no time zone; "));
  }

  @Test
  void tax_without_a_zone_is_a_warning() {
    String tax = "\"tax\": {\"shortTerm\": 35}";
    assertThat(warnings(versioned(tax + NONE)))
        .containsExactly(
            "no-timezone: no timezone: dates are UTC, and a sale late in the day may fall on the"
                + " wrong one");
    assertThat(warnings(versioned(tax + ", \"timezone\": \"UTC\"" + NONE))).isEmpty();
  }
}
