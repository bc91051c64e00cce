package allot.allocation;

import allot.allocation.Exposure.Part;
import allot.catalog.Asset;
import allot.catalog.Asset.Confidence;
import allot.catalog.Asset.Market;
import allot.catalog.Bucket;
import allot.money.Fraction;
import allot.portfolio.Classification;
import allot.price.PriceState;
import allot.problem.Spelling;
import allot.problem.Warning;
import allot.problem.Warning.Code;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the owner of a valued portfolio should know beside its weights. */
public final class Advisories {
  private static final int FEWEST_SECTORS = 3;
  private static final int MOST_SECTORS = 5;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /**
   * Above this sum of squared weights a portfolio is called concentrated: under four equal assets.
   */
  private static final BigDecimal CONCENTRATED = new BigDecimal("0.25");

  private final Valuation valuation;
  private final Exposure exposure;
  private final Map<String, Warning> warnings = new LinkedHashMap<>();

  private Advisories(Valuation valuation, Exposure exposure) {
    this.valuation = valuation;
    this.exposure = exposure;
  }

  /** The reader's warnings, then those of assets, prices and spread; each said once. */
  public static List<Warning> of(Valuation valuation, Exposure exposure) {
    Advisories advisories = new Advisories(valuation, exposure);
    valuation.portfolio().warnings().forEach(advisories::add);
    for (Position position : valuation.held()) {
      advisories.asset(position);
    }
    for (Position position : valuation.held()) {
      advisories.price(position);
    }
    advisories.pegs();
    advisories.sectors();
    advisories.concentration();
    return List.copyOf(advisories.warnings.values());
  }

  private void add(Warning warning) {
    String subject = warning.asset().orElseGet(warning::message);
    warnings.putIfAbsent(warning.code() + " " + subject, warning);
  }

  private void asset(Position position) {
    Asset asset = position.holding().asset();
    String symbol = asset.symbol();
    Classification classification = position.holding().classification();
    if (classification.bucket().equals(Bucket.UNCLASSIFIED)) {
      add(
          Warning.of(
              Code.UNCLASSIFIED,
              symbol,
              symbol + " is in no catalogue: counted, target 0; " + remedy(symbol)));
    }
    if (asset.market() == Market.NONE) {
      add(
          Warning.of(
              Code.NO_MARKET,
              symbol,
              symbol + " has no active market: its price is your own estimate"));
    }
    asset
        .successor()
        .flatMap(valuation.portfolio().catalog()::byId)
        .ifPresent(
            next ->
                add(
                    Warning.of(
                        Code.RENAMED,
                        symbol,
                        symbol + " converts to " + next.symbol() + " (" + next.id() + ")")));
    if (classification.by() == Classification.By.CATALOGUE) {
      confidence(asset);
    }
  }

  private String remedy(String symbol) {
    return Spelling.misspelling(symbol, valuation.portfolio().catalog().names())
        .map(near -> "did you mean `" + near + "`?")
        .orElse("give it a bucket in the file");
  }

  private void confidence(Asset asset) {
    String symbol = asset.symbol();
    if (asset.isDisputed()) {
      add(
          Warning.of(
              Code.LOW_CONFIDENCE,
              symbol,
              symbol
                  + ": the articles dispute its bucket; counted as "
                  + asset.bucket()
                  + " (`allot why "
                  + symbol
                  + "`)"));
    } else if (asset.origin().confidence().filter(Confidence.LOW::equals).isPresent()) {
      add(
          Warning.of(
              Code.LOW_CONFIDENCE,
              symbol,
              symbol + ": not sure it is " + asset.id() + "; " + asset.origin().note()));
    }
  }

  private void price(Position position) {
    String symbol = position.holding().asset().symbol();
    if (position.price() instanceof PriceState.Stale stale) {
      Code code = stale.age().isPresent() ? Code.STALE_PRICE : Code.UNDATED_PRICE;
      add(Warning.of(code, symbol, Verdict.staleInWords(symbol, stale, valuation)));
    }
  }

  private void pegs() {
    for (Peg peg : Peg.of(valuation)) {
      if (peg.isWarning()) {
        add(Warning.of(Code.OFF_PEG, peg.asset().symbol(), peg.inWords()));
      }
    }
  }

  private void sectors() {
    if (exposure.total().isEmpty()) {
      return;
    }
    Set<String> held = new LinkedHashSet<>();
    BigDecimal aiValue = BigDecimal.ZERO;
    List<Part> sectors = new ArrayList<>();
    for (Part part : exposure.aiSectors()) {
      if (part.value().orElseThrow().signum() > 0) {
        held.add(part.name());
        sectors.add(part);
        aiValue = aiValue.add(part.value().orElseThrow());
      }
    }
    if (held.size() < FEWEST_SECTORS || held.size() > MOST_SECTORS) {
      String count = held.size() == 1 ? "1 AI sector is" : held.size() + " AI sectors are";
      add(Warning.of(Code.SECTOR_COUNT, count + " held; the articles ask for 3 to 5"));
    }
    for (Part part : sectors) {
      BigDecimal value = part.value().orElseThrow();
      if (value.multiply(TWO).compareTo(aiValue) > 0) {
        add(
            Warning.of(
                Code.SECTOR_SHARE,
                part.name()
                    + " is "
                    + percent(Fraction.of(value.movePointRight(2), aiValue))
                    + " of the AI part; the articles ask to spread it"));
      }
    }
  }

  private void concentration() {
    exposure
        .hhi()
        .filter(hhi -> hhi.compareTo(CONCENTRATED) > 0)
        .ifPresent(
            hhi -> {
              Part largest = exposure.assets().get(0);
              String symbol = largest.assets().get(0);
              add(
                  Warning.of(
                      Code.CONCENTRATION,
                      symbol,
                      "as concentrated as "
                          + exposure
                              .effectiveAssets()
                              .orElseThrow()
                              .rounded(1, RoundingMode.HALF_EVEN)
                          + " equal assets; "
                          + symbol
                          + " alone is "
                          + percent(exposure.weight(largest).orElseThrow())));
            });
  }

  private static String percent(Fraction percent) {
    return percent.rounded(2, RoundingMode.HALF_EVEN).toPlainString() + " %";
  }
}
