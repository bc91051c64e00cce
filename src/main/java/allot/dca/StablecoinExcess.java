package allot.dca;

import allot.allocation.BucketShare;
import allot.allocation.Position;
import allot.allocation.Valuation;
import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.dca.DcaSchedule.Funding;
import allot.portfolio.Holding;
import allot.portfolio.Role;
import allot.price.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the stablecoin bucket holds above its target, to be spent: cash first, then coins. */
final class StablecoinExcess {
  private final Valuation valuation;
  private final int decimals;
  private final List<Source> sources = new ArrayList<>();
  private long left;

  /** A holding that pays, and how many of its cents are left. */
  private static final class Source {
    private final Position position;
    private long cents;
    private long taken;
    private BigDecimal given = BigDecimal.ZERO;

    Source(Position position, long cents) {
      this.position = position;
      this.cents = cents;
    }
  }

  /**
   * @param share the stablecoin bucket, with weights
   */
  StablecoinExcess(Valuation valuation, BucketShare share) {
    this.valuation = valuation;
    this.decimals = valuation.portfolio().currency().decimals();
    this.left = Math.max(0, floor(share.standing().orElseThrow().toTarget().negate()));
    long payable = 0;
    for (Position position : valuation.held()) {
      Holding holding = position.holding();
      if (holding.bucket().equals(Bucket.STABLECOIN) && holding.role() == Role.TRADABLE) {
        long cents = floor(position.value().orElseThrow());
        sources.add(new Source(position, cents));
        payable += cents;
      }
    }
    left = Math.min(left, payable);
    sources.sort(Comparator.comparing((Source s) -> !s.position.holding().asset().isCash()));
  }

  private long floor(BigDecimal amount) {
    return amount.setScale(decimals, RoundingMode.FLOOR).unscaledValue().longValueExact();
  }

  /** Cents that can still be spent. */
  long left() {
    return left;
  }

  /** Takes cents out of the bucket. */
  List<Funding> take(long cents) {
    List<Funding> funding = new ArrayList<>();
    long needed = cents;
    for (Source source : sources) {
      long part = Math.min(needed, source.cents);
      if (part > 0) {
        source.cents -= part;
        source.taken += part;
        needed -= part;
        funding.add(funding(source, part));
      }
    }
    left -= cents;
    return funding;
  }

  /** Units are what all money so far needs, less what was given: roundings do not add up. */
  private Funding funding(Source source, long cents) {
    Holding holding = source.position.holding();
    Asset asset = holding.asset();
    boolean cash = valuation.portfolio().isOwnCash(asset);
    BigDecimal taken = BigDecimal.valueOf(source.taken, decimals);
    BigDecimal price = source.position.price().usable().map(Quote::value).orElseThrow();
    BigDecimal step = valuation.portfolio().costs().step(asset.id());
    BigDecimal needed =
        cash ? taken : taken.divide(price.multiply(step), 0, RoundingMode.CEILING).multiply(step);
    BigDecimal quantity = needed.min(holding.quantity()).subtract(source.given);
    source.given = source.given.add(quantity);
    return new Funding(asset, holding.account(), quantity, cents, !cash);
  }
}
