package allot.allocation;

import allot.catalog.Asset;
import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.portfolio.WrittenPrice;
import allot.price.Freshness;
import allot.price.PriceBook;
import allot.price.PriceState;
import allot.price.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A portfolio valued at an instant.
 *
 * @param freshness how quotes were judged
 * @param positions one for each holding, in the file's order
 * @param knownValue what all priced holdings that count are worth
 * @param total the same, if every held asset has a price
 */
public record Valuation(
    Portfolio portfolio,
    Freshness freshness,
    List<Position> positions,
    BigDecimal knownValue,
    Optional<BigDecimal> total) {
  private static final String FILE = "portfolio file";

  /** Values a portfolio with the prices of a book and, below them, its own. */
  public static Valuation of(Portfolio portfolio, PriceBook book, Freshness freshness) {
    Pricing pricing = new Pricing(portfolio, book, freshness);
    List<Position> positions = new ArrayList<>(portfolio.holdings().size());
    BigDecimal known = BigDecimal.ZERO;
    boolean complete = true;
    for (Holding holding : portfolio.holdings()) {
      Position position = pricing.position(holding);
      positions.add(position);
      if (holding.isHeld()) {
        complete &= position.value().isPresent();
        known = known.add(position.value().orElse(BigDecimal.ZERO));
      }
    }
    return new Valuation(
        portfolio,
        freshness,
        List.copyOf(positions),
        known,
        complete ? Optional.of(known) : Optional.empty());
  }

  public Instant at() {
    return freshness.at();
  }

  /** The positions that count. */
  public List<Position> held() {
    List<Position> held = new ArrayList<>(positions.size());
    for (Position position : positions) {
      if (position.holding().isHeld()) {
        held.add(position);
      }
    }
    return held;
  }

  /** The total, if it is known and not zero: what weights can be taken of. */
  public Optional<BigDecimal> weighable() {
    return total.filter(value -> value.signum() > 0);
  }

  /** The age of the oldest dated quote that counts; cash of the portfolio's currency has none. */
  public Optional<Duration> oldestAge() {
    Optional<Duration> oldest = Optional.empty();
    for (Position position : held()) {
      if (portfolio.isOwnCash(position.holding().asset())) {
        continue;
      }
      Optional<Duration> age = position.price().ageOfQuote();
      if (age.isPresent() && (oldest.isEmpty() || age.get().compareTo(oldest.get()) > 0)) {
        oldest = age;
      }
    }
    return oldest;
  }

  /**
   * Finds the price of each holding: the book's, its own, or the newest the file gives the asset.
   */
  private static final class Pricing {
    private final Portfolio portfolio;
    private final PriceBook book;
    private final Freshness freshness;
    private final Map<String, WrittenPrice> newest = new HashMap<>();

    Pricing(Portfolio portfolio, PriceBook book, Freshness freshness) {
      this.portfolio = portfolio;
      this.book = book;
      this.freshness = freshness;
      for (Holding holding : portfolio.holdings()) {
        holding
            .price()
            .ifPresent(price -> newest.merge(holding.asset().id(), price, Pricing::newer));
      }
    }

    /** The newer of two; of equally new ones the lower, whatever the order of the file. */
    private static WrittenPrice newer(WrittenPrice first, WrittenPrice second) {
      int age = first.asOf().orElse(Instant.MIN).compareTo(second.asOf().orElse(Instant.MIN));
      boolean keep = age == 0 ? first.value().compareTo(second.value()) <= 0 : age > 0;
      return keep ? first : second;
    }

    Position position(Holding holding) {
      PriceState price =
          quote(holding).map(freshness::judge).orElseGet(() -> missing(holding.asset()));
      Optional<BigDecimal> value =
          holding.quantity().signum() == 0
              ? Optional.of(BigDecimal.ZERO)
              : price.usable().map(quote -> holding.quantity().multiply(quote.value()));
      return new Position(holding, price, value);
    }

    private PriceState missing(Asset asset) {
      return new PriceState.Missing(
          book.withheld().contains(asset.id())
              ? PriceState.Reason.REJECTED
              : PriceState.Reason.NONE);
    }

    private Optional<Quote> quote(Holding holding) {
      Asset asset = holding.asset();
      if (portfolio.isOwnCash(asset)) {
        return Optional.of(new Quote(BigDecimal.ONE, Optional.of(freshness.at()), "cash"));
      }
      Optional<Quote> given = book.find(asset.id());
      if (given.isPresent() || book.withheld().contains(asset.id())) {
        return given;
      }
      WrittenPrice written = holding.price().orElse(newest.get(asset.id()));
      return Optional.ofNullable(written).map(w -> new Quote(w.value(), w.asOf(), FILE));
    }
  }
}
