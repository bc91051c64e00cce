package allot.allocation;

import allot.allocation.BucketShare.Standing;
import allot.allocation.Finding.Code;
import allot.catalog.Bucket;
import allot.money.CurrencyUnit;
import allot.money.Money;
import allot.price.Age;
import allot.price.PriceState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a check of one portfolio comes to.
 *
 * @param findings in the order of the buckets, then of the assets
 */
public record Verdict(Status status, List<Finding> findings) {

  /** The outcome of a check. */
  public enum Status {
    IN_BAND,
    /** A bucket is out of band, or a stablecoin off its peg. */
    OUT_OF_BAND,
    /** A price is missing, stale or later than the clock, or nothing is held. */
    UNDECIDED,
    INVALID;

    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public static Verdict of(Allocation allocation) {
    Valuation valuation = allocation.valuation();
    List<Finding> findings = new ArrayList<>(undecided(valuation));
    boolean decided = findings.isEmpty();
    if (decided) {
      findings.addAll(outOfBand(allocation));
    }
    findings.addAll(offPeg(valuation));
    return of(findings);
  }

  /** The verdict that findings amount to. */
  public static Verdict of(List<Finding> findings) {
    Status status = findings.isEmpty() ? Status.IN_BAND : Status.OUT_OF_BAND;
    for (Finding finding : findings) {
      if (finding.code().isUndecided()) {
        status = finding.code() == Code.INVALID ? Status.INVALID : Status.UNDECIDED;
        break;
      }
    }
    return new Verdict(status, List.copyOf(findings));
  }

  private static List<Finding> undecided(Valuation valuation) {
    List<Position> held = valuation.held();
    if (held.isEmpty()) {
      return List.of(Finding.ofFile(Code.EMPTY, "nothing is held"));
    }
    Map<String, Finding> byAsset = new LinkedHashMap<>();
    for (Position position : held) {
      String asset = position.holding().asset().symbol();
      priceFinding(position, asset, valuation).ifPresent(f -> byAsset.putIfAbsent(asset, f));
    }
    if (byAsset.isEmpty() && valuation.weighable().isEmpty()) {
      return List.of(Finding.ofFile(Code.EMPTY, "what is held is worth nothing"));
    }
    return List.copyOf(byAsset.values());
  }

  private static Optional<Finding> priceFinding(
      Position position, String asset, Valuation valuation) {
    if (position.price() instanceof PriceState.Missing missing) {
      return Optional.of(
          switch (missing.reason()) {
            case NONE -> Finding.ofAsset(Code.NO_PRICE, asset, asset + " has no price");
            case FUTURE ->
                Finding.ofAsset(
                    Code.FUTURE_PRICE,
                    asset,
                    "the price of " + asset + " is later than the time of valuation");
            case REJECTED ->
                Finding.ofAsset(Code.NO_PRICE, asset, "the price of " + asset + " cannot be right");
          });
    }
    if (position.price() instanceof PriceState.Stale stale) {
      return Optional.of(
          Finding.ofAsset(Code.STALE_PRICE, asset, staleInWords(asset, stale, valuation)));
    }
    return Optional.empty();
  }

  /** Why a stale price is stale. */
  static String staleInWords(String asset, PriceState.Stale stale, Valuation valuation) {
    return stale
        .age()
        .map(
            age ->
                "the price of "
                    + asset
                    + " is "
                    + Age.words(age)
                    + " old, at most "
                    + Age.words(valuation.freshness().maxAge().orElseThrow())
                    + " counts")
        .orElse("the price of " + asset + " has no date");
  }

  private static List<Finding> outOfBand(Allocation allocation) {
    CurrencyUnit currency = allocation.valuation().portfolio().currency();
    List<Finding> findings = new ArrayList<>();
    for (BucketShare share : allocation.shares()) {
      Standing standing = share.standing().orElseThrow();
      if (standing.status() != BucketShare.Status.IN) {
        findings.add(
            new Finding(
                Code.OUT_OF_BAND,
                Optional.of(share.bucket()),
                Optional.empty(),
                outOfBandInWords(share, standing, currency, members(share, allocation)),
                Optional.of(standing)));
      }
    }
    return findings;
  }

  private static String outOfBandInWords(
      BucketShare share, Standing standing, CurrencyUnit currency, String members) {
    Money money = Money.of(standing.toTarget(), currency);
    String remedy =
        money.signum() < 0
            ? "sell " + Money.zero(currency).minus(money).format()
            : "buy " + money.format();
    String end =
        share.bucket().equals(Bucket.UNCLASSIFIED)
            ? ": give its assets a bucket in the file, or " + remedy
            : ": " + remedy + " to be back on target";
    return share.bucket()
        + members
        + " is at "
        + standing.weightInWords()
        + ", "
        + standing.status().label()
        + " its band of "
        + standing.bandInWords()
        + end;
  }

  /** Which assets nothing classifies, to be named where they are found fault with. */
  private static String members(BucketShare share, Allocation allocation) {
    if (!share.bucket().equals(Bucket.UNCLASSIFIED)) {
      return "";
    }
    Set<String> symbols = new TreeSet<>();
    for (Position position : allocation.valuation().held()) {
      if (position.holding().bucket().equals(Bucket.UNCLASSIFIED)) {
        symbols.add(position.holding().asset().symbol());
      }
    }
    return " (" + String.join(", ", symbols) + ")";
  }

  private static List<Finding> offPeg(Valuation valuation) {
    Map<String, Finding> byAsset = new LinkedHashMap<>();
    for (Peg peg : Peg.of(valuation)) {
      if (peg.isFinding()) {
        byAsset.putIfAbsent(
            peg.asset().symbol(),
            Finding.ofAsset(Code.OFF_PEG, peg.asset().symbol(), peg.inWords()));
      }
    }
    return List.copyOf(byAsset.values());
  }
}
