package allot.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import allot.Law;
import allot.allocation.Explanation.Step;
import allot.allocation.Explanation.Unit;
import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.portfolio.Role;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static Explanation explain(Sample sample, String id) {
    Asset asset = AssetCatalog.builtIn().byId(id).orElseGet(() -> Asset.unknown(id));
    return Explanation.of(sample.allocation(), asset);
  }

  private static Step step(Explanation explanation, String label) {
    return explanation.steps().stream()
        .filter(step -> step.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static void says(Explanation explanation, String label, String number, String from) {
    Step step = step(explanation, label);
    assertThat(step.number().orElseThrow()).as(label).isEqualByComparingTo(number);
    assertThat(step.from()).as(label).isEqualTo(from);
  }

  private static void says(Explanation explanation, String label, String text) {
    assertThat(step(explanation, label).text()).contains(text);
  }

  @Test
  void every_step_of_v1_has_its_operands() {
    Explanation why =
        explain(
            Sample.mix("0", "24000", "21000", "10000")
                .with(
                    Row.of("bitcoin", "2", "15000").in("Coinbase"),
                    Row.of("bitcoin", "1", "15000").in("Ledger").as(Role.FROZEN)),
            "bitcoin");
    says(why, "quantity", "3", "2 (Coinbase) + 1 (Ledger, frozen)");
    says(why, "price", "15000", "portfolio file");
    says(why, "price as of", "2026-11-20T16:00:00Z");
    says(why, "price age", "under a minute");
    says(why, "value", "45000", "2 × 15000 + 1 × 15000");
    says(why, "total", "100000", "sum of 5 holdings");
    says(why, "weight", "45", "45000 / 100000");
    says(why, "bucket", "layer-1");
    says(why, "bucket value", "45000", "BTC 30000 + BTC 15000");
    says(why, "bucket weight", "45", "45000 / 100000");
    says(why, "target", "40", "the target mix");
    says(why, "drift", "5", "45 - 40");
    says(why, "relative drift", "12.5", "5 / 40");
    says(why, "band low", "35", "40 - 5, the tighter of 5 points and 25 % of 40");
    says(why, "band high", "45", "40 + 5, the tighter of 5 points and 25 % of 40");
    says(why, "status", "in band");
    assertThat(step(why, "status").from()).isEqualTo("35 <= 45 <= 45");
    says(why, "to target", "-5000", "40 % × 100000 - 45000");
    assertThat(why.held()).hasSize(2);
  }

  @Test
  void out_of_band_is_shown_by_a_comparison_that_is_true() {
    assertThat(step(explain(Sample.v1(), "arbitrum"), "status").from()).isEqualTo("24 < 25");
    Sample over = Sample.mix("50", "25", "15", "10");
    says(explain(over, "ethereum"), "status", "over");
    assertThat(step(explain(over, "ethereum"), "status").from()).isEqualTo("50 > 45");
  }

  @Test
  void a_band_that_is_cut_at_0_or_100_says_so() {
    Sample sample =
        Sample.of(Row.of("ethereum", "97", "1"), Row.of("usd", "3", "1"))
            .target("layer-1=97,stable=3")
            .band("5");
    says(explain(sample, "usd"), "band low", "0", "3 - 5, at least 0");
    says(explain(sample, "usd"), "band high", "8", "3 + 5");
    says(explain(sample, "ethereum"), "band low", "92", "97 - 5");
    says(explain(sample, "ethereum"), "band high", "100", "97 + 5, at most 100");
  }

  @Test
  void a_target_of_zero_has_no_relative_drift_and_a_band_of_dust() {
    Explanation why = explain(Sample.v1().with(Row.of("mystery", "1", "25000")), "mystery");
    says(why, "bucket", "unclassified");
    says(why, "target", "0", "not in it");
    says(why, "band low", "0", "target 0: nothing");
    says(why, "band high", "0.1", "target 0: the larger of 0.1 % and 1 / 125000");
    says(why, "to target", "-25000", "0 % × 125000 - 25000");
    assertThat(why.steps()).noneMatch(step -> step.label().equals("relative drift"));
  }

  @Test
  void what_is_not_held_has_quantity_zero_and_its_buckets_drift() {
    Explanation why = explain(Sample.v1(), "bittensor");
    says(why, "quantity", "0", "not held");
    says(why, "value", "0", "nothing held");
    says(why, "weight", "0", "0 / 100000");
    says(why, "bucket", "layer-1");
    says(why, "drift", "5", "45 - 40");
    assertThat(why.steps()).noneMatch(step -> step.label().startsWith("price"));
    assertThat(why.held()).isEmpty();
  }

  @Test
  void without_a_price_the_unknown_is_called_unknown() {
    Explanation why =
        explain(Sample.v1().with(Row.of("bittensor", "2", "1").unpriced()), "bittensor");
    assertThat(step(why, "price").number()).isEmpty();
    assertThat(step(why, "price").from()).isEqualTo("no source gives one");
    assertThat(step(why, "value").number()).isEmpty();
    assertThat(step(why, "value").from()).isEqualTo("2 × unknown");
    assertThat(step(why, "weight").number()).isEmpty();
    assertThat(step(why, "bucket value").from()).isEqualTo("ETH 45000 + TAO unknown");
    assertThat(why.steps()).noneMatch(step -> step.label().equals("drift"));
  }

  @Test
  void a_price_of_the_future_is_no_price() {
    Explanation why =
        explain(Sample.of(Row.of("bittensor", "2", "1").aged(Duration.ofHours(-1))), "bittensor");
    assertThat(step(why, "price").from())
        .isEqualTo("the quote is later than the time of valuation");
  }

  @Test
  void ages_are_said_with_the_limit() {
    Sample old = Sample.of(Row.of("bittensor", "2", "1").aged(Duration.ofHours(30)));
    says(explain(old, "bittensor"), "price age", "30 h");
    assertThat(step(explain(old, "bittensor"), "price age").from())
        .isEqualTo("stale: at most 24 h counts as fresh");
    assertThat(step(explain(old.anyAge(), "bittensor"), "price age").from())
        .isEqualTo("any age counts as fresh");
    Sample undated = Sample.of(Row.of("bittensor", "2", "1").undated());
    says(explain(undated, "bittensor"), "price as of", "undated");
    says(explain(undated, "bittensor"), "price age", "unknown");
  }

  @Test
  void two_prices_are_two_steps_and_two_classes_two_buckets() {
    Explanation why =
        explain(
            Sample.v1()
                .with(
                    Row.of("bittensor", "1", "300").in("A"),
                    Row.of("bittensor", "1", "400").in("B").bucket("hybrid")),
            "bittensor");
    assertThat(why.steps().stream().filter(s -> s.label().equals("price"))).hasSize(2);
    assertThat(why.classifications()).hasSize(2);
    assertThat(why.steps().stream().filter(s -> s.label().equals("bucket")))
        .extracting(s -> s.text().orElseThrow())
        .containsExactly("layer-1", "hybrid");
    assertThat(why.steps().stream().filter(s -> s.label().equals("bucket")))
        .extracting(Step::from)
        .containsExactly(
            "catalogue: article, high confidence, 2026-11", "the holding in the file: own view");
  }

  @Test
  void a_portfolio_that_is_worth_nothing_has_values_and_no_weights() {
    Explanation why = explain(Sample.of(Row.of("bittensor", "2", "0")), "bittensor");
    says(why, "value", "0", "2 × 0");
    says(why, "total", "0", "sum of 1 holding");
    assertThat(step(why, "weight").number()).isEmpty();
    assertThat(why.steps()).noneMatch(step -> step.label().equals("drift"));
  }

  @Test
  void operands_multiply_out() {
    Law.holds(
        random -> {
          Sample sample = Portfolios.priced(random);
          List<Row> rows = sample.rows();
          Asset asset = rows.get(random.nextInt(rows.size())).asset();
          for (Step step : Explanation.of(sample.allocation(), asset).steps()) {
            if (step.number().isPresent() && isArithmetic(step)) {
              assertThat(step.number().get().subtract(result(step)).abs())
                  .as("%s", step)
                  .isLessThan(tolerance(step, sample));
            }
          }
        });
  }

  private static boolean isArithmetic(Step step) {
    return step.unit() != Unit.PRICE
        && !step.from().startsWith("sum of")
        && !step.from().startsWith("target 0: nothing")
        && !step.label().equals("target")
        && !step.from().startsWith("not")
        && !step.from().startsWith("nothing");
  }

  /** What is written in a step was rounded before it was written. */
  private static BigDecimal tolerance(Step step, Sample sample) {
    return new BigDecimal(step.label().equals("relative drift") ? "1e-6" : "1e-7");
  }

  /** The value of the operands, by rules of their own: left to right, products first. */
  private static BigDecimal result(Step step) {
    String from = step.from();
    if (from.startsWith("target 0")) {
      String total = from.substring(from.lastIndexOf(' ') + 1);
      BigDecimal unit = new BigDecimal("100").divide(new BigDecimal(total), MathContext.DECIMAL128);
      return unit.max(new BigDecimal("0.1")).min(new BigDecimal("100"));
    }
    int comma = from.indexOf(", ");
    String words = comma < 0 || step.unit() == Unit.QUANTITY ? "" : from.substring(comma);
    BigDecimal value = sum(words.isEmpty() ? from : from.substring(0, comma));
    if (step.unit() == Unit.PERCENT && from.contains(" / ")) {
      value = value.multiply(new BigDecimal("100"));
    }
    if (words.endsWith(", at least 0")) {
      assertThat(value).isNegative();
      return BigDecimal.ZERO;
    }
    if (words.endsWith(", at most 100")) {
      assertThat(value).isGreaterThan(new BigDecimal("100"));
      return new BigDecimal("100");
    }
    return value;
  }

  private static BigDecimal sum(String text) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal term = null;
    String operator = "+";
    BigDecimal sign = BigDecimal.ONE;
    for (String token : text.replaceAll("\\([^)]*\\)", "").trim().split(" +")) {
      if (token.matches("[-+×/]")) {
        operator = token;
        if (token.matches("[-+]")) {
          sum = sum.add(term.multiply(sign));
          sign = token.equals("-") ? BigDecimal.ONE.negate() : BigDecimal.ONE;
          term = null;
        }
      } else if (token.equals("%")) {
        term = term.movePointLeft(2);
      } else if (token.matches("-?[0-9.]+")) {
        BigDecimal number = new BigDecimal(token);
        if (term == null) {
          term = number;
        } else {
          term =
              operator.equals("×")
                  ? term.multiply(number)
                  : term.divide(number, MathContext.DECIMAL128);
        }
      }
    }
    return sum.add(term.multiply(sign));
  }

  @Test
  void the_operands_of_random_portfolios_are_of_several_kinds() {
    List<String> kinds = new ArrayList<>();
    for (int seed = 0; seed < 200; seed++) {
      Sample sample = Portfolios.priced(new SplittableRandom(seed));
      Explanation.of(sample.allocation(), sample.rows().get(0).asset())
          .steps()
          .forEach(step -> kinds.add(step.label() + " " + step.text().orElse("")));
    }
    assertThat(kinds).contains("relative drift ", "status over", "status under", "status in band");
  }
}
