package allot.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import allot.catalog.Asset;
import allot.file.HistoryFile;
import allot.file.InputFile;
import allot.money.CurrencyUnit;
import allot.price.FetchedHistory;
import allot.price.FetchedHistory.Series;
import allot.price.Gap;
import allot.price.HistoryGaps;
import allot.price.PriceHistory;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Fetched histories as JSON and as CSV. */
class HistoryJsonTest {
  private static final LocalDate FROM = LocalDate.of(2026, 1, 5);

  private static Series series(Asset asset, String source, String... prices) {
    TreeMap<LocalDate, BigDecimal> closes = new TreeMap<>();
    for (int i = 0; i < prices.length; i++) {
      if (!prices[i].isEmpty()) {
        closes.put(FROM.plusDays(i), new BigDecimal(prices[i]));
      }
    }
    return new Series(asset, source, closes);
  }

  private static FetchedHistory history() {
    return new FetchedHistory(
        FROM,
        FROM.plusDays(3),
        List.of(
            series(PriceSamples.TAO, "CoinGecko", "400.1234567890123456789", "", "1.2e-5"),
            series(PriceSamples.ODD, "DeFi Llama", "", "7", "", "8", "9"),
            series(PriceSamples.FORMULA, "CoinGecko", "1e10")),
        List.of(new FetchedHistory.Missing(PriceSamples.AKT, Gap.NO_QUOTE)));
  }

  private static String json() {
    FetchedHistory history = history();
    List<Warning> warnings =
        HistoryGaps.warnings(
            List.of(PriceSamples.TAO), history.closes(), history.from(), history.to());
    return JsonRenderer.render(
        HistoryJson.of(history, CurrencyUnit.USD, PriceSamples.AT, List.of(), warnings));
  }

  private static String csv() {
    return CsvRenderer.render(HistoryCsv.table(history()));
  }

  @Test
  void a_document_has_every_close_of_the_window_in_full() {
    assertThat(json())
        .startsWith(
            """
            {
              "schema": "allot.history/1",
              "asOf": "2026-11-20T18:00:00Z",
              "currency": "USD",
              "inputs": [],
              "days": 4,
              "from": "2026-01-05",
              "to": "2026-01-08",
              "assets": [
                {
                  "id": "bittensor",
                  "symbol": "TAO",
                  "source": "CoinGecko",
                  "closes": [
                    {
                      "date": "2026-01-05",
                      "price": 400.1234567890123456789
                    },
                    {
                      "date": "2026-01-07",
                      "price": 0.000012
                    }
                  ]
                },
            """)
        .endsWith(
            """
              "missing": [
                {
                  "id": "akash-network",
                  "reason": "no-quote"
                }
              ],
              "warnings": [
                {
                  "code": "missing-closes",
                  "message": "TAO has no close on 2 of 4 days: 2026-01-06, 2026-01-08",
                  "asset": "TAO"
                }
              ]
            }
            """);
  }

  @Test
  void a_table_has_a_row_for_each_day_of_the_window() {
    assertThat(csv())
        .isEqualTo(
            """
            date,bittensor,"'-3","'=cmd"
            2026-01-05,400.1234567890123456789,,10000000000
            2026-01-06,,7,
            2026-01-07,0.000012,,
            2026-01-08,,8,
            """);
  }

  @Test
  void what_is_written_is_read_back_equal() {
    PriceHistory expected = history().closes();
    for (String text : List.of(json(), csv())) {
      InputFile file = InputFile.of("h", text.getBytes(UTF_8));
      PriceHistory read = HistoryFile.read(List.of(HistoryFile.of(file)), PriceSamples.portfolio());
      assertThat(read.assets()).isEqualTo(expected.assets());
      for (String id : expected.assets()) {
        assertThat(read.closes(id))
            .usingRecursiveComparison()
            .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
            .isEqualTo(expected.closes(id));
      }
    }
  }

  @Test
  void both_may_be_given_at_once() {
    List<HistoryFile> files =
        List.of(
            HistoryFile.of(InputFile.of("h.json", json().getBytes(UTF_8))),
            HistoryFile.of(InputFile.of("h.csv", csv().getBytes(UTF_8))));
    assertThat(HistoryFile.read(files, PriceSamples.portfolio()).assets())
        .containsExactly("-3", "=cmd", "bittensor");
  }
}
