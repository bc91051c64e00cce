package allot.file;

import static allot.file.HistoryFixture.file;
import static allot.file.HistoryFixture.read;
import static allot.file.HistoryFixture.refusal;
import static allot.file.HistoryFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;

import allot.price.PriceHistory;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryDocumentTest {

  private static String document(String assets) {
    return "{\"schema\": \"allot.history/1\", \"currency\": \"USD\", \"assets\": [" + assets + "]}";
  }

  private static String asset(String id, String closes) {
    return "{\"id\": \"" + id + "\", \"closes\": [" + closes + "]}";
  }

  private static String close(String date, String price) {
    return "{\"date\": \"" + date + "\", \"price\": " + price + "}";
  }

  @Test
  void a_document_is_of_many_assets() {
    PriceHistory history =
        read(
            file(
                "h.json",
                """
                {
                  "schema": "allot.history/1", "asOf": "2026-01-08T09:00:00Z", "currency": "USD",
                  "inputs": [], "days": 3, "from": "2026-01-05", "to": "2026-01-07",
                  "assets": [
                    { "id": "bittensor", "symbol": "TAO", "source": "CoinGecko",
                      "closes": [ { "date": "2026-01-05", "price": 400.10 },
                                  { "date": "2026-01-07", "price": 1.2e-5, "volume": 9 } ] },
                    { "id": "My-Token", "symbol": "MYT", "source": "DeFi Llama",
                      "closes": [ { "date": "2026-01-06", "price": "7" } ] },
                    { "id": "elsewhere", "symbol": "TAO", "closes": [
                      { "date": "2026-01-06", "price": 8 }, { "date": "2026-01-05", "price": 9 } ] },
                    { "id": "filecoin", "symbol": "FIL", "closes": [] }
                  ],
                  "missing": [ { "id": "x", "reason": "no-quote" } ],
                  "warnings": [ { "code": "y", "message": "z", "asset": null } ],
                  "more": { "to": "come" }
                }
                """));
    assertThat(history.assets()).containsExactly("bittensor", "elsewhere", "my-token");
    assertThat(history.closes("bittensor")).hasToString("{2026-01-05=400.10, 2026-01-07=0.000012}");
    assertThat(history.closes("my-token")).hasToString("{2026-01-06=7}");
    assertThat(history.closes("elsewhere")).hasToString("{2026-01-05=9, 2026-01-06=8}");
  }

  @Test
  void its_name_says_nothing_and_it_may_stand_beside_others() {
    HistoryFile first =
        file("filecoin.json", document(asset("bittensor", close("2026-01-05", "1"))));
    HistoryFile second = file("more.csv", "date,TAO,AKT", "2026-01-05,1.0,3", "2026-01-06,2,4");
    PriceHistory history = read(first, second);
    assertThat(history.closes("bittensor")).hasToString("{2026-01-05=1, 2026-01-06=2}");
    assertThat(history.closes("filecoin")).isEmpty();
    assertThat(
            refused(
                second, file("h.json", document(asset("akash-network", close("2026-01-06", "5"))))))
        .contains("differs from the close of akash-network on 2026-01-06 in more.csv");
  }

  @Test
  void a_document_of_many_is_not_of_one_asset() {
    String text = document(asset("bittensor", close("2026-01-05", "1")));
    assertThat(refused(file("h.json", "TAO", List.of(text))))
        .isEqualTo("h.json:1:1: the document names its assets itself; write it without TAO=");
  }

  @Test
  void another_currency_is_refused_at_its_place() {
    String text = document(asset("bittensor", close("2026-01-05", "1")));
    assertThat(refused(file("h.json", text.replace("USD", "EUR"))))
        .isEqualTo(
            "h.json:1:43: currency: is not the portfolio's currency; fetch the history in USD");
    assertThat(refused(file("h.json", text.replace("\"USD\"", "null"))))
        .isEqualTo("h.json:1:43: currency: is null; write a value, or leave it out");
    assertThat(refused(file("h.json", text.replace("currency", "money"))))
        .isEqualTo("h.json:1:1: needs `currency`");
  }

  @Test
  void another_document_is_refused() {
    assertThat(refused(file("h.json", "{\"schema\": \"allot.prices/1\", \"quotes\": []}")))
        .isEqualTo("h.json:1:12: schema: must be allot.history/1");
    assertThat(refused(file("h.json", "{\"schema\": \"allot.history/1\", \"currency\": \"USD\"}")))
        .isEqualTo("h.json:1:1: needs `assets`");
    assertThat(refused(file("h.json", document("")))).isEqualTo("h.json:1:1: holds no daily close");
  }

  @Test
  void what_is_wrong_is_told_at_its_place() {
    String text =
        document(
            String.join(
                ",",
                "7",
                "{\"symbol\": \"A\"}",
                asset(
                    "bittensor",
                    String.join(
                        ",",
                        close("2026-01-05", "1"),
                        close("2026-01-05", "1"),
                        close("2026-02-30", "1"),
                        close("2026-01-06", "0"),
                        close("2026-01-07", "-1"),
                        close("2026-01-08", "null"),
                        "{\"date\": \"2026-01-09\"}",
                        "[]")),
                asset("BITTENSOR", "")));
    assertThat(refusal(file("h.json", text)).problems())
        .extracting(problem -> problem.line().replaceFirst("^h.json:1:\\d+: ", ""))
        .containsExactly(
            "assets[0]: must be an object, { ... }",
            "assets[1]: needs `id`",
            "assets[1]: needs `closes`",
            "assets[2].closes[1].date: has a close already; keep one close for each day",
            "assets[2].closes[2].date: is no date of the calendar; write it as 2026-11-20",
            "assets[2].closes[3].price: must be above zero",
            "assets[2].closes[4].price: must be above zero",
            "assets[2].closes[5].price: is null; write a value, or leave it out",
            "assets[2].closes[6]: needs `price`",
            "assets[2].closes[7]: must be an object, { ... }",
            "assets[3].id: has closes already; keep one entry for each asset");
  }

  @Test
  void a_column_may_carry_a_guard_against_formulas() {
    assertThat(read(file("h.csv", "date,\"'TAO\"", "2026-01-05,1")).assets())
        .containsExactly("bittensor");
  }
}
