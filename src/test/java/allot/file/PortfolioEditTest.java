package allot.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import allot.catalog.AssetCatalog;
import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.problem.ProblemException;
import allot.record.Bookkeeper;
import allot.record.Deal;
import allot.record.Entry;
import allot.record.LotChoice;
import allot.record.Origin;
import allot.record.Payment;
import allot.record.Recording;
import allot.tax.LotSelection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortfolioEditTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");
  private static final Map<String, List<Integer>> NO_PLAN = Map.of();

  private static Deal deal(Portfolio portfolio, String asset, String account, String units) {
    BigDecimal quantity = new BigDecimal(units);
    return new Deal(
        ((allot.catalog.Match.Found) portfolio.find(asset)).asset(),
        account,
        quantity,
        BigDecimal.TEN,
        quantity.multiply(BigDecimal.TEN),
        BigDecimal.ZERO,
        DAY);
  }

  private static Entry buy(Portfolio portfolio, String asset, String account, String units) {
    return new Entry.Buy(
        Origin.TYPED,
        deal(portfolio, asset, account, units),
        Instant.parse("2026-11-20T18:00:00Z"),
        Payment.WHERE_HELD);
  }

  private static Entry sell(Portfolio portfolio, String asset, String account, String units) {
    return new Entry.Sell(
        Origin.TYPED,
        deal(portfolio, asset, account, units),
        new LotChoice.Ordered(LotSelection.FIFO),
        Payment.WHERE_HELD);
  }

  /** What is to happen to a portfolio. */
  private interface Happening {
    Entry in(Portfolio portfolio);
  }

  private static byte[] after(byte[] old, Map<String, List<Integer>> plan, Happening happening) {
    PortfolioEdit edit = PortfolioEdit.of(InputFile.of("p.json", old), AssetCatalog.builtIn());
    Portfolio portfolio = edit.portfolio();
    Recording recording = Bookkeeper.book(portfolio, "p.json", List.of(happening.in(portfolio)));
    return edit.with(recording.changes(), recording.added(), plan);
  }

  private static String after(String old, Happening happening) {
    return new String(after(old.getBytes(UTF_8), NO_PLAN, happening), UTF_8);
  }

  @Test
  void a_file_on_one_line_without_blanks_stays_one() {
    String old =
        "{\"version\":1,\"holdings\":[{\"asset\":\"TAO\",\"quantity\":2,\"lots\":"
            + "[{\"quantity\":2,\"cost\":5}]}]}";
    assertThat(after(old, p -> buy(p, "TAO", "", "1")))
        .isEqualTo(
            "{\"version\":1,\"holdings\":[{\"asset\":\"TAO\",\"quantity\":3,\"lots\":"
                + "[{\"quantity\":2,\"cost\":5},"
                + "{\"acquired\":\"2026-11-20\",\"quantity\":1,\"cost\":10}]}]}");
    assertThat(after(old, p -> buy(p, "AKT", "", "1")))
        .isEqualTo(
            "{\"version\":1,\"holdings\":[{\"asset\":\"TAO\",\"quantity\":2,\"lots\":"
                + "[{\"quantity\":2,\"cost\":5}]},{\"asset\":\"AKT\",\"quantity\":1,\"price\":10,"
                + "\"priceAsOf\":\"2026-11-20T18:00:00Z\",\"lots\":"
                + "[{\"acquired\":\"2026-11-20\",\"quantity\":1,\"cost\":10}]}]}");
  }

  @Test
  void a_file_spread_over_lines_is_spread_further() {
    String old =
        """
        {
            "version": 1,
            "holdings": [
                {
                    "asset": "TAO",
                    "quantity": 2.50,
                    "price": 4e2
                }
            ]
        }
        """;
    assertThat(after(old, p -> buy(p, "AKT", "x", "1")))
        .isEqualTo(
            """
            {
                "version": 1,
                "holdings": [
                    {
                        "asset": "TAO",
                        "quantity": 2.50,
                        "price": 4e2
                    },
                    {
                        "asset": "AKT",
                        "quantity": 1,
                        "price": 10,
                        "priceAsOf": "2026-11-20T18:00:00Z",
                        "account": "x",
                        "lots": [
                            {
                                "acquired": "2026-11-20",
                                "quantity": 1,
                                "cost": 10
                            }
                        ]
                    }
                ]
            }
            """);
    assertThat(after(old, p -> buy(p, "TAO", "", "1")))
        .contains(
            "            \"price\": 4e2,\n"
                + "            \"lots\": [\n"
                + "                {\n"
                + "                    \"quantity\": 2.5\n"
                + "                },\n");
  }

  @Test
  void line_ends_tabs_and_a_byte_order_mark_stay() {
    String old =
        "\uFEFF{\r\n\t\"version\" : 1,\r\n\t\"note_of_mine\" : 0\r\n}\r\n"
            .replace(
                "\"note_of_mine\" : 0",
                "\"holdings\" : [\r\n\t\t{ \"asset\" : \"TAO\", \"quantity\" : \"2\","
                    + " \"avg_price\" : 3 }\r\n\t]");
    String fresh =
        new String(
            after(old.getBytes(UTF_8), Map.of("dca-1", List.of(1)), p -> sell(p, "TAO", "", "0.5")),
            UTF_8);
    assertThat(fresh)
        .isEqualTo(
            old.replace("\"2\"", "\"1.5\"")
                .replace("\t]\r\n}", "\t],\r\n\t\"recorded\" : { \"dca-1\" : [1] }\r\n}"));
  }

  @Test
  void lots_that_go_take_their_commas_with_them() {
    String old =
        """
        { "version": 1, "holdings": [ { "asset": "TAO", "quantity": 6, "lots": [
            { "acquired": "2025-01-03", "quantity": 3 },
            { "acquired": "2025-01-01", "quantity": 1 },
            { "acquired": "2025-01-02", "quantity": 2 } ] } ] }
        """;
    assertThat(after(old, p -> sell(p, "TAO", "", "1"))).doesNotContain("01-01").contains("-03");
    assertThat(after(old, p -> sell(p, "TAO", "", "3")))
        .isEqualTo(
            """
            { "version": 1, "holdings": [ { "asset": "TAO", "quantity": 3, "lots": [
                { "acquired": "2025-01-03", "quantity": 3 } ] } ] }
            """);
    assertThat(after(old, p -> sell(p, "TAO", "", "6"))).contains("\"lots\": [] }");
  }

  @Test
  void a_quantity_that_only_the_lots_say_is_written_when_they_are_gone() {
    String old =
        "[ { \"coin\": \"TAO\", \"lots\": [ { \"date\": \"2025-01-01\", \"amount\": \"2\" } ] } ]";
    assertThat(after(old, p -> sell(p, "TAO", "", "1"))).isEqualTo(old.replace("\"2\"", "\"1\""));
    assertThat(after(old, p -> sell(p, "TAO", "", "2")))
        .isEqualTo("[ { \"coin\": \"TAO\", \"lots\": [], \"quantity\": 0 } ]");
    assertThat(after(old, p -> buy(p, "TAO", "", "2")))
        .contains(", { \"date\": \"2026-11-20\", \"amount\": \"2\", \"cost\": \"20\" } ] } ]");
  }

  @Test
  void costs_beside_lots_go_for_they_would_be_wrong() {
    String old =
        "{ \"holdings\": [ { \"avgPrice\": 2, \"asset\": \"TAO\", \"quantity\": 2,"
            + " \"totalInvested\": 4, \"lots\": [ { \"quantity\": 2 } ] } ] }";
    assertThat(after(old, p -> sell(p, "TAO", "", "1")))
        .isEqualTo(
            "{ \"holdings\": [ { \"asset\": \"TAO\", \"quantity\": 1,"
                + " \"lots\": [ { \"quantity\": 1 } ] } ] }");
  }

  @Test
  void an_average_and_a_total_both_stay_as_long_as_they_agree() {
    String old =
        "{ \"holdings\": [ { \"asset\": \"TAO\", \"quantity\": 2,"
            + " \"avg_price\": 2.01, \"total_cost\": 4 } ] }";
    assertThat(after(old, p -> sell(p, "TAO", "", "1")))
        .isEqualTo(
            "{ \"holdings\": [ { \"asset\": \"TAO\", \"quantity\": 1,"
                + " \"avg_price\": 2.01, \"total_cost\": 2 } ] }");
    String tiny =
        "{ \"holdings\": [ { \"asset\": \"TAO\", \"quantity\": 2,"
            + " \"avg_price\": 1e-9, \"total_cost\": 2e-9 } ] }";
    assertThat(after(tiny, p -> sell(p, "TAO", "", "1")))
        .isEqualTo(
            "{ \"holdings\": [ { \"asset\": \"TAO\", \"quantity\": 1,"
                + " \"total_cost\": 0 } ] }");
  }

  @Test
  void entries_of_plans_are_kept_beside_those_that_are_there() {
    String old =
        "{ \"holdings\": [ { \"asset\": \"TAO\", \"quantity\": 2 } ],"
            + " \"recorded\": { \"a\": [1,2], \"b\": [] } }";
    PortfolioEdit edit =
        PortfolioEdit.of(InputFile.of("p.json", old.getBytes(UTF_8)), AssetCatalog.builtIn());
    assertThat(edit.recorded()).isEqualTo(Map.of("a", List.of(1, 2), "b", List.of()));
    assertThat(new String(edit.with(List.of(), List.of(), Map.of("a", List.of(4))), UTF_8))
        .isEqualTo(old.replace("[1,2]", "[1,2,4]"));
    assertThat(new String(edit.with(List.of(), List.of(), Map.of("b", List.of(4, 7))), UTF_8))
        .isEqualTo(old.replace("[]", "[4, 7]"));
    assertThat(new String(edit.with(List.of(), List.of(), Map.of("c \"", List.of(9))), UTF_8))
        .isEqualTo(old.replace("\"b\": []", "\"b\": [], \"c \\\"\": [9]"));
  }

  @Test
  void a_spread_file_spreads_what_is_recorded() {
    String old =
        """
        {
          "holdings": [
            {
              "asset": "TAO",
              "quantity": 2
            }
          ]
        }
        """;
    PortfolioEdit edit =
        PortfolioEdit.of(InputFile.of("p.json", old.getBytes(UTF_8)), AssetCatalog.builtIn());
    assertThat(new String(edit.with(List.of(), List.of(), Map.of("a", List.of(1, 3))), UTF_8))
        .isEqualTo(
            """
            {
              "holdings": [
                {
                  "asset": "TAO",
                  "quantity": 2
                }
              ],
              "recorded": {
                "a": [
                  1,
                  3
                ]
              }
            }
            """);
  }

  @Test
  void nothing_changes_without_a_change() {
    byte[] old = "{ \"holdings\" : [ ] , \"recorded\":{ } }\r".getBytes(UTF_8);
    PortfolioEdit edit = PortfolioEdit.of(InputFile.of("p.json", old), AssetCatalog.builtIn());
    assertThat(edit.with(List.of(), List.of(), NO_PLAN)).isEqualTo(old);
  }

  @Test
  void names_are_escaped_and_an_id_stands_where_a_symbol_does_not_tell() {
    String old = "{ \"version\": 1, \"holdings\": [] }";
    assertThat(after(old, p -> buy(p, "gensyn", "a\t\"b\\c é", "1")))
        .contains("{ \"asset\": \"gensyn\",")
        .contains("\"account\": \"a\\u0009\\\"b\\\\c é\"");
  }

  @Test
  void the_price_of_a_moved_holding_is_dated_as_it_was() {
    String old =
        "{ \"version\": 1, \"asOf\": \"2026-11-20T16:00:00Z\", \"timezone\": \"America/New_York\","
            + " \"holdings\": [ { \"asset\": \"TAO\", \"quantity\": 2, \"price\": 5, \"account\": \"a\" },"
            + " { \"asset\": \"AKT\", \"quantity\": 2, \"price\": 5, \"priceAsOf\": \"2026-11-19\" } ] }";
    Happening moved =
        p ->
            new Entry.Move(
                Origin.TYPED,
                deal(p, "TAO", "a", "1").asset(),
                BigDecimal.ONE,
                "a",
                "b",
                new LotChoice.Ordered(LotSelection.FIFO));
    assertThat(after(old, moved))
        .endsWith("{ \"asset\": \"TAO\", \"quantity\": 1, \"price\": 5, \"account\": \"b\" } ] }");
    Happening dated =
        p ->
            new Entry.Move(
                Origin.TYPED,
                deal(p, "AKT", "", "1").asset(),
                BigDecimal.ONE,
                "",
                "b",
                new LotChoice.Ordered(LotSelection.FIFO));
    assertThat(after(old, dated)).contains("\"priceAsOf\": \"2026-11-19\", \"account\": \"b\"");
  }

  @Test
  void what_has_no_list_of_objects_is_refused() {
    for (String old :
        List.of(
            "{ \"TAO\": 1 }",
            "[ [ \"TAO\", 1 ] ]",
            "{ \"holdings\": { \"TAO\": 1 } }",
            "{ \"cashBalance\": 500 }")) {
      assertThatThrownBy(() -> after(old, p -> buy(p, "TAO", "", "1")))
          .as(old)
          .isInstanceOf(ProblemException.class)
          .hasMessageStartingWith(
              "p.json: has no list of objects to record in; write its holdings");
    }
  }

  @Test
  void what_would_say_something_else_is_a_defect_and_not_written() {
    String old = "{ \"holdings\": [ { \"asset\": \"TAO\", \"quantity\": 2 } ] }";
    PortfolioEdit edit =
        PortfolioEdit.of(InputFile.of("p.json", old.getBytes(UTF_8)), AssetCatalog.builtIn());
    Holding tao = edit.portfolio().holdings().get(0);
    // a note of a new holding is nothing that is written
    Holding noted =
        new Holding(
            tao.asset(),
            tao.quantity(),
            tao.price(),
            "x",
            tao.role(),
            tao.classification(),
            tao.lots(),
            tao.cost(),
            "lost");
    assertThatThrownBy(() -> edit.with(List.of(), List.of(noted), NO_PLAN))
        .isInstanceOf(IllegalStateException.class);
  }
}
