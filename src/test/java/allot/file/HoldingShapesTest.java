package allot.file;

import static allot.file.PortfolioFixture.holdings;
import static allot.file.PortfolioFixture.problems;
import static allot.file.PortfolioFixture.read;
import static allot.file.PortfolioFixture.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import allot.portfolio.Lot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of files that people have already: all without a version. */
class HoldingShapesTest {
  private static final String TRANSACTIONS =
      "lists transactions, not holdings;"
          + " write what is held, its purchases as `lots`, or have `allot import` read the export";

  private static String ignored(String keys) {
    return "ignored-keys: ignored keys that allot does not know: " + keys;
  }

  private static String one(String members) {
    return "[{" + members + "}]";
  }

  /** Files as they were found; see src/test/resources/shapes. */
  @Nested
  class Found {
    private static String shape(String name) {
      return PortfolioFixture.resource("/shapes/" + name + ".json");
    }

    private static void reads(String name, List<String> holdings, List<String> warnings) {
      assertThat(holdings(shape(name))).isEqualTo(holdings);
      assertThat(warnings(shape(name))).isEqualTo(warnings);
    }

    @Test
    void a_map_of_ids_to_amounts() {
      List<String> held = List.of("bittensor 1.25", "akash-network 100", "usd-coin 500");
      reads("01_map_id_to_amount", held, List.of());
    }

    @Test
    void a_map_of_symbols_to_amounts_with_a_date_among_them() {
      List<String> held = List.of("bittensor 1.25", "akash-network 100", "usd-coin 500");
      reads("02_map_symbol_to_amount", held, List.of(ignored("last_update")));
    }

    @Test
    void an_array_of_pairs() {
      reads("03_array_of_pairs", List.of("bittensor 1.25", "akash-network 100"), List.of());
    }

    @Test
    void an_array_with_id_symbol_and_amount() {
      List<String> held = List.of("bittensor 3.205", "near 566.5");
      reads("04_array_symbol_amount", held, List.of(ignored("name")));
    }

    @Test
    void an_array_with_coin_id_and_tokens() {
      List<String> ignored = List.of(ignored("name, tier, narrative, conviction"));
      reads("05_array_tokens_coin_id", List.of("aioz-network 1553.8"), ignored);
    }

    @Test
    void a_cost_basis_is_refused() {
      assertThat(problems(shape("06_wrapped_holdings_cost_basis_per_coin")))
          .containsExactly(
              "p.json:1:78: holdings[0].cost_basis: may be the price of a coin or of all of them;"
                  + " write `avg_price` (per coin) or `total_cost`");
    }

    @Test
    void a_wrapped_portfolio_whose_symbols_are_ids() {
      List<String> held = List.of("bittensor 0.05", "near 1.2");
      reads("07_wrapped_portfolio_symbol_is_id", held, List.of());
    }

    @Test
    void assets_with_tickers_and_an_allocation() {
      List<String> held = List.of("bittensor 1", "usd-coin 300");
      reads("08_wrapped_assets_ticker_allocation", held, List.of(ignored("allocation")));
    }

    @Test
    void a_map_of_symbols_to_objects() {
      List<String> held = List.of("bittensor 1.25 cost 500", "akash-network 100 cost 62");
      reads("09_map_symbol_to_object", held, List.of());
    }

    @Test
    void camel_case_with_a_row_id_and_a_cash_balance() {
      List<String> held = List.of("bittensor 1.25 cost 500", "usd 250.5");
      reads("10_camel_case", held, List.of(ignored("coinName, addedAt")));
    }

    @Test
    void transactions_are_refused() {
      assertThat(problems(shape("11_transactions")))
          .containsExactly("p.json:1:11: trades: " + TRANSACTIONS);
    }

    @Test
    void tokens_and_balances() {
      reads("12_token_balance", List.of("bittensor 1.25", "akash-network 100"), List.of());
    }

    @Test
    void lots_that_add_up_to_the_quantity() {
      reads("13_lots", List.of("bittensor 1.25 cost 495"), List.of());
      assertThat(read(shape("13_lots")).holdings().get(0).lots())
          .extracting(Lot::acquired)
          .containsExactly(
              Optional.of(LocalDate.of(2026, 1, 5)), Optional.of(LocalDate.of(2026, 2, 5)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asset",
        "symbol",
        "ticker",
        "coin",
        "token",
        "id",
        "coin_id",
        "coinId",
        "coinSymbol",
        "coingecko_id"
      })
  void an_asset_has_many_names(String key) {
    assertThat(holdings(one("\"" + key + "\": \"bittensor\", \"quantity\": 2")))
        .containsExactly("bittensor 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"quantity", "amount", "qty", "balance", "units", "tokens"})
  void a_quantity_has_many_names(String key) {
    assertThat(holdings(one("\"asset\": \"TAO\", \"" + key + "\": \"2.50\"")))
        .containsExactly("bittensor 2.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"avg_price", "avgPrice", "avgBuyPrice", "purchase_price"})
  void an_average_price_has_many_names(String key) {
    assertThat(holdings(one("\"asset\": \"TAO\", \"quantity\": 2, \"" + key + "\": 400")))
        .containsExactly("bittensor 2 cost 800");
  }

  @ParameterizedTest
  @ValueSource(strings = {"total_cost", "totalInvested", "invested"})
  void a_total_cost_has_many_names(String key) {
    assertThat(holdings(one("\"asset\": \"TAO\", \"quantity\": 2, \"" + key + "\": 800")))
        .containsExactly("bittensor 2 cost 800");
  }

  @Test
  void two_names_of_one_number_are_refused() {
    assertThat(problems(one("\"asset\": \"TAO\", \"amount\": 2, \"qty\": 2")))
        .containsExactly("p.json:1:39: [0].qty: says the same as `amount`; leave one of them out");
  }

  @Test
  void names_that_stand_together_agree() {
    assertThat(holdings(one("\"id\": \"bittensor\", \"symbol\": \"tao\", \"amount\": 1")))
        .containsExactly("bittensor 1");
    assertThat(problems(one("\"symbol\": \"TAO\", \"coin_id\": \"near\", \"amount\": 1")))
        .containsExactly(
            "p.json:1:31: [0].coin_id: names another asset than `symbol` does;"
                + " keep the right one");
  }

  @Test
  void an_id_tells_a_symbol_of_two_assets_apart() {
    assertThat(holdings(one("\"symbol\": \"AI\", \"id\": \"gensyn\", \"amount\": 1")))
        .containsExactly("gensyn 1");
    assertThat(holdings("{\"AI\": {\"coin_id\": \"sleepless-ai\", \"amount\": 1}}"))
        .containsExactly("sleepless-ai 1");
  }

  @Test
  void an_id_that_names_no_asset_is_ignored_beside_another_name() {
    assertThat(holdings(one("\"id\": \"h1\", \"coinId\": \"bittensor\", \"amount\": 1")))
        .containsExactly("bittensor 1");
    assertThat(holdings(one("\"id\": 17, \"symbol\": \"TAO\", \"amount\": 1")))
        .containsExactly("bittensor 1");
    assertThat(holdings("{\"TAO\": {\"id\": \"h1\", \"amount\": 1}}"))
        .containsExactly("bittensor 1");
  }

  @Test
  void an_id_alone_names_the_asset() {
    assertThat(holdings(one("\"id\": \"h1\", \"amount\": 1"))).containsExactly("h1 1");
    assertThat(problems(one("\"id\": 17, \"amount\": 1")))
        .containsExactly("p.json:1:9: [0].id: must be text in quotes");
  }

  @Test
  void a_bad_name_is_one_problem_even_with_others_behind_it() {
    assertThat(problems(one("\"symbol\": null, \"coin\": \"TAO\", \"amount\": 1")))
        .containsExactly("p.json:1:13: [0].symbol: is null; write a value, or leave it out");
  }

  @Test
  void holdings_of_a_wrapped_map_are_read_too() {
    assertThat(holdings("{\"portfolio\": {\"TAO\": 1, \"AKT\": {\"qty\": 2}}}"))
        .containsExactly("bittensor 1", "akash-network 2");
  }

  @Test
  void assets_are_own_assets_beside_holdings() {
    String json =
        """
        {"holdings": [{"coin": "mine", "amount": 1}],
         "assets": [{"id": "mine", "bucket": "hybrid"}]}
        """;
    assertThat(read(json).holdings().get(0).bucket().name()).isEqualTo("hybrid");
  }

  @Test
  void a_portfolio_that_is_a_name_is_ignored() {
    assertThat(warnings("{\"portfolio\": \"main\", \"assets\": [[\"TAO\", 1]]}"))
        .containsExactly(ignored("portfolio"));
  }

  @Test
  void two_lists_of_holdings_are_refused() {
    assertThat(problems("{\"holdings\": [], \"portfolio\": []}"))
        .containsExactly("p.json:1:31: portfolio: stands beside `holdings`; keep one of them");
  }

  @Test
  void the_same_asset_twice_stays_two_holdings() {
    assertThat(holdings("[[\"TAO\", 1], [\"bittensor\", 2]]"))
        .containsExactly("bittensor 1", "bittensor 2");
  }

  @Test
  void a_pair_has_two_parts() {
    assertThat(problems("[[\"TAO\"], [\"TAO\", 1, 2], [1, 2], [\"TAO\", \"1,000\"]]"))
        .containsExactly(
            "p.json:1:2: [0]: must be a pair of an asset and a quantity",
            "p.json:1:11: [1]: must be a pair of an asset and a quantity",
            "p.json:1:27: [2][0]: must be text in quotes",
            "p.json:1:42: [3][1]: is not a plain decimal number;"
                + " write it without commas: 1234.5");
  }

  @Test
  void a_map_holds_numbers_as_text() {
    assertThat(holdings("{\"tao\": \"1e2\"}")).containsExactly("bittensor 100");
  }

  @Test
  void in_a_map_what_names_no_asset_and_holds_nothing_is_ignored() {
    String json = "{\"TAO\": 1, \"updated\": null, \"tags\": [1], \"by\": true, \"at\": \"x\"}";
    assertThat(holdings(json)).containsExactly("bittensor 1");
    assertThat(warnings(json)).containsExactly(ignored("updated, tags, by, at"));
  }

  @Test
  void in_a_map_an_unknown_name_with_a_number_is_an_unclassified_holding() {
    assertThat(read("{\"NOSUCH\": 5}").holdings().get(0).bucket().name()).isEqualTo("unclassified");
  }

  @Test
  void in_a_map_a_known_asset_needs_a_number() {
    assertThat(problems("{\"TAO\": null, \"AKT\": [1], \"NEAR\": \"much\"}"))
        .containsExactly(
            "p.json:1:9: TAO: is null; write a value, or leave it out",
            "p.json:1:22: AKT: must be a number",
            "p.json:1:35: NEAR: is not a plain decimal number; write it as 1234.5");
  }

  @Test
  void a_key_of_a_map_is_refused_at_the_key() {
    assertThat(problems("{\"AI\": 1}"))
        .containsExactly(
            "p.json:1:2: AI: is a symbol of several assets; write gensyn or sleepless-ai");
    assertThat(problems("{\"TAO\": 1,\n \"AI\": {\"amount\": 1}}"))
        .containsExactly(
            "p.json:2:2: AI: is a symbol of several assets; write gensyn or sleepless-ai");
    assertThat(problems("{\"TAO\": {\"symbol\": \"NEAR\", \"amount\": 1}}"))
        .containsExactly(
            "p.json:1:20: TAO.symbol: names another asset than its key does; keep the right one");
  }

  @Test
  void a_lone_holding_is_no_map() {
    assertThat(problems("{\"asset\": \"TAO\", \"quantity\": 1.25}"))
        .containsExactly(
            "p.json:1:18: quantity: names no asset;"
                + " put a single holding in a list, [ { ... } ]");
  }

  @Test
  void a_file_inside_a_wrapper_is_refused() {
    assertThat(problems("{\"portfolio\": {\"holdings\": []}}"))
        .containsExactly(
            "p.json:1:16: portfolio.holdings: stands too deep; move it to the top of the file");
  }

  @Test
  void ignored_keys_are_told_in_one_warning_whatever_their_value() {
    String json =
        """
        {"holdings": [
           {"asset": "TAO", "quantity": 1, "tier": null, "tags": {"deep": [null]}},
           {"asset": "AKT", "quantity": 1, "tier": -1, "lots": [{"quantity": 1, "fee": "x"}]}],
         "owner": false}
        """;
    assertThat(warnings(json)).contains(ignored("tier, tags, fee, owner"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Quantity", "QUANTITY", "quan_tity", "quan-tity", "quantiy", "quantitty"})
  void a_key_that_resembles_a_known_one_is_refused(String key) {
    assertThat(problems(one("\"asset\": \"TAO\", \"amount\": 1, \"" + key + "\": 2")))
        .containsExactly("p.json:1:32: [0]." + key + ": unknown key; did you mean `quantity`?");
  }

  @Test
  void two_letters_swapped_resemble_and_short_names_do_not() {
    assertThat(problems(one("\"asset\": \"TAO\", \"amuont\": 1")))
        .contains("p.json:1:19: [0].amuont: unknown key; did you mean `amount`?");
    assertThat(warnings(one("\"asset\": \"TAO\", \"amount\": 1, \"nota\": \"x\"")))
        .containsExactly(ignored("nota"));
  }

  @Test
  void misspelt_keys_of_the_file_are_refused() {
    assertThat(problems("{\"TAO\": 1, \"Band\": \"5/25\"}"))
        .containsExactly("p.json:1:12: Band: unknown key; did you mean `band`?");
    assertThat(problems("{\"holdings\": [], \"cash_balance\": 5}"))
        .containsExactly("p.json:1:18: cash_balance: unknown key; did you mean `cashBalance`?");
    assertThat(problems("{\"holdigns\": []}"))
        .containsExactly("p.json:1:2: holdigns: unknown key; did you mean `holdings`?");
  }

  @Test
  void null_in_a_known_key_is_refused() {
    assertThat(problems("{\"holdings\": [], \"name\": null, \"cashBalance\": null}"))
        .containsExactly(
            "p.json:1:26: name: is null; write a value, or leave it out",
            "p.json:1:47: cashBalance: is null; write a value, or leave it out");
  }

  @Test
  void a_cash_balance_is_cash_in_the_currency_of_the_file() {
    assertThat(holdings("{\"cashBalance\": \"250.50\", \"currency\": \"EUR\"}"))
        .containsExactly("eur 250.5");
    assertThat(problems("{\"TAO\": 1, \"cashBalance\": -1}"))
        .containsExactly("p.json:1:27: cashBalance: must not be negative");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cost_basis", "costBasis"})
  void a_cost_basis_is_ambiguous(String key) {
    assertThat(problems("{\"TAO\": {\"amount\": 1, \"" + key + "\": 1}}"))
        .hasSize(1)
        .allMatch(line -> line.endsWith("write `avg_price` (per coin) or `total_cost`"));
  }

  @Test
  void a_list_of_transactions_is_refused() {
    assertThat(problems("[{\"type\": \"BUY\", \"symbol\": \"TAO\", \"quantity\": 1}]"))
        .containsExactly("p.json:1:1: " + TRANSACTIONS);
    assertThat(problems("{\"portfolio\": [{\"side\": \"sell\", \"coin\": \"TAO\"}]}"))
        .containsExactly("p.json:1:15: portfolio: " + TRANSACTIONS);
    assertThat(problems("{\"transactions\": []}"))
        .containsExactly("p.json:1:18: transactions: " + TRANSACTIONS);
  }

  @Test
  void lots_have_a_date_an_amount_and_a_price_per_coin() {
    String json =
        """
        {"timezone": "America/New_York", "holdings": [{"coin": "TAO", "lots": [
          {"date": "2026-01-06T02:30:00Z", "amount": "2", "price": "400"},
          {"acquired": "2026-02-05", "quantity": 1, "cost": 380.5}]}]}
        """;
    assertThat(holdings(json)).containsExactly("bittensor 3 cost 1180.5");
    assertThat(read(json).holdings().get(0).lots().get(0))
        .isEqualTo(
            new Lot(
                Optional.of(LocalDate.of(2026, 1, 5)),
                BigDecimal.valueOf(2),
                Optional.of(BigDecimal.valueOf(800))));
  }

  @Test
  void a_quantity_beside_lots_is_the_quantity() {
    String json = one("\"coin\": \"TAO\", \"amount\": 2, \"lots\": [{\"amount\": 1}]");
    assertThat(holdings(json)).containsExactly("bittensor 2");
    assertThat(warnings(json))
        .containsExactly("lots-differ: TAO: the lots hold 1, the holding 2: 1 apart");
  }

  @Test
  void no_lots_have_no_sum() {
    assertThat(problems(one("\"coin\": \"TAO\", \"lots\": []")))
        .containsExactly("p.json:1:2: [0]: needs `quantity`");
  }

  @Test
  void a_price_and_a_cost_of_one_lot_are_refused() {
    String lots = "\"lots\": [{\"amount\": 1, \"price\": 4, \"cost\": 4}]";
    assertThat(problems(one("\"coin\": \"TAO\", " + lots)))
        .containsExactly(
            "p.json:1:50: [0].lots[0].price: stands beside `cost`; leave one of them out");
  }

  @Test
  void an_empty_list_holds_nothing_and_an_empty_object_lacks_holdings() {
    assertThat(holdings("[]")).isEmpty();
    assertThat(problems("{}")).containsExactly("p.json:1:1: needs `holdings`");
    assertThat(problems("{\"owner\": \"me\"}")).containsExactly("p.json:1:1: needs `holdings`");
  }

  @Test
  void with_a_version_no_other_shape_is_read() {
    assertThat(problems("{\"version\": 1, \"TAO\": 1}"))
        .hasSize(2)
        .contains("p.json:1:1: needs `holdings`");
    assertThat(problems("{\"version\": 1, \"portfolio\": []}"))
        .contains("p.json:1:16: portfolio: unknown key; did you mean `holdings`?");
    assertThat(problems("{\"version\": 1, \"holdings\": [[\"TAO\", 1]]}"))
        .containsExactly("p.json:1:29: holdings[0]: must be an object, { ... }");
  }
}
