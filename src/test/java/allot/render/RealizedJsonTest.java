package allot.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RealizedJsonTest {
  private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

  private static RealizedJson json() {
    Realized realized = ImportSample.realized(ImportSample.year2026());
    return RealizedJson.of(realized, NOW, List.of(), List.of());
  }

  private static void assertFields(Class<? extends Record> type, String contract) {
    List<String> names =
        Stream.of(type.getRecordComponents()).map(RecordComponent::getName).toList();
    assertThat(names).startsWith(contract.split(" "));
  }

  @Test
  void every_field_of_the_contract_stands_in_its_order() {
    assertFields(
        RealizedJson.class, "schema asOf currency inputs year method disposals income totals");
    assertFields(
        RealizedJson.DisposalRow.class,
        "asset id account acquired sold quantity proceeds cost gain term reason source");
    assertFields(RealizedJson.IncomeRow.class, "asset id account date quantity value kind source");
    assertFields(RealizedJson.Totals.class, "shortTerm longTerm income unknown");
  }

  @Test
  void a_year_holds_what_was_sold_and_came_in_it() {
    assertThat(json().disposals())
        .extracting(RealizedJson.DisposalRow::sold)
        .containsExactly("2026-01-05", "2026-01-06", "2026-02-01", "2026-02-02");
    assertThat(json().disposals().get(0))
        .isEqualTo(
            new RealizedJson.DisposalRow(
                "TAO",
                "bittensor",
                "Coinbase",
                "2025-01-05",
                "2026-01-05",
                new BigDecimal("0.5"),
                new BigDecimal("250.1"),
                new BigDecimal("200"),
                new BigDecimal("50.1"),
                "short",
                "sell",
                "c.csv:12",
                false));
    assertThat(json().income().get(0))
        .isEqualTo(
            new RealizedJson.IncomeRow(
                "TAO",
                "bittensor",
                "Coinbase",
                "2026-01-31",
                new BigDecimal("0.01"),
                new BigDecimal("4.025"),
                "staking",
                "c.csv:7",
                false));
  }

  @Test
  void a_lot_held_for_a_year_and_a_day_is_long_term() {
    assertThat(json().disposals())
        .extracting(RealizedJson.DisposalRow::term)
        .containsExactly("short", "long", null, "short");
  }

  @Test
  void the_unknown_is_null_in_no_total_and_counted() {
    RealizedJson json = json();
    assertThat(json.disposals().get(2))
        .isEqualTo(
            new RealizedJson.DisposalRow(
                "NULL1",
                null,
                "Coinbase",
                null,
                "2026-02-01",
                new BigDecimal("1000"),
                new BigDecimal("10"),
                null,
                null,
                null,
                "spend",
                "c.csv:12",
                false));
    assertThat(json.totals())
        .isEqualTo(
            new RealizedJson.Totals(
                new BigDecimal("50.1"), new BigDecimal("-234.5678"), new BigDecimal("4.025"), 3));
    assertThat(json.warnings())
        .extracting(Envelope.Notice::message)
        .containsExactly(
            "NULL1: date or cost unknown of one disposal at c.csv:12",
            "TAO: proceeds unknown of one disposal at c.csv:12",
            "NULL1: value unknown of one receipt at c.csv:7");
  }

  @Test
  void lists_of_nothing_are_there() {
    Realized nothing = ImportSample.realized(ImportSample.ledger(List.of(), List.of()));
    String json = JsonRenderer.render(RealizedJson.of(nothing, NOW, List.of(), List.of()));
    assertThat(json)
        .isEqualTo(
            """
            {
              "schema": "allot.realized/1",
              "asOf": "2026-11-20T18:00:00Z",
              "currency": "USD",
              "inputs": [],
              "year": 2026,
              "method": "fifo",
              "disposals": [],
              "income": [],
              "totals": {
                "shortTerm": 0,
                "longTerm": 0,
                "income": 0,
                "unknown": 0
              },
              "notes": [],
              "warnings": []
            }
            """);
  }

  @Test
  void the_table_has_the_columns_of_form_8949() {
    Realized realized = ImportSample.realized(ImportSample.year2026());
    assertThat(CsvRenderer.render(Form8949.table(realized.year())))
        .isEqualTo(
            """
            description,acquired,sold,proceeds,cost,code,adjustment,gain,term,account
            0.5 TAO,2025-01-05,2026-01-05,250.1,200,,,50.1,short,Coinbase
            1.25 TAO,2025-01-05,2026-01-06,1000,1234.5678,,,-234.5678,long,Coinbase
            1000 NULL1,,2026-02-01,10,,,,,,Coinbase
            0.001 TAO,2025-03-01,2026-02-02,,0.4,,,,short,Coinbase
            """);
  }
}
