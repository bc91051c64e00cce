package allot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.money.ExactDecimal;
import allot.portfolio.Portfolio;
import allot.price.Quote;
import allot.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three forms of a price file. */
class PriceFileTest {
  private static final String HEADER =
      "is neither JSON nor CSV with prices; the header must be asset,price or asset,price,asOf, or"
          + " id,symbol,price,asOf,source as `allot prices --format csv` writes it";
  private static final Portfolio NEW_YORK =
      PortfolioFixture.read(
          """
          { "version": 1, "timezone": "America/New_York",
            "assets": [ { "id": "my-token", "symbol": "MYT", "bucket": "hybrid" } ],
            "holdings": [ { "asset": "NoSuch", "quantity": 1 } ] }
          """);

  private static Map<String, Quote> read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return PriceFile.of(InputFile.of("q", bytes)).quotes(NEW_YORK);
  }

  /** {@code price instant source} by id. */
  private static Map<String, String> quotes(String text) {
    Map<String, String> lines = new TreeMap<>();
    read(text)
        .forEach(
            (id, quote) ->
                lines.put(
                    id,
                    ExactDecimal.plain(quote.value())
                        + " "
                        + quote.asOf().map(Object::toString).orElse("undated")
                        + " "
                        + quote.source()));
    return lines;
  }

  private static List<String> problems(String text) {
    ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> read(text));
    assertThat(refusal).as(text).isNotNull();
    return PortfolioFixture.lines(refusal);
  }

  private static String document(String quotes) {
    return "{\"schema\": \"allot.prices/1\", \"quotes\": [" + quotes + "]}";
  }

  // a map

  @Test
  void a_map_names_assets_in_any_way() {
    assertThat(quotes("{\"tao\": 402.15, \"akash-network\": \"1.92\", \"MYT\": 3, \"NOSUCH\": 4}"))
        .containsExactly(
            Map.entry("akash-network", "1.92 undated q"),
            Map.entry("bittensor", "402.15 undated q"),
            Map.entry("my-token", "3 undated q"),
            Map.entry("nosuch", "4 undated q"));
  }

  @Test
  void a_map_may_have_an_instant_or_a_date_in_the_zone_of_the_portfolio() {
    assertThat(quotes("{\"TAO\": 1, \"asOf\": \"2026-11-20T16:00:00Z\"}"))
        .containsEntry("bittensor", "1 2026-11-20T16:00:00Z q");
    assertThat(quotes("\n {\"asOf\": \"2026-11-20\", \"TAO\": 1}"))
        .containsEntry("bittensor", "1 2026-11-20T05:00:00Z q");
  }

  @Test
  void a_zero_that_the_user_wrote_is_a_price() {
    assertThat(quotes("{\"TAO\": 0}")).containsEntry("bittensor", "0 undated q");
    assertThat(quotes("asset,price\nTAO,0")).containsEntry("bittensor", "0 undated q");
  }

  @Test
  void what_is_wrong_in_a_map_is_told_at_its_place() {
    String text =
        """
        {"AI": 1, "TAO": -1, "AKT": null, "NEAR": "1,000", "USD": 0.99, "EUR": 1.08,
         "bittensor": 2, "Bittensor": 3, "asOf": "today", "FET": {}, "TAO": 5}
        """;
    assertThat(problems(text))
        .containsExactly(
            "q:1:2: AI: is a symbol of several assets; write gensyn or sleepless-ai",
            "q:1:18: TAO: must not be negative",
            "q:1:29: AKT: is null; write a value, or leave it out",
            "q:1:43: NEAR: is not a plain decimal number; write it without commas: 1234.5",
            "q:1:52: USD: is cash, worth 1 of its own currency; leave it out",
            "q:2:18: Bittensor: has a price already; keep one price for each asset",
            "q:2:42: asOf: is no instant; write it as 2026-11-20T16:00:00Z, or as a date",
            "q:2:58: FET: must be a number",
            "q:2:62: TAO: is a duplicate key; keep one of the two");
  }

  @Test
  void prices_are_no_list() {
    assertThat(problems("[[\"TAO\", 1]]")).containsExactly("q:1:1: must be an object, { ... }");
  }

  @Test
  void broken_json_is_refused_as_json() {
    assertThat(problems("{\"TAO\": 1,}"))
        .containsExactly("q:1:10: found a trailing comma; remove the comma");
  }

  // a document

  @Test
  void a_document_names_assets_by_id_and_its_sources() {
    String quote =
        "{\"id\": \"bittensor\", \"symbol\": \"TAO\", \"price\": 402.15,"
            + " \"asOf\": \"2026-11-20T16:00:00Z\", \"source\": \"coingecko\"}";
    assertThat(quotes(document(quote)))
        .containsExactly(Map.entry("bittensor", "402.15 2026-11-20T16:00:00Z coingecko in q"));
  }

  @Test
  void a_document_may_know_no_price_and_no_instant() {
    assertThat(
            quotes(
                document(
                    "{\"id\": \"a\", \"price\": null}, {\"id\": \"b\", \"price\": 0},"
                        + "{\"id\": \"c\", \"price\": 1, \"asOf\": null}")))
        .containsExactly(Map.entry("c", "1 undated q"));
  }

  @Test
  void what_is_wrong_in_a_document_is_told_at_its_place() {
    assertThat(
            problems(
                document(
                    "{\"price\": 1}, {\"id\": \"a\"}, {\"id\": 1, \"price\": -1}, 7,"
                        + "{\"id\": \"b\", \"price\": 1, \"asOf\": \"soon\"},"
                        + "{\"id\": \"c\", \"price\": 1}, {\"id\": \"C\", \"price\": 1}")))
        .extracting(line -> line.replaceFirst("^q:1:\\d+: ", ""))
        .containsExactly(
            "quotes[0]: needs `id`",
            "quotes[1]: needs `price`",
            "quotes[2].id: must be text in quotes",
            "quotes[2].price: must not be negative",
            "quotes[3]: must be an object, { ... }",
            "quotes[4].asOf: is no instant; write it as 2026-11-20T16:00:00Z, or as a date",
            "quotes[6].id: has a price already; keep one price for each asset");
  }

  @Test
  void a_document_has_quotes() {
    assertThat(problems("{\"schema\": \"allot.prices/1\"}"))
        .containsExactly("q:1:1: needs `quotes`");
  }

  @Test
  void a_document_of_another_kind_is_refused() {
    assertThat(problems("{\"schema\": \"allot.report/1\", \"quotes\": []}"))
        .containsExactly("q:1:12: schema: must be allot.prices/1");
  }

  @Test
  void prices_in_another_currency_are_refused() {
    String start = "{\"schema\": \"allot.prices/1\", \"currency\": ";
    assertThat(quotes(start + "\"USD\", \"quotes\": []}")).isEmpty();
    assertThat(problems(start + "\"EUR\", \"quotes\": []}"))
        .containsExactly(
            "q:1:42: currency: is not the portfolio's currency; fetch the prices in USD");
    assertThat(problems(start + "null, \"quotes\": []}"))
        .containsExactly("q:1:42: currency: is null; write a value, or leave it out");
  }

  // a table

  @Test
  void a_table_has_an_asset_a_price_and_perhaps_an_instant() {
    assertThat(quotes("asset,price\nTAO,402.15\r\nmy-token,\"1\"\n"))
        .containsExactly(
            Map.entry("bittensor", "402.15 undated q"), Map.entry("my-token", "1 undated q"));
    assertThat(quotes("\uFEFFPrice, asOf ,ASSET\n1,2026-11-20,TAO\n2,,AKT\n\n"))
        .containsExactly(
            Map.entry("akash-network", "2 undated q"),
            Map.entry("bittensor", "1 2026-11-20T05:00:00Z q"));
  }

  @Test
  void a_guard_against_formulas_is_no_part_of_a_name() {
    assertThat(quotes("asset,price\n'TAO,1\n")).containsKey("bittensor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "TAO,402\n",
        "asset;price\nTAO;1\n",
        "asset\nTAO\n",
        "price\n1\n",
        "id,price\na,1\n",
        "id,asset,price\na,TAO,1\n",
        "id,symbol,price,asOf\na,A,1,\n",
        "id,symbol,price,asOf,source,more\n",
        "id,symbol,price,price,source\n"
      })
  void a_table_needs_its_header(String text) {
    assertThat(problems(text)).containsExactly("q:1:1: " + HEADER);
  }

  @Test
  void what_is_wrong_in_a_table_is_told_with_its_line() {
    String text =
        "asset,price,asOf\nAI,1,\nTAO\nTAO,-1,\nTAO,\"1,000\",\nTAO,,\n"
            + "AKT,1,today\nNEAR,1,\nnear,2,\nUSD,2,\nFET,1e999999999,\nFLUX,1,2,000\n";
    assertThat(problems(text))
        .containsExactly(
            "q:2:1: AI is a symbol of several assets; write gensyn or sleepless-ai",
            "q:3:1: the row is too short; it needs an asset and a price",
            "q:4:1: price must not be negative",
            "q:5:1: price is not a plain decimal number; write it as 402.15",
            "q:6:1: price is not a plain decimal number; write it as 402.15",
            "q:7:1: asOf is no instant; write it as 2026-11-20T16:00:00Z, or as a date",
            "q:9:1: near has a price already; keep one price for each asset",
            "q:10:1: USD is cash, worth 1 of its own currency; leave it out",
            "q:11:1: price is out of range (1e-30 to 1e30); write it as 402.15",
            "q:12:1: the row is longer than the header; write numbers without commas: 1234.5");
  }

  @Test
  void a_table_of_our_own_names_assets_by_id_and_its_sources() {
    String text =
        """
        id,symbol,price,asOf,source
        bittensor,TAO,402.15,2026-11-20T16:00:00Z,CoinGecko
        "'-3","'=A1",0.0000123,,"DeFi Llama, cached"
        TAO,TAO,1,,"'@home"
        nothing,NIL,,,
        zero,ZERO,0,,CoinGecko
        """;
    assertThat(quotes(text))
        .containsExactly(
            Map.entry("-3", "0.0000123 undated DeFi Llama, cached in q"),
            Map.entry("bittensor", "402.15 2026-11-20T16:00:00Z CoinGecko in q"),
            Map.entry("tao", "1 undated @home in q"));
  }

  @Test
  void the_columns_of_our_own_table_may_be_moved() {
    assertThat(quotes("Source, price ,ASOF,id,symbol\nCoinGecko,5,2026-11-20,bittensor,TAO\n"))
        .containsExactly(Map.entry("bittensor", "5 2026-11-20T05:00:00Z CoinGecko in q"));
  }

  @Test
  void what_is_wrong_in_our_own_table_is_told_with_its_line() {
    String text =
        "id,symbol,price,asOf,source\na,A,-1,,\nb,B,1e999,,\nc,C,1,soon,\n,D,1,,\ne\n"
            + "f,F,1,,\nF,F,1,,\ng,G,1,,,\nusd,USD,2,,\n";
    assertThat(problems(text))
        .containsExactly(
            "q:2:1: price must not be negative",
            "q:3:1: price is out of range (1e-30 to 1e30); write it as 402.15",
            "q:4:1: asOf is no instant; write it as 2026-11-20T16:00:00Z, or as a date",
            "q:5:1: the row has no id",
            "q:6:1: the row is too short; it needs an asset and a price",
            "q:8:1: F has a price already; keep one price for each asset",
            "q:9:1: the row is longer than the header; write numbers without commas: 1234.5",
            "q:10:1: usd is cash, worth 1 of its own currency; leave it out");
  }

  @Test
  void a_quote_that_never_closes_is_told() {
    assertThat(problems("asset,price\n\"TAO,1\n")).hasSize(1);
  }
}
