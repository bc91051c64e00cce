package allot.allocation;

import allot.allocation.BucketShare.Standing;
import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.money.ExactDecimal;
import allot.money.Fraction;
import allot.portfolio.Band;
import allot.portfolio.Classification;
import allot.price.Age;
import allot.price.PriceState;
import allot.price.Quote;
import allot.price.Timestamp;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The whole arithmetic of one asset, step by step with its operands.
 *
 * @param held its positions; empty if it is not held
 * @param classifications its bucket and who says so; more than one if holdings differ
 */
public record Explanation(
    Asset asset, List<Position> held, List<Classification> classifications, List<Step> steps) {
  private static final int MONEY_DECIMALS = 8;
  private static final int PERCENT_DECIMALS = 10;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What a step's number is a number of. */
  public enum Unit {
    QUANTITY,
    PRICE,
    MONEY,
    PERCENT,
    TEXT
  }

  /**
   * One step.
   *
   * @param number exact, money with at most 8 and percent with at most 10 decimals; empty if it is
   *     unknown or a text
   * @param text what it is, if it is no number
   * @param from the operands, or who says so
   */
  public record Step(
      String label, Unit unit, Optional<BigDecimal> number, Optional<String> text, String from) {}

  public static Explanation of(Allocation allocation, Asset asset) {
    return new Steps(allocation, asset).explanation();
  }

  /** Writes the steps down one after the other. */
  private static final class Steps {
    private final Allocation allocation;
    private final Valuation valuation;
    private final Asset asset;
    private final List<Position> held = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    Steps(Allocation allocation, Asset asset) {
      this.allocation = allocation;
      this.valuation = allocation.valuation();
      this.asset = asset;
      for (Position position : valuation.positions()) {
        if (position.holding().asset().id().equals(asset.id())) {
          held.add(position);
        }
      }
    }

    Explanation explanation() {
      quantityAndValue();
      List<Classification> classifications = classifications();
      for (Classification classification : classifications) {
        bucket(classification);
      }
      return new Explanation(asset, List.copyOf(held), classifications, List.copyOf(steps));
    }

    private void quantityAndValue() {
      BigDecimal quantity = BigDecimal.ZERO;
      StringBuilder accounts = new StringBuilder();
      Optional<BigDecimal> value = Optional.of(BigDecimal.ZERO);
      StringBuilder products = new StringBuilder();
      BigDecimal excluded = BigDecimal.ZERO;
      for (Position position : held) {
        if (!position.holding().isHeld()) {
          excluded = excluded.add(position.holding().quantity());
          continue;
        }
        quantity = quantity.add(position.holding().quantity());
        append(accounts, " + ", inAccount(position));
        Optional<BigDecimal> part = position.value();
        value = value.flatMap(sum -> part.map(sum::add));
        append(products, " + ", product(position));
      }
      if (accounts.isEmpty()) {
        accounts.append("not held");
      }
      if (excluded.signum() > 0) {
        append(accounts, " ", "(" + ExactDecimal.plain(excluded) + " excluded)");
      }
      number("quantity", Unit.QUANTITY, quantity, accounts);
      prices();
      money("value", value, products.isEmpty() ? "nothing held" : products);
      money("total", valuation.total(), sumOf(valuation.held().size()));
      Optional<BigDecimal> worth = value;
      percent(
          "weight",
          valuation
              .weighable()
              .flatMap(total -> worth.map(v -> Fraction.of(v.movePointRight(2), total))),
          words(value) + " / " + words(valuation.total()));
    }

    private static String inAccount(Position position) {
      String account = position.holding().account();
      String role = position.holding().role().label();
      String where = account.isEmpty() ? "no account" : account;
      return ExactDecimal.plain(position.holding().quantity())
          + " ("
          + where
          + ("tradable".equals(role) ? "" : ", " + role)
          + ")";
    }

    private static String product(Position position) {
      return ExactDecimal.plain(position.holding().quantity())
          + " × "
          + position.price().usable().map(q -> ExactDecimal.plain(q.value())).orElse("unknown");
    }

    private void prices() {
      Set<String> said = new LinkedHashSet<>();
      for (Position position : held) {
        Optional<Quote> quote = position.price().usable();
        if (quote.isEmpty()) {
          if (said.add("none")) {
            steps.add(
                new Step("price", Unit.PRICE, Optional.empty(), Optional.empty(), why(position)));
          }
        } else if (said.add(ExactDecimal.plain(quote.get().value()) + quote.get().asOf())) {
          number("price", Unit.PRICE, quote.get().value(), quote.get().source());
          age(position.price(), quote.get());
        }
      }
    }

    private static String why(Position position) {
      PriceState.Reason reason =
          position.price() instanceof PriceState.Missing missing
              ? missing.reason()
              : PriceState.Reason.NONE;
      return switch (reason) {
        case NONE -> "no source gives one";
        case FUTURE -> "the quote is later than the time of valuation";
        case REJECTED -> "the quote cannot be right";
      };
    }

    private void age(PriceState price, Quote quote) {
      String verdict = price instanceof PriceState.Fresh ? "fresh" : "stale";
      String limit =
          valuation
              .freshness()
              .maxAge()
              .map(max -> verdict + ": at most " + Age.words(max) + " counts as fresh")
              .orElse("any age counts as fresh");
      text("price as of", quote.asOf().map(Timestamp::format).orElse("undated"), "its source");
      text("price age", price.ageOfQuote().map(Age::words).orElse("unknown"), limit);
    }

    private List<Classification> classifications() {
      Set<Classification> distinct = new LinkedHashSet<>();
      for (Position position : held) {
        distinct.add(position.holding().classification());
      }
      if (distinct.isEmpty()) {
        boolean own = asset.origin().basis() == Asset.Basis.OWN;
        distinct.add(
            new Classification(
                asset.bucket(),
                own ? Classification.By.OWN_ASSET : Classification.By.CATALOGUE,
                own ? asset.origin().source() : ""));
      }
      return List.copyOf(distinct);
    }

    private void bucket(Classification classification) {
      Bucket bucket = classification.bucket();
      text("bucket", bucket.name(), Provenance.inWords(asset, classification));
      Optional<BucketShare> share = allocation.share(bucket);
      Optional<BigDecimal> value =
          share.isPresent() ? share.get().value() : Optional.of(BigDecimal.ZERO);
      money("bucket value", value, members(bucket));
      BigDecimal target = valuation.portfolio().target().of(bucket);
      Optional<Standing> standing = share.flatMap(BucketShare::standing);
      percent(
          "bucket weight",
          standing.map(Standing::weight),
          words(value) + " / " + words(valuation.total()));
      boolean named = valuation.portfolio().target().percents().containsKey(bucket);
      percent("target", Optional.of(Fraction.of(target)), named ? "the target mix" : "not in it");
      standing.ifPresent(s -> drift(bucket, target, s));
    }

    private void drift(Bucket bucket, BigDecimal target, Standing standing) {
      String weight = words(standing.weight());
      String aim = ExactDecimal.plain(target);
      percent("drift", Optional.of(standing.drift()), weight + " - " + aim);
      standing
          .relativeDrift()
          .ifPresent(
              relative ->
                  percent(
                      "relative drift",
                      Optional.of(relative),
                      words(standing.drift()) + " / " + aim));
      edges(bucket, target, standing);
      text(
          "status",
          standing.status().label() + (standing.status() == BucketShare.Status.IN ? " band" : ""),
          switch (standing.status()) {
            case IN -> words(standing.low()) + " <= " + weight + " <= " + words(standing.high());
            case OVER -> weight + " > " + words(standing.high());
            case UNDER -> weight + " < " + words(standing.low());
          });
      money(
          "to target",
          Optional.of(standing.toTarget()),
          aim
              + " % × "
              + words(valuation.total())
              + " - "
              + words(allocation.share(bucket).flatMap(BucketShare::value)));
    }

    private void edges(Bucket bucket, BigDecimal target, Standing standing) {
      if (target.signum() == 0) {
        String dust = "target 0: the larger of 0.1 % and 1 / " + words(valuation.total());
        percent("band low", Optional.of(standing.low()), "target 0: nothing");
        percent("band high", Optional.of(standing.high()), dust);
        return;
      }
      Band band = valuation.portfolio().bands().of(bucket);
      BigDecimal half = band.halfWidth(target);
      String aim = ExactDecimal.plain(target);
      String width = ExactDecimal.plain(half) + tighter(band, aim);
      String floor = half.compareTo(target) > 0 ? ", at least 0" : "";
      String ceiling = target.add(half).compareTo(HUNDRED) > 0 ? ", at most 100" : "";
      percent("band low", Optional.of(standing.low()), aim + " - " + width + floor);
      percent("band high", Optional.of(standing.high()), aim + " + " + width + ceiling);
    }

    private static String tighter(Band band, String aim) {
      return band.relative()
          .map(
              relative ->
                  ", the tighter of "
                      + ExactDecimal.plain(band.points())
                      + " points and "
                      + ExactDecimal.plain(relative)
                      + " % of "
                      + aim)
          .orElse("");
    }

    private String members(Bucket bucket) {
      StringBuilder sum = new StringBuilder();
      int count = 0;
      for (Position position : valuation.held()) {
        if (position.holding().bucket().equals(bucket)) {
          count++;
          append(sum, " + ", position.holding().asset().symbol() + " " + words(position.value()));
        }
      }
      return count > 8 ? sumOf(count) : sum.isEmpty() ? "nothing held" : sum.toString();
    }

    private static String sumOf(int holdings) {
      return "sum of " + holdings + (holdings == 1 ? " holding" : " holdings");
    }

    private static void append(StringBuilder text, String separator, String part) {
      text.append(text.isEmpty() ? "" : separator).append(part);
    }

    private void number(String label, Unit unit, BigDecimal number, CharSequence from) {
      steps.add(new Step(label, unit, Optional.of(number), Optional.empty(), from.toString()));
    }

    private void money(String label, Optional<BigDecimal> amount, CharSequence from) {
      Optional<BigDecimal> rounded = amount.map(Steps::rounded);
      steps.add(new Step(label, Unit.MONEY, rounded, Optional.empty(), from.toString()));
    }

    private void percent(String label, Optional<Fraction> percent, String from) {
      Optional<BigDecimal> rounded =
          percent.map(p -> p.rounded(PERCENT_DECIMALS, RoundingMode.HALF_EVEN));
      steps.add(new Step(label, Unit.PERCENT, rounded, Optional.empty(), from));
    }

    private void text(String label, String text, String from) {
      steps.add(new Step(label, Unit.TEXT, Optional.empty(), Optional.of(text), from));
    }

    private static BigDecimal rounded(BigDecimal amount) {
      return amount.setScale(MONEY_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static String words(Optional<BigDecimal> amount) {
      return amount.map(a -> ExactDecimal.plain(rounded(a))).orElse("unknown");
    }

    private static String words(Fraction percent) {
      return ExactDecimal.plain(percent.rounded(PERCENT_DECIMALS, RoundingMode.HALF_EVEN));
    }
  }
}
