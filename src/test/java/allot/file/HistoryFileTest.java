package allot.file;

import static allot.file.HistoryFixture.CATALOG;
import static allot.file.HistoryFixture.file;
import static allot.file.HistoryFixture.read;
import static allot.file.HistoryFixture.refusal;
import static allot.file.HistoryFixture.refused;
import static allot.file.HistoryFixture.tao;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import allot.portfolio.Portfolio;
import allot.price.PriceHistory;
import allot.problem.ProblemException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTest {
  @Test
  void a_wide_table_has_a_column_for_each_asset_by_id_or_symbol() {
    PriceHistory history =
        read(
            file(
                "h.csv",
                "Date, bittensor ,AKT,my-token",
                "2026-01-05,400.10,1.9,0.1",
                "2026-01-06,1.2e-5,,0.2",
                "2026-01-07,402,,"));
    assertThat(history.closes("bittensor"))
        .hasToString("{2026-01-05=400.10, 2026-01-06=0.000012, 2026-01-07=402}");
    assertThat(history.closes("akash-network")).hasToString("{2026-01-05=1.9}");
    assertThat(history.closes("my-token")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void cells_are_divided_by_comma_semicolon_or_tab(String sign) {
    String text = "date,\"TAO\",AKT\r\n2026-01-05,\"1.5\",2\r\n".replace(",", sign);
    assertThat(tao(file("h.csv", text))).isEqualTo("{2026-01-05=1.5}");
  }

  @Test
  void the_newest_row_may_come_first_and_blank_rows_and_titles_do_not_matter() {
    String[] lines = {"my closes", "", "date,TAO", "2026-01-06,2", ",", "", "2026-01-05,1", ""};
    assertThat(tao(file("h.csv", lines))).isEqualTo("{2026-01-05=1, 2026-01-06=2}");
  }

  @Test
  void a_date_may_carry_midnight_and_no_other_time() {
    assertThat(tao(file("h.csv", "date,TAO", "2026-01-05 00:00:00,1"))).isEqualTo("{2026-01-05=1}");
    assertThat(refused(file("h.csv", "date,TAO", "2026-01-05 12:00:00,1")))
        .isEqualTo("h.csv:2:1: has a time of day, and a close is of a day; write the date");
  }

  @Test
  void what_services_write_for_nothing_is_no_close() {
    String text = "date,TAO\n2026-01-05,null\n2026-01-06,NaN\n2026-01-07,-\n2026-01-08,4";
    assertThat(tao(file("h.csv", text))).isEqualTo("{2026-01-08=4}");
  }

  @Test
  void a_day_has_one_row_even_if_a_second_says_the_same() {
    String text = "date,TAO\n2026-01-05,1.50\n2026-01-05,1.5\n";
    assertThat(refused(file("h.csv", text)))
        .isEqualTo("h.csv:3:12: is a second close of 2026-01-05; keep one of them");
  }

  @Test
  void a_row_with_fewer_cells_than_the_header_is_not_whole() {
    String text = "date,TAO,AKT\n2026-01-05,1,2\n2026-01-06,1.5";
    assertThat(refused(file("h.csv", text)))
        .isEqualTo(
            "h.csv:3:1: the row has 2 of the 3 cells of the header; fetch the file again, or write"
                + " a comma for each");
  }

  @Test
  void columns_of_other_portfolios_are_left_out_whatever_they_hold() {
    PriceHistory history = read(file("h.csv", "date,ours,TAO,theirs", "2026-01-05,x,1.5,"));
    assertThat(history.assets()).containsExactly("bittensor");
  }

  @Test
  void a_file_of_no_known_asset_is_refused_with_the_likely_one() {
    assertThat(refused(file("h.csv", "date,bittensro", "2026-01-05,1")))
        .isEqualTo("h.csv:1:6: bittensro: names no known asset; did you mean `bittensor`?");
    assertThat(refused(file("h.csv", "date,zzzzzzzzzz", "2026-01-05,1")))
        .endsWith("leave the column out, or add it to `assets`");
    assertThat(refused(file("h.csv", "date,TAO,", "2026-01-05,1,2")))
        .isEqualTo("h.csv:1:10: the column has no name; name the asset it is of");
  }

  @Test
  void a_symbol_of_several_assets_is_refused_with_their_ids() {
    assertThat(refused(file("h.csv", "date,AI", "2026-01-05,1")))
        .startsWith("h.csv:1:6: AI: is a symbol of several assets; write ");
  }

  @Test
  void two_columns_of_one_asset_are_refused() {
    assertThat(refused(file("h.csv", "date,TAO,bittensor", "2026-01-05,1,1")))
        .isEqualTo("h.csv:1:10: bittensor: has a column already; keep one column for each asset");
  }

  @Test
  void a_wide_table_is_not_of_one_asset() {
    assertThat(refused(file("h.csv", "TAO", List.of("date,TAO", "2026-01-05,1"))))
        .isEqualTo("h.csv:1:6: the columns name their assets themselves; write it without TAO=");
  }

  @Test
  void a_row_longer_than_the_header_is_refused() {
    assertThat(refused(file("h.csv", "date,TAO", "2026-01-05,1,234.5")))
        .isEqualTo("h.csv:2:14: has no column in the header; check the commas");
  }

  @Test
  void more_columns_than_there_can_be_assets_are_refused() {
    assertThat(refused(file("h.csv", "date" + ",x".repeat(2_000))))
        .isEqualTo("h.csv:1:1: has more than 1000 columns");
  }

  @Test
  void a_holding_that_no_catalogue_knows_may_have_a_history() {
    String json =
        "{\"version\":1,\"currency\":\"EUR\",\"holdings\":[{\"asset\":\"Odd\",\"quantity\":1}]}";
    Portfolio portfolio = PortfolioFile.read(InputFile.of("p.json", json.getBytes(UTF_8)), CATALOG);
    List<HistoryFile> files =
        List.of(
            file("h.csv", "date,odd", "2026-01-05,1"),
            file("tao-eur-max.csv", "date,close", "2026-01-05,2"));
    assertThat(HistoryFile.read(files, portfolio).assets()).containsExactly("bittensor", "odd");
  }

  // what any table may have wrong

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "hello", "date\n2026-01-05"})
  void a_file_without_a_table_is_refused(String text) {
    assertThat(refused(file("h.csv", text)))
        .startsWith("h.csv:1:1: is neither JSON nor CSV with closes; the header needs");
  }

  @Test
  void a_header_without_rows_is_refused() {
    assertThat(refused(file("h.csv", "date,TAO"))).isEqualTo("h.csv:1:1: holds no daily close");
  }

  @ParameterizedTest
  @ValueSource(strings = {"day,TAO", "timestamp,price", "open,high,low,close", "snapped_at,cap"})
  void a_header_without_a_date_or_a_close_is_refused(String header) {
    assertThat(refused(file("tao.csv", header, "2026-01-05,1")))
        .startsWith("tao.csv:1:1: has no date column, or no column of closes; the header needs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"01/05/2026", "2026-02-30", "20260105", "Jan 5", "2026-01-05Tx", "12345678901"})
  void a_date_that_cannot_be_told_is_refused(String date) {
    assertThat(refused(file("h.csv", "date,TAO", "2026-01-04,1", date + ",1")))
        .isEqualTo("h.csv:3:1: is no date that can be told; write it as 2026-01-05");
  }

  @Test
  void a_row_without_a_date_is_refused() {
    assertThat(refused(file("h.csv", "date,TAO", ",1")))
        .isEqualTo("h.csv:2:1: the row has no date; write it as 2026-01-05");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0     | must be above zero; leave the cell empty if there was no close",
        "-1    | must be above zero; leave the cell empty if there was no close",
        "$1    | is not a plain decimal number; write it as 402.15",
        "1e99  | is out of range (1e-30 to 1e30); write it as 402.15",
        "1e999999999 | is out of range (1e-30 to 1e30); write it as 402.15",
        "\"1,200.5\" | is not a plain decimal number; write it as 402.15"
      })
  void a_price_is_a_plain_decimal_above_zero(String price, String why) {
    assertThat(refused(file("h.csv", "date,AKT,TAO", "2026-01-05,1," + price)))
        .isEqualTo("h.csv:2:14: " + why);
  }

  @Test
  void two_different_closes_of_a_day_are_refused() {
    assertThat(refused(file("h.csv", "date,TAO", "2026-01-05,1", "2026-01-05,2")))
        .isEqualTo("h.csv:3:12: is a second, different close of 2026-01-05; keep one of them");
  }

  @Test
  void rows_that_go_forward_and_back_are_refused_once() {
    ProblemException refusal =
        refusal(
            file(
                "h.csv",
                "date,TAO",
                "2026-01-05,1",
                "2026-01-06,1",
                "2026-01-03,1",
                "2026-01-09,1",
                "2026-01-02,1"));
    assertThat(refusal.problems()).hasSize(1);
    assertThat(refusal)
        .hasMessage(
            "h.csv:4:1: is out of order: the rows before go forward; sort the file by date");
    assertThat(refused(file("h.csv", "date,TAO", "2026-01-05,1", "2026-01-03,1", "2026-01-04,1")))
        .contains("h.csv:4:1: is out of order: the rows before go back");
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    assertThat(refusal(file("h.csv", "date,TAO", "x,1", "2026-01-05,0", "y,2")).problems())
        .hasSize(3);
  }

  @Test
  void a_quote_that_never_closes_does_not_hang() {
    assertThat(refused(file("h.csv", "date,TAO", "2026-01-05,\"1\"2", "2026-01-06,1")))
        .startsWith("h.csv:");
  }

  @Test
  void files_may_overlap_and_must_agree() {
    HistoryFile first = file("a.csv", "date,TAO", "2026-01-05,1", "2026-01-06,2");
    assertThat(tao(first, file("b.csv", "date,TAO", "2026-01-06,2.0", "2026-01-07,3")))
        .isEqualTo("{2026-01-05=1, 2026-01-06=2, 2026-01-07=3}");
    assertThat(refused(first, file("b.csv", "date,TAO", "2026-01-06,2.1")))
        .isEqualTo(
            "b.csv:2:12: differs from the close of bittensor on 2026-01-06 in a.csv;"
                + " keep one of them");
  }

  @Test
  void a_large_file_is_read_in_time() {
    StringBuilder rows = new StringBuilder("date,TAO,AKT\n");
    LocalDate day = LocalDate.of(1000, 1, 1);
    for (int i = 0; i < 200_000; i++) {
      rows.append(day.plusDays(i)).append(",123.456789,0\n");
    }
    HistoryFile large = file("h.csv", rows.toString());
    ProblemException refusal =
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refusal(large));
    assertThat(refusal.unlisted()).isEqualTo(200_000 - 20);
  }
}
