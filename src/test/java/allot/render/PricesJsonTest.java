package allot.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import allot.file.InputFile;
import allot.file.PriceFile;
import allot.money.CurrencyUnit;
import allot.price.Quote;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PricesJsonTest {

  private static PricesJson json(Warning... warnings) {
    return PricesJson.of(
        PriceSamples.prices(),
        CurrencyUnit.USD,
        PriceSamples.AT,
        List.of(new Envelope.Input("p.json", "abc")),
        List.of(warnings));
  }

  @Test
  void every_field_of_the_contract_stands_in_its_order() {
    String document = JsonRenderer.render(json(Warning.of(Warning.Code.CACHE, "it is broken")));
    assertThat(document)
        .startsWith(
            """
            {
              "schema": "allot.prices/1",
              "asOf": "2026-11-20T18:00:00Z",
              "currency": "USD",
              "inputs": [
                {
                  "file": "p.json",
                  "sha256": "abc"
                }
              ],
              "quotes": [
                {
                  "id": "bittensor",
                  "symbol": "TAO",
                  "price": 402.1534567890123,
                  "asOf": "2026-11-20T17:15:00Z",
                  "source": "CoinGecko"
                },
            """)
        .contains("\"price\": 0.000012,", "\"asOf\": null,")
        .endsWith(
            """
                {
                  "id": "zelcash",
                  "symbol": "FLUX",
                  "reason": "unknown-id"
                }
              ],
              "warnings": [
                {
                  "code": "cache",
                  "message": "it is broken",
                  "asset": null
                }
              ]
            }
            """);
  }

  @Test
  void each_asset_is_priced_or_missing_once_in_the_order_asked() {
    assertThat(json().quotes())
        .extracting(PricesJson.QuoteRow::id)
        .containsExactly("bittensor", "bitcoin", "akash-network", "-3", "=cmd");
    assertThat(json().missing())
        .extracting(row -> row.id() + " " + row.reason())
        .containsExactly(
            "filecoin unknown-id",
            "render-token no-quote",
            "near no-market",
            "gensyn rate-limited",
            "fetch-ai network",
            "zelcash unknown-id");
  }

  @Test
  void the_table_has_the_quotes() {
    assertThat(CsvRenderer.render(json().table()))
        .isEqualTo(
            """
            id,symbol,price,asOf,source
            bittensor,TAO,402.1534567890123,2026-11-20T17:15:00Z,CoinGecko
            bitcoin,BTC,96543.21,2026-11-20T17:59:40Z,CoinGecko
            akash-network,AKT,0.000012,2026-11-19T16:00:00Z,DeFi Llama
            "'-3","'-3",7,,"'@home, cached"
            "'=cmd","'=cmd",0.1,2026-11-20T18:09:00Z,CoinGecko
            """);
  }

  @Test
  void what_is_written_is_read_back_equal() {
    Map<String, Quote> expected = new HashMap<>();
    for (AskedPrices.Priced priced : PriceSamples.prices().quotes()) {
      Quote quote = priced.quote();
      expected.put(
          priced.asset().id(), new Quote(quote.value(), quote.asOf(), quote.source() + " in q"));
    }
    for (String text : List.of(JsonRenderer.render(json()), CsvRenderer.render(json().table()))) {
      InputFile file = InputFile.of("q", text.getBytes(UTF_8));
      assertThat(PriceFile.of(file).quotes(PriceSamples.portfolio()))
          .usingRecursiveComparison()
          .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
          .isEqualTo(expected);
    }
  }
}
