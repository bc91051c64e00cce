package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The figures of a page against those of the same answer as JSON.
 *
 * @param tables by the heading over them, each its rows of cells without the titles of columns
 */
record PageFigures(Map<String, List<List<String>>> tables) {

  void areThoseOfReport(JsonNode json) {
    List<List<String>> buckets = tables.get("Buckets");
    assertThat(buckets).hasSameSizeAs(json.get("buckets"));
    for (int i = 0; i < buckets.size(); i++) {
      JsonNode bucket = json.get("buckets").get(i);
      assertThat(buckets.get(i).get(0)).isEqualTo(bucket.get("bucket").asText());
      same(buckets.get(i).get(1), bucket.get("value"));
      same(buckets.get(i).get(2), bucket.get("weight"));
      same(buckets.get(i).get(3), bucket.get("target"));
      same(buckets.get(i).get(4), bucket.get("drift"));
    }
    List<String> onPage = new ArrayList<>();
    tables
        .get("Holdings")
        .forEach(row -> onPage.add(row.get(0) + figure(row.get(3)) + "@" + figure(row.get(6))));
    List<String> inJson = new ArrayList<>();
    json.get("holdings")
        .forEach(
            h -> inJson.add(text(h, "asset") + exact(h, "quantity") + "@" + cents(h, "value")));
    assertThat(onPage).containsExactlyInAnyOrderElementsOf(inJson);
    for (int i = 0; i < json.get("hosts").size(); i++) {
      same(tables.get("Host chains").get(i).get(1), json.get("hosts").get(i).get("weight"));
    }
  }

  void areThoseOfDca(JsonNode json) {
    List<List<String>> instalments = tables.get("Instalments");
    assertThat(instalments).hasSameSizeAs(json.get("instalments"));
    JsonNode last = json.get("instalments").get(instalments.size() - 1);
    for (int i = 0; i < instalments.size(); i++) {
      JsonNode instalment = json.get("instalments").get(i);
      assertThat(instalments.get(i).get(1)).isEqualTo(text(instalment, "date"));
      same(instalments.get(i).get(2), instalment.get("amount"));
    }
    for (int i = 0; i < last.get("mix").size(); i++) {
      same(tables.get("Path of the mix").get(i).get(2), last.get("mix").get(i).get("weight"));
    }
  }

  void areThoseOfRebalance(JsonNode json) {
    List<List<String>> trades = tables.get("Trades");
    assertThat(trades).hasSameSizeAs(json.get("trades"));
    for (int i = 0; i < trades.size(); i++) {
      JsonNode trade = json.get("trades").get(i);
      assertThat(trades.get(i).get(1)).isEqualTo(text(trade, "side"));
      assertThat(trades.get(i).get(2)).isEqualTo(text(trade, "asset"));
      assertThat(figure(trades.get(i).get(3))).isEqualTo(exact(trade, "quantity"));
      same(trades.get(i).get(6), trade.get("value"));
      same(trades.get(i).get(7), trade.get("fee"));
    }
    for (int i = 0; i < json.get("after").size(); i++) {
      same(tables.get("Mix").get(i).get(2), json.get("after").get(i).get("weight"));
    }
  }

  /** To the hundredth, or to the two that largest remainders may put it on. */
  private static void same(String shown, JsonNode figure) {
    assertThat(new BigDecimal(figure(shown)))
        .isCloseTo(
            figure.decimalValue(), org.assertj.core.data.Offset.offset(new BigDecimal("0.01")));
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asText();
  }

  private static String exact(JsonNode node, String field) {
    return node.get(field).decimalValue().stripTrailingZeros().toPlainString();
  }

  private static String cents(JsonNode node, String field) {
    return node.get(field).decimalValue().setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String figure(String shown) {
    return shown.replace(",", "").replace(" %", "").replace("−", "-").replace("+", "").strip();
  }
}
