package allot.statement;

import static allot.statement.ToolStatements.faults;
import static allot.statement.ToolStatements.lines;
import static allot.statement.ToolStatements.sample;
import static allot.statement.ToolStatements.text;
import static allot.statement.ToolStatements.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.problem.Kind;
import allot.problem.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GenericTest {
  private static final String HEADER = "date,symbol,side,quantity,price,fee,currency";

  @Test
  void usual_names_are_known_and_the_price_is_per_unit() {
    Statement read = sample("generic/own.csv");
    assertThat(read.source()).isEqualTo("generic");
    assertThat(read.tool()).isFalse();
    assertThat(faults(read)).isEmpty();
    assertThat(lines(read))
        .containsExactly(
            // 1.25 times 400, and 0.5 times 250
            "2 TRADE Coinbase +1.25 TAO -500 USD fee 2.5 USD [BUY]",
            "3 TRADE Kraken +125 USD -0.5 TAO fee 1 USD [SELL]");
    assertThat(times(read)).containsExactly("2026-01-05T00:00:00Z", "2026-02-10T00:00:00Z");
  }

  @Test
  void semicolons_decimal_commas_and_days_first_go_together() {
    Statement read = sample("generic/decimal-commas.csv");
    assertThat(faults(read)).isEmpty();
    assertThat(lines(read))
        .containsExactly(
            "2 TRADE imported +1.25 TAO -500 USD fee 2.5 USD [Buy]",
            "3 INCOME imported +0.0125 TAO [reward]");
    assertThat(times(read)).containsExactly("2026-01-05T14:25:00Z", "2026-01-20T00:00:00Z");
  }

  @Test
  void columns_of_other_names_are_mapped() {
    Statement read =
        sample(
            "generic/mapped.csv",
            Map.of(
                "date", "When",
                "asset", "Coin",
                "side", "what",
                "price", "Each",
                "fee", "Cost",
                "currency", "In",
                "account", "Where"),
            ToolStatements.terms());
    assertThat(faults(read)).isEmpty();
    assertThat(lines(read))
        .containsExactly(
            "2 TRADE Kraken +1.25 TAO -500 USD fee 2.5 USD [Bought]",
            "3 TRADE Kraken +205 USD -0.5 TAO fee 1 USD [Sold]",
            "4 INCOME Kraken +0.01 TAO =4.2 [interest]",
            "5 TRADE imported +100 AKT -0.2 TAO fee 0.001 TAO [Buy]",
            "6 REMOVAL imported -10 AKT [Donation]",
            "7 SPENDING imported -5 AKT =2.5 [Payment]");
  }

  @Test
  void a_map_with_an_unknown_field_is_a_wrong_command_line() {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> Formats.all(Map.of("colour", "Shade")));
    assertThat(refused.kind()).isEqualTo(Kind.USAGE);
    assertThat(refused.problems().get(0).line())
        .isEqualTo(
            "--map knows no field `colour`; its fields are date, asset, side, quantity, price, fee,"
                + " currency, account");
  }

  @Test
  void a_file_that_mixes_decimal_marks_is_at_fault_where_it_does() {
    Statement read =
        text(
            "Date;Symbol;Type;Quantity;Price",
            "05.01.2026;TAO;Buy;1,25;400,00",
            "06.01.2026;TAO;Buy;1.5;400",
            "07.01.2026;TAO;Buy;2;1.400,50",
            "08.01.2026;TAO;Buy;2;1.400");
    assertThat(lines(read))
        .containsExactly(
            "2 TRADE imported +1.25 TAO -500 USD [Buy]",
            "4 TRADE imported +2 TAO -2801 USD [Buy]",
            "5 TRADE imported +2 TAO -2800 USD [Buy]");
    assertThat(faults(read))
        .containsExactly("f.csv:3 an amount has a decimal point in a file of decimal commas");
    assertThat(read.faults().get(0).remedy())
        .isEqualTo("write all its amounts with the same decimal mark");
  }

  @Test
  void amounts_that_may_be_read_either_way_wait_for_one_that_may_not() {
    assertThat(
            lines(
                text(
                    HEADER,
                    "2026-01-05,AKT,buy,\"1,250\",2,,",
                    "2026-01-06,AKT,buy,3,2,,",
                    "2026-01-07,AKT,buy,1.5,2,,")))
        .containsExactly(
            "2 TRADE imported +1250 AKT -2500 USD [buy]",
            "3 TRADE imported +3 AKT -6 USD [buy]",
            "4 TRADE imported +1.5 AKT -3 USD [buy]");
    assertThat(
            lines(
                text(
                    HEADER.replace(',', ';'),
                    "2026-01-05;AKT;buy;1,250;2;;",
                    "2026-01-07;AKT;buy;1,5;2;;")))
        .containsExactly(
            "2 TRADE imported +1.25 AKT -2.5 USD [buy]", "3 TRADE imported +1.5 AKT -3 USD [buy]");
  }

  @Test
  void where_nothing_decides_the_dates_do_and_else_it_is_a_fault() {
    assertThat(lines(text(HEADER, "2026-01-05,AKT,buy,1.250,2,,")))
        .containsExactly("2 TRADE imported +1.25 AKT -2.5 USD [buy]");
    assertThat(lines(text(HEADER.replace(',', ';'), "05.01.2026;AKT;buy;1,250;2;;")))
        .containsExactly("2 TRADE imported +1.25 AKT -2.5 USD [buy]");
    assertThat(faults(text(HEADER.replace(',', ';'), "2026-01-05;AKT;buy;1,250;2;;")))
        .containsExactly("f.csv:2 an amount has a mark that may be decimal or divide thousands");
    assertThat(faults(text(HEADER.replace(',', ';'), "05.01.2026;AKT;buy;1.250;2;;")))
        .containsExactly("f.csv:2 an amount has a mark that may be decimal or divide thousands");
  }

  @Test
  void dates_with_strokes_are_read_as_the_first_day_above_twelve_tells() {
    assertThat(
            times(
                text(
                    HEADER,
                    "01/05/2026,TAO,buy,1,2,,",
                    "01/20/2026 10:00,TAO,buy,1,2,,",
                    "02/03/2026,TAO,buy,1,2,,")))
        .containsExactly("2026-01-05T00:00:00Z", "2026-01-20T10:00:00Z", "2026-02-03T00:00:00Z");
    assertThat(times(text(HEADER, "01/05/2026,TAO,buy,1,2,,", "20/01/2026,TAO,buy,1,2,,")))
        .containsExactly("2026-05-01T00:00:00Z", "2026-01-20T00:00:00Z");
    assertThat(times(text(HEADER, "05/05/2026,TAO,buy,1,2,,")))
        .containsExactly("2026-05-05T00:00:00Z");
    assertThat(faults(text(HEADER, "01/05/2026,TAO,buy,1,2,,")))
        .containsExactly("f.csv:2 a date may have the day or the month first");
    assertThat(
            faults(
                text(
                    HEADER,
                    "01/20/2026,TAO,buy,1,2,,",
                    "20/01/2026,TAO,buy,1,2,,",
                    "2026-01-20,TAO,buy,1,2,,")))
        .containsExactly(
            "f.csv:3 the file has dates of several forms",
            "f.csv:4 the file has dates of several forms");
  }

  @Test
  void what_a_row_does_not_tell_is_a_fault() {
    Statement read =
        text(
            HEADER,
            "2026-01-05,TAO,wish,1,2,,",
            "2026-01-05,TAO,buy,1,,,",
            "2026-01-05,TAO,buy,-1,2,,",
            "2026-01-05,TAO,sell,0,2,,",
            "2026-01-05,,sell,1,2,,",
            "2026-01-05,TAO,buy,1,-2,,",
            "2026-01-05,TAO,buy,1,€2,,",
            "yesterday,TAO,buy,1,2,,");
    assertThat(read.entries()).isEmpty();
    assertThat(faults(read))
        .containsExactly(
            "f.csv:2 `wish` is not known as what a row does",
            "f.csv:3 `price` is empty",
            "f.csv:4 `quantity` is below zero, and the side is `buy`",
            "f.csv:5 `quantity` is empty or zero",
            "f.csv:6 `asset` is empty",
            "f.csv:7 `price` is below zero",
            "f.csv:8 `price` has the sign of another currency than USD",
            "f.csv:9 the date cannot be read");
  }

  @Test
  void an_amount_in_another_currency_has_no_value_for_the_reader() {
    assertThat(lines(text(HEADER, "2026-01-05,TAO,interest,1,€2.50,,EUR")))
        .containsExactly("2 INCOME imported +1 TAO [interest]");
  }

  @Test
  void thousands_divided_by_blanks_are_no_units() {
    assertThat(faults(text(HEADER, "2026-01-05,TAO,buy,1 234.56,2,,"))).hasSize(1);
    assertThat(lines(text(HEADER, "2026-01-05,TAO,buy,1.5 TAO,2,,")))
        .containsExactly("2 TRADE imported +1.5 TAO -3 USD [buy]");
  }
}
