package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
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

  void areThoseOf(String verb, JsonNode json) {
    switch (verb) {
      case "report" -> areThoseOfReport(json);
      case "dca" -> areThoseOfDca(json);
      case "rebalance" -> areThoseOfRebalance(json);
      case "backtest" -> areThoseOfBacktest(json);
      default -> areThoseOfSimulate(json);
    }
  }

  private void areThoseOfReport(JsonNode json) {
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

  private void areThoseOfDca(JsonNode json) {
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

  private void areThoseOfRebalance(JsonNode json) {
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

  private void areThoseOfBacktest(JsonNode json) {
    List<List<String>> outcome = tables.get("What it came to");
    List<List<String>> risk = tables.get("How it went");
    List<List<String>> trading = tables.get("What was done");
    assertThat(outcome).hasSameSizeAs(json.get("strategies"));
    for (int i = 0; i < outcome.size(); i++) {
      JsonNode strategy = json.get("strategies").get(i);
      assertThat(figure(outcome.get(i).get(1))).isEqualTo(cents(strategy, "finalValue"));
      same(outcome.get(i).get(2), strategy.get("timeWeightedReturn"));
      same(risk.get(i).get(1), strategy.get("volatility"));
      same(risk.get(i).get(2), strategy.get("maxDrawdown"));
      same(risk.get(i).get(3), strategy.get("cvar95"));
      same(risk.get(i).get(4), strategy.get("ulcer"));
      same(risk.get(i).get(5), strategy.get("sharpe"));
      same(risk.get(i).get(6), strategy.get("sortino"));
      assertThat(trading.get(i).get(1)).isEqualTo(text(strategy, "rebalances"));
      same(trading.get(i).get(2), strategy.get("turnover"));
      assertThat(figure(trading.get(i).get(3))).isEqualTo(cents(strategy, "fees"));
      assertThat(figure(trading.get(i).get(4))).isEqualTo(cents(strategy, "tax"));
      assertThat(trading.get(i).get(5)).isEqualTo(text(strategy, "daysOutOfBand"));
    }
    assertThat(tables.get("Mix")).hasSize(2 * json.get("target").size());
    for (Map.Entry<String, JsonNode> target : json.get("target").properties()) {
      assertThat(tables.get("Mix"))
          .filteredOn(row -> row.get(1).equals(target.getKey()))
          .hasSize(2)
          .allSatisfy(row -> same(row.get(6), target.getValue()));
    }
  }

  private void areThoseOfSimulate(JsonNode json) {
    List<List<String>> exits = tables.get("How often to look");
    assertThat(exits).hasSameSizeAs(json.get("exit"));
    for (int i = 0; i < exits.size(); i++) {
      JsonNode exit = json.get("exit").get(i);
      assertThat(exits.get(i).get(0)).isEqualTo(text(exit, "days") + " days");
      same(estimate(exits.get(i).get(1)), hundredfold(exit, "probability"));
      JsonNode fromTarget = json.get("exitFromTarget").get(i);
      same(estimate(exits.get(i).get(2)), hundredfold(fromTarget, "probability"));
    }
    List<List<String>> bands = tables.get("Which band");
    for (int i = 0; i < json.get("bands").size(); i++) {
      JsonNode band = json.get("bands").get(i);
      assertThat(bands.get(i + 1).get(0)).isEqualTo(text(band, "band"));
      same(estimate(bands.get(i + 1).get(1)), band.get("rebalancesPerYear"));
      same(estimate(bands.get(i + 1).get(4)), band.get("meanDrift"));
    }
    List<List<String>> worth = tables.get("Worth in " + text(json, "days") + " days");
    assertThat(worth).hasSameSizeAs(json.get("outcome"));
    for (int i = 0; i < worth.size(); i++) {
      JsonNode outcome = json.get("outcome").get(i);
      assertThat(worth.get(i).get(0)).isEqualTo(text(outcome, "strategy"));
      assertThat(figure(worth.get(i).get(1))).isEqualTo(whole(outcome, "p5"));
      assertThat(figure(worth.get(i).get(3))).isEqualTo(whole(outcome, "median"));
      assertThat(figure(worth.get(i).get(5))).isEqualTo(whole(outcome, "p95"));
    }
    List<List<String>> risk = tables.get("Where the risk is");
    assertThat(risk).hasSameSizeAs(json.get("risk"));
    for (int i = 0; i < risk.size(); i++) {
      same(risk.get(i).get(1), json.get("risk").get(i).get("weight"));
      assertThat(figure(risk.get(i).get(3)))
          .isEqualTo(rounded(json.get("risk").get(i), "contribution", 1));
    }
  }

  /** A figure without its error. */
  private static String estimate(String shown) {
    return shown.replaceAll(" ± [0-9.]+", "");
  }

  private static JsonNode hundredfold(JsonNode node, String field) {
    return DecimalNode.valueOf(node.get(field).decimalValue().movePointRight(2));
  }

  private static String whole(JsonNode node, String field) {
    return rounded(node, field, 0);
  }

  private static String rounded(JsonNode node, String field, int decimals) {
    return node.get(field)
        .decimalValue()
        .setScale(decimals, RoundingMode.HALF_EVEN)
        .toPlainString();
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
    return rounded(node, field, 2);
  }

  private static String figure(String shown) {
    return shown.replace(",", "").replace(" %", "").replace("−", "-").replace("+", "").strip();
  }
}
