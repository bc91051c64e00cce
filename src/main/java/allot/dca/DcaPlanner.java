package allot.dca;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.catalog.Bucket;
import allot.dca.DcaSchedule.Funding;
import allot.dca.DcaSchedule.InBandFrom;
import allot.dca.DcaSchedule.Instalment;
import allot.dca.DcaSchedule.Order;
import allot.dca.DcaSchedule.Reason;
import allot.dca.DcaSchedule.Shortfall;
import allot.dca.DcaSettings.LadderSettings;
import allot.money.Fraction;
import allot.portfolio.Bands;
import allot.portfolio.DcaTerms;
import allot.portfolio.Portfolio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans buys date by date at flat prices: each instalment is divided by what is held when it comes,
 * turned into orders, and taken into the holdings (ALGORITHMS sections 2 and 5).
 */
public final class DcaPlanner {
  private final Portfolio portfolio;
  private final Allocation before;
  private final DcaSettings settings;
  private final Map<Bucket, List<Slot>> slots;
  private final Division division;
  private final Map<Bucket, BigDecimal> values = new LinkedHashMap<>();
  private final Optional<StablecoinExcess> excess;
  private final List<Instalment> instalments = new ArrayList<>();
  private long given;
  private long carried;

  private DcaPlanner(Allocation before, DcaSettings settings) {
    this.portfolio = before.valuation().portfolio();
    this.before = before;
    this.settings = settings;
    for (BucketShare share : before.shares()) {
      values.put(share.bucket(), share.value().orElseThrow());
    }
    boolean fromStablecoin = settings.from() == DcaTerms.Funding.STABLECOIN;
    Map<Bucket, BigDecimal> targets = new LinkedHashMap<>(portfolio.target().percents());
    if (fromStablecoin) {
      targets.remove(Bucket.STABLECOIN);
    }
    targets.values().removeIf(percent -> percent.signum() == 0);
    this.slots = new SlotFinder(before, settings.prices()).slots(targets.keySet());
    this.division = new Division(settings.strategy(), targets, slots, decimals(), fromStablecoin);
    this.excess =
        fromStablecoin
            ? before
                .share(Bucket.STABLECOIN)
                .filter(share -> share.standing().isPresent())
                .map(share -> new StablecoinExcess(before.valuation(), share))
            : Optional.empty();
  }

  /**
   * Plans.
   *
   * @param before the portfolio as it is; every held asset has a price
   */
  public static DcaSchedule plan(Allocation before, DcaSettings settings) {
    DcaPlanner planner = new DcaPlanner(before, settings);
    planner.run();
    return planner.schedule();
  }

  private int decimals() {
    return portfolio.currency().decimals();
  }

  private void run() {
    boolean limited = settings.from() == DcaTerms.Funding.STABLECOIN;
    for (int k = 0; k < settings.dates().size(); k++) {
      LocalDate date = settings.dates().get(k);
      long cents = settings.cents().get(k);
      if (date.isBefore(settings.today())) {
        instalments.add(done(k + 1, date, cents));
        continue;
      }
      if (limited) {
        cents = Math.min(cents, excess.map(StablecoinExcess::left).orElse(0L));
        if (cents == 0) {
          return;
        }
      }
      instalments.add(planned(k, date, cents));
    }
  }

  private static Instalment done(int n, LocalDate date, long cents) {
    return new Instalment(
        n,
        date,
        true,
        cents,
        List.of(),
        0,
        0,
        List.of(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  private Instalment planned(int k, LocalDate date, long cents) {
    given += cents;
    carried += cents;
    List<Funding> funding = excess.map(source -> source.take(cents)).orElse(List.of());
    if (excess.isPresent()) {
      values.merge(Bucket.STABLECOIN, BigDecimal.valueOf(-cents, decimals()), BigDecimal::add);
    }
    Map<Slot, Long> budgets =
        carried == 0 ? Map.of() : division.budgets(carried, given, values, total());
    Orders placing = new Orders(settings.fee(), settings.minOrder(), decimals(), ladder(k, date));
    List<Order> orders = new ArrayList<>();
    long kept = 0;
    for (List<Slot> inBucket : slots.values()) {
      for (Slot slot : inBucket) {
        long budget = budgets.getOrDefault(slot, 0L);
        BigDecimal held = slot.value();
        if (slot.facts().cash()) {
          slot.bought(BigDecimal.valueOf(budget, decimals()), budget, budget);
          kept += budget;
        } else {
          placing.place(slot, budget).ifPresent(orders::add);
        }
        values.merge(slot.facts().bucket(), slot.value().subtract(held), BigDecimal::add);
      }
    }
    carried -= kept;
    for (Order order : orders) {
      carried -= order.cents();
    }
    return new Instalment(
        k + 1,
        date,
        false,
        cents,
        orders,
        kept,
        carried,
        funding,
        unfilled(orders),
        mix(),
        Optional.of(inBand()));
  }

  private Optional<Orders.Ladder> ladder(int k, LocalDate date) {
    if (settings.ladder().isEmpty()) {
      return Optional.empty();
    }
    LadderSettings ladder = settings.ladder().get();
    LocalDate next =
        k + 1 < settings.dates().size() ? settings.dates().get(k + 1) : ladder.nextDate();
    int days = ladder.expireDays().orElseGet(() -> (int) ChronoUnit.DAYS.between(date, next));
    return Optional.of(new Orders.Ladder(ladder.ladder(), days, ladder.volatility()));
  }

  /** The cents that limits probably leave, if every limit has a probability. */
  private Optional<Long> unfilled(List<Order> orders) {
    if (settings.ladder().isEmpty()) {
      return Optional.empty();
    }
    BigDecimal expected = BigDecimal.ZERO;
    for (Order order : orders) {
      for (DcaSchedule.Limit limit : order.limits()) {
        if (limit.fillProbability().isEmpty()) {
          return Optional.empty();
        }
        BigDecimal misses = BigDecimal.ONE.subtract(limit.fillProbability().get());
        expected = expected.add(misses.multiply(BigDecimal.valueOf(limit.rung().cents())));
      }
    }
    return Optional.of(expected.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
  }

  /** What weights are of: today's total where nothing new comes in, else what is held by then. */
  private BigDecimal total() {
    if (excess.isPresent()) {
      return before.valuation().total().orElseThrow();
    }
    return values.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private Map<Bucket, Fraction> mix() {
    BigDecimal total = total();
    Map<Bucket, Fraction> mix = new LinkedHashMap<>();
    if (total.signum() > 0) {
      values.forEach(
          (bucket, value) -> mix.put(bucket, Fraction.of(value.movePointRight(2), total)));
    }
    return mix;
  }

  private boolean inBand() {
    BigDecimal total = total();
    if (total.signum() == 0) {
      return false;
    }
    for (Map.Entry<Bucket, Fraction> part : mix().entrySet()) {
      Bucket bucket = part.getKey();
      Bands.Limits limits = portfolio.bands().limits(bucket, portfolio.target().of(bucket), total);
      if (part.getValue().compareTo(limits.low()) < 0
          || part.getValue().compareTo(limits.high()) > 0) {
        return false;
      }
    }
    return true;
  }

  private DcaSchedule schedule() {
    Optional<InBandFrom> inBandFrom =
        before.inBand().filter(in -> in).map(in -> new InBandFrom(0, settings.today()));
    for (Instalment instalment : instalments) {
      if (inBandFrom.isEmpty() && instalment.inBand().orElse(false)) {
        inBandFrom = Optional.of(new InBandFrom(instalment.n(), instalment.date()));
      }
    }
    return new DcaSchedule(
        settings.today(),
        before,
        List.copyOf(instalments),
        inBandFrom,
        shortfalls(),
        excessUsed(),
        true);
  }

  private boolean excessUsed() {
    long wanted = 0;
    for (long cents : settings.cents()) {
      wanted += cents;
    }
    long planned = 0;
    for (Instalment instalment : instalments) {
      planned += instalment.cents();
    }
    return planned < wanted;
  }

  private List<Shortfall> shortfalls() {
    List<Shortfall> shortfalls = new ArrayList<>();
    for (List<Slot> inBucket : slots.values()) {
      for (Slot slot : inBucket) {
        if (slot.unspent() > 0 && slot.spent() == 0) {
          Reason reason =
              slot.unspent() < settings.minOrder() ? Reason.BELOW_MINIMUM : Reason.BELOW_STEP;
          shortfalls.add(new Shortfall(reason, slot.facts().asset().symbol(), slot.unspent()));
        }
      }
    }
    division
        .unassigned()
        .forEach(
            (bucket, cents) ->
                shortfalls.add(new Shortfall(Reason.NO_ASSET_CHOSEN, bucket.name(), cents)));
    return shortfalls;
  }
}
