package allot.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.Law;
import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.portfolio.HeldLots;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The holdings of some accounts replaced in a file, everything else byte for byte as it was. */
class AccountReplacementTest {
  private static final AssetCatalog CATALOG = AssetCatalog.builtIn();

  private static HeldLots held(String id, String account, Lot... lots) {
    Asset asset = CATALOG.byId(id).orElseGet(() -> Asset.unknown(id));
    return new HeldLots(asset, account, List.of(lots));
  }

  private static Lot lot(String acquired, String quantity, String cost) {
    return new Lot(
        Optional.of(acquired).filter(day -> !day.isEmpty()).map(LocalDate::parse),
        new BigDecimal(quantity),
        Optional.of(cost).filter(amount -> !amount.isEmpty()).map(BigDecimal::new));
  }

  private static PortfolioEdit edit(String text) {
    return PortfolioEdit.of(InputFile.of("p.json", text.getBytes(UTF_8)), CATALOG);
  }

  private static String after(String old, List<String> accounts, HeldLots... held) {
    return new String(edit(old).replacing(accounts, List.of(held)), UTF_8);
  }

  private static final String FILE =
      """
      {
        "version": 1,
        "holdings": [
          { "asset": "TAO", "quantity": "4", "price": "402.15", "account": "kraken", "note": "mine",
            "lots": [
              { "acquired": "2025-02-03", "quantity": "3", "cost": "900.00" },
              { "acquired": "2026-03-18", "quantity": "1", "cost": "350.00" }
            ] },
          { "asset": "AKT", "quantity": "5200", "price": "1.24", "account": "Ledger" },
          { "asset": "GRT", "quantity": "10", "account": "Kraken" },
          { "asset": "USD", "quantity": "350.00", "account": "Kraken" }
        ],
        "band": "5/25"
      }
      """;

  @Test
  void a_row_keeps_its_words_one_that_is_sold_out_goes_and_a_new_one_comes_last() {
    assertThat(
            after(
                FILE,
                List.of("Kraken"),
                held(
                    "bittensor",
                    "Kraken",
                    lot("2025-02-03", "2.5", "750"),
                    lot("2026-03-18", "1", "350"),
                    lot("2026-11-01", "0.25", "")),
                held("near", "Kraken", lot("2026-11-02", "7", "14"), lot("", "1", ""))))
        .isEqualTo(
            """
            {
              "version": 1,
              "holdings": [
                { "asset": "TAO", "quantity": "3.75", "price": "402.15", "account": "kraken", "note": "mine",
                  "lots": [
                    { "acquired": "2025-02-03", "quantity": "2.5", "cost": "750" },
                    { "acquired": "2026-03-18", "quantity": "1", "cost": "350.00" },
                    { "acquired": "2026-11-01", "quantity": "0.25" }
                  ] },
                { "asset": "AKT", "quantity": "5200", "price": "1.24", "account": "Ledger" },
                { "asset": "USD", "quantity": "350.00", "account": "Kraken" },
                { "asset": "NEAR", "quantity": "8", "account": "kraken",
                  "lots": [
                    { "acquired": "2026-11-02", "quantity": "7", "cost": "14" },
                    { "quantity": "1" }
                  ] }
              ],
              "band": "5/25"
            }
            """);
  }

  @Test
  void what_the_file_says_already_stays_byte_for_byte() {
    HeldLots tao =
        held(
            "bittensor",
            "KRAKEN ",
            lot("2025-02-03", "3.00", "900"),
            lot("2026-03-18", "1.0", "350"));
    String once = after(FILE, List.of("KRAKEN"), tao);
    assertThat(once)
        .isEqualTo(
            FILE.replace(
                "    { \"asset\": \"GRT\", \"quantity\": \"10\", \"account\": \"Kraken\" },\n",
                ""));
    assertThat(after(once, List.of("Kraken"), tao)).isEqualTo(once);
    assertThat(after(FILE, List.of("Gemini"))).isEqualTo(FILE);
    assertThat(after(FILE, List.of())).isEqualTo(FILE);
  }

  @Test
  void all_lots_of_a_row_may_be_others() {
    assertThat(
            after(
                FILE,
                List.of("Kraken"),
                held(
                    "bittensor",
                    "Kraken",
                    lot("2024-01-01", "4", "1"),
                    lot("2025-02-03", "1", "2")),
                held("the-graph", "Kraken", lot("2024-01-01", "10", "3"))))
        .contains(
            "      \"lots\": [\n"
                + "        { \"acquired\": \"2024-01-01\", \"quantity\": \"4\", \"cost\": \"1\" },\n"
                + "        { \"acquired\": \"2025-02-03\", \"quantity\": \"1\", \"cost\": \"2\" }\n"
                + "      ] },\n",
            "{ \"asset\": \"GRT\", \"quantity\": \"10\", \"account\": \"Kraken\", \"lots\": [\n"
                + "        { \"acquired\": \"2024-01-01\", \"quantity\": \"10\", \"cost\": \"3\" }\n"
                + "      ] },\n");
  }

  @Test
  void line_ends_tabs_a_byte_order_mark_and_odd_blanks_stay() {
    String old =
        "\uFEFF{\r\n\t\"holdings\" :[\r\n"
            + "\t\t{ \"coin\":\"tao\" ,\"wallet\":[1,  2], \"amount\":2e0, \"account\":\"A\" },\r\n"
            + "\t\t{ \"coin\":\"near\" ,\"amount\":7.0 , \"account\":\"B\"}\r\n\t]  ,\r\n"
            + "\t\"my key\" :  {\"x\":[ ]}\r\n}";
    assertThat(
            after(
                old,
                List.of("a"),
                held("bittensor", "a", lot("2025-01-01", "3", "6")),
                held("akash-network", "a", lot("2025-01-02", "1", ""))))
        .isEqualTo(
            old.replace(
                    "\"amount\":2e0, \"account\":\"A\" }",
                    "\"amount\":3, \"account\":\"A\" ,\"lots\" :[ { \"acquired\" :\"2025-01-01\""
                        + " ,\"quantity\" :3 ,\"cost\" :6 } ] }")
                .replace(
                    "\"B\"}\r\n",
                    "\"B\"},\r\n\t\t{ \"asset\" :\"AKT\" ,\"quantity\" :1 ,\"account\" :\"A\" ,"
                        + "\"lots\" :[ { \"acquired\" :\"2025-01-02\" ,\"quantity\" :1 } ]}\r\n"));
  }

  @Test
  void a_bare_list_and_one_that_empties_are_lists_still() {
    String old = "[ {\"symbol\": \"TAO\", \"qty\": \"1\", \"account\": \"x\"} ]";
    assertThat(after(old, List.of("X"))).isEqualTo("[]");
    assertThat(after(old, List.of("X"), held("near", "X", lot("2025-01-01", "2", "3"))))
        .isEqualTo(
            "[ {\"asset\": \"NEAR\", \"quantity\": \"2\", \"account\": \"x\", \"lots\":"
                + " [{\"acquired\": \"2025-01-01\", \"quantity\": \"2\", \"cost\": \"3\"}]} ]");
  }

  @Test
  void an_empty_list_on_lines_gets_a_line_for_each_lot() {
    String old = "{\n  \"version\": 1,\n  \"holdings\": []\n}\n";
    assertThat(
            after(
                old,
                List.of(),
                held("near", "X", lot("2025-01-01", "2", "3"), lot("2025-01-02", "1", "3"))))
        .isEqualTo(
            """
            {
              "version": 1,
              "holdings": [
                { "asset": "NEAR", "quantity": 3, "account": "X",
                  "lots": [
                    { "acquired": "2025-01-01", "quantity": 2, "cost": 3 },
                    { "acquired": "2025-01-02", "quantity": 1, "cost": 3 }
                  ] }
              ]
            }
            """);
  }

  @Test
  void costs_beside_the_lots_go_and_cash_beside_the_list_stays() {
    String old =
        "{ \"cashBalance\": 5, \"holdings\": [ { \"asset\": \"TAO\", \"avgPrice\": 2,"
            + " \"quantity\": 2, \"totalInvested\": 4 } ] }";
    assertThat(after(old, List.of(""), held("bittensor", "", lot("", "3", "9"))))
        .isEqualTo(
            "{ \"cashBalance\": 5, \"holdings\": [ { \"asset\": \"TAO\","
                + " \"quantity\": 3, \"lots\": [ { \"quantity\": 3, \"cost\": 9 } ] } ] }");
  }

  @Test
  void a_part_of_a_lot_with_a_price_per_coin_is_written_anew() {
    String old =
        "[ { \"coin\": \"TAO\", \"lots\": [ { \"date\": \"2025-01-01\", \"amount\": 4,"
            + " \"price\": 2.5 } ] } ]";
    assertThat(after(old, List.of(""), held("bittensor", "", lot("2025-01-01", "4", "10"))))
        .isEqualTo(old);
    assertThat(after(old, List.of(""), held("bittensor", "", lot("2025-01-01", "3", "7.6"))))
        .isEqualTo(
            "[ { \"coin\": \"TAO\", \"lots\": [ { \"date\": \"2025-01-01\", \"amount\": 3,"
                + " \"cost\": 7.6 } ] } ]");
  }

  @Test
  void the_files_own_assets_are_what_a_statement_could_not_name() {
    String old =
        "{ \"version\": 1, \"assets\": [ { \"id\": \"my-token\", \"symbol\": \"MYT\","
            + " \"bucket\": \"hybrid\" } ], \"holdings\": [ { \"asset\": \"my-token\","
            + " \"quantity\": 1, \"account\": \"a\" } ] }";
    assertThat(after(old, List.of("a"), held("MYT", "a", lot("", "2", ""))))
        .isEqualTo(
            old.replace(
                "\"quantity\": 1, \"account\": \"a\"",
                "\"quantity\": 2, \"account\": \"a\", \"lots\": [ { \"quantity\": 2 } ]"));
  }

  @Test
  void several_rows_of_one_asset_in_one_account_are_refused_all_of_them_named() {
    String old =
        "{ \"version\": 1, \"holdings\": ["
            + " { \"asset\": \"TAO\", \"quantity\": 1, \"account\": \"a\" },"
            + " { \"asset\": \"TAO\", \"quantity\": 1, \"account\": \"A\", \"role\": \"frozen\" },"
            + " { \"asset\": \"NEAR\", \"quantity\": 1, \"account\": \"a\" },"
            + " { \"asset\": \"NEAR\", \"quantity\": 1, \"account\": \"a\" },"
            + " { \"asset\": \"AKT\", \"quantity\": 1, \"account\": \"b\" },"
            + " { \"asset\": \"AKT\", \"quantity\": 1, \"account\": \"b\" } ] }";
    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, () -> after(old, List.of("a")));
    assertThat(PortfolioFixture.lines(refusal))
        .containsExactly(
            "p.json: has 2 rows of TAO in a, and a statement does not tell which is which; give the"
                + " frozen row an account of its own",
            "p.json: has 2 rows of NEAR in a, and a statement does not tell which is which; make"
                + " one of them, or import under another name with --account");
  }

  @Test
  void what_the_rest_of_the_file_stands_on_is_not_taken_away() {
    String old =
        "{ \"version\": 1, \"within\": { \"hybrid\": { \"TAO\": 100 } }, \"holdings\": ["
            + " { \"asset\": \"TAO\", \"quantity\": 1, \"account\": \"a\", \"bucket\": \"hybrid\" } ] }";
    assertThatThrownBy(() -> after(old, List.of("a")))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith("p.json: with the new holdings it would be invalid: within");
    assertThatThrownBy(() -> after("{ \"TAO\": 1 }", List.of("a")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("list of objects");
  }

  private static BigDecimal decimal(SplittableRandom random) {
    return BigDecimal.valueOf(random.nextLong(1, 100_000), random.nextInt(9));
  }

  private static List<Lot> lots(SplittableRandom random) {
    List<Lot> lots = new ArrayList<>();
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      lots.add(
          new Lot(
              random.nextInt(4) == 0
                  ? Optional.empty()
                  : Optional.of(LocalDate.ofEpochDay(20_000 + random.nextInt(3))),
              decimal(random),
              random.nextInt(4) == 0 ? Optional.empty() : Optional.of(decimal(random))));
    }
    return lots;
  }

  /** Each asset of an account once, at random. */
  private static List<HeldLots> held(SplittableRandom random, List<String> accounts) {
    List<HeldLots> held = new ArrayList<>();
    for (String account : accounts) {
      for (String id : List.of("bittensor", "near", "gensyn", "NULL1")) {
        if (random.nextBoolean()) {
          held.add(held(id, account, lots(random).toArray(new Lot[0])));
        }
      }
    }
    return held;
  }

  /** Some lots less, a part of one, some more: what a year of trades leaves. */
  private static HeldLots later(SplittableRandom random, HeldLots held) {
    List<Lot> lots = new ArrayList<>(held.lots());
    for (int i = random.nextInt(lots.size()); i > 0; i--) {
      lots.remove(0);
    }
    Lot first = lots.get(0);
    if (random.nextBoolean()) {
      BigDecimal half = first.quantity().divide(BigDecimal.valueOf(2));
      lots.set(0, new Lot(first.acquired(), half, first.cost().map(cost -> cost.add(half))));
    }
    if (random.nextBoolean()) {
      lots.addAll(lots(random));
    }
    return new HeldLots(held.asset(), held.account(), lots);
  }

  private static void assertHeld(List<Holding> holdings, List<HeldLots> held, String account) {
    for (HeldLots one : held) {
      if (!one.account().equalsIgnoreCase(account)) {
        continue;
      }
      assertThat(holdings)
          .filteredOn(
              holding ->
                  holding.account().toLowerCase(Locale.ROOT).equals(account)
                      && holding.asset().id().equals(one.asset().id()))
          .singleElement()
          .satisfies(
              holding ->
                  assertThat(PortfolioFixture.lots(holding.lots()))
                      .isEqualTo(PortfolioFixture.lots(one.lots())));
    }
  }

  @Test
  void the_file_then_says_what_the_statements_say_and_twice_is_once() {
    Law.holds(
        random -> {
          List<String> accounts = List.of("Kraken", "b");
          List<HeldLots> first = held(random, accounts);
          byte[] bytes =
              new PortfolioDraft(
                      allot.money.CurrencyUnit.USD, Optional.empty(), held(random, accounts))
                  .bytes("p.json", CATALOG);
          bytes = bytes(bytes, List.of("KRAKEN", "B"), first);
          List<HeldLots> second = new ArrayList<>();
          first.forEach(one -> second.add(later(random, one)));
          second.removeIf(one -> !one.account().equals("Kraken") || random.nextInt(4) == 0);
          byte[] fresh = bytes(bytes, List.of("kraken"), second);
          Portfolio read = PortfolioFile.read(InputFile.of("p.json", fresh), CATALOG);
          assertHeld(read.holdings(), second, "kraken");
          assertHeld(read.holdings(), first, "b");
          assertThat(read.holdings())
              .hasSize(
                  second.size()
                      + (int) first.stream().filter(one -> one.account().equals("b")).count());
          assertThat(bytes(fresh, List.of("kraken"), second)).isEqualTo(fresh);
        });
  }

  private static byte[] bytes(byte[] old, List<String> accounts, List<HeldLots> held) {
    return PortfolioEdit.of(InputFile.of("p.json", old), CATALOG).replacing(accounts, held);
  }
}
