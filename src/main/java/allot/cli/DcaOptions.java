package allot.cli;

import allot.catalog.Asset;
import allot.dca.Cadence;
import allot.dca.DcaSettings;
import allot.dca.DcaSettings.LadderSettings;
import allot.dca.LimitLadder;
import allot.portfolio.DcaTerms;
import allot.portfolio.DcaTerms.Funding;
import allot.portfolio.DcaTerms.Strategy;
import allot.portfolio.Portfolio;
import allot.portfolio.Rhythm;
import allot.price.Quote;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a plan of buys, as they were typed. */
final class DcaOptions {
  private static final int MOST_INSTALMENTS = 10_000;

  @Option(names = "--amount", paramLabel = "MONEY", description = "money an instalment")
  private String amount;

  @Option(names = "--total", paramLabel = "MONEY", description = "money of the whole plan")
  private String total;

  @Option(
      names = "--every",
      paramLabel = "PERIOD",
      description = "day, week, 2w, month, quarter or a number of days, 10d")
  private String every;

  @Option(
      names = "--on",
      paramLabel = "DAY",
      description = "friday with weeks; 1 to 31 or last with months and quarters")
  private String on;

  @Option(
      names = "--start",
      paramLabel = "DATE",
      description = "first date, default the next that fits from today on")
  private String start;

  @Option(names = "--times", paramLabel = "N", description = "how many instalments")
  private String times;

  @Option(names = "--until", paramLabel = "DATE", description = "last date that may be used")
  private String until;

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      description = "fill (default): what is furthest below target first; gap; fixed")
  private String strategy;

  @Option(
      names = "--from",
      paramLabel = "SOURCE",
      description = "cash (default): new money; stablecoin: what the bucket has above target")
  private String from;

  @Option(names = "--fee", paramLabel = "PERCENT", description = "instead of the file's")
  private String fee;

  @Option(
      names = "--min-order",
      paramLabel = "MONEY",
      description = "orders of less are carried; instead of the file's")
  private String minOrder;

  @Option(
      names = "--ladder",
      paramLabel = "LIST",
      description = "limit orders so many percent below the price: 0,5,10")
  private String ladder;

  @Option(
      names = "--volatility",
      paramLabel = "PERCENT",
      description = "a year, for the chance that a limit fills; --history estimates it")
  private String volatility;

  @Option(
      names = "--expire",
      paramLabel = "DAYS",
      description = "how long a limit stands, default until the next instalment")
  private String expire;

  /**
   * A plan, fully said.
   *
   * @param rhythm in words, as {@code week on friday}
   * @param startStated whether the option or the file states the start
   */
  record Resolved(DcaSettings settings, Cadence cadence, String rhythm, boolean startStated) {}

  /** Whether the chance that a limit fills is asked for. */
  boolean wantsVolatility() {
    return ladder != null && volatility == null;
  }

  /**
   * The plan that the options, and where they are silent the file, describe.
   *
   * @param estimated volatility, a fraction a year, by asset id, out of a history
   * @param prices quotes of assets that are not held, by asset id
   * @throws ProblemException if something is missing, wrong or contradictory
   */
  Resolved resolve(
      Portfolio portfolio,
      LocalDate today,
      Map<String, Double> estimated,
      Map<String, Quote> prices) {
    Optional<DcaTerms> terms = portfolio.dca();
    Rhythm rhythm = rhythm(terms);
    Optional<LocalDate> stated =
        start == null
            ? terms.flatMap(DcaTerms::start)
            : Optional.of(PlanValues.date("--start", start));
    Cadence cadence = Cadence.startingAt(rhythm, stated.orElse(today));
    List<LocalDate> dates = dates(terms, cadence);
    List<Long> cents = cents(terms, portfolio, dates.size());
    long least =
        minOrder == null
            ? PlanValues.centsOfFile(portfolio.costs().minOrder(), portfolio.currency())
            : PlanValues.cents(
                "--min-order", PlanValues.money("--min-order", minOrder), portfolio.currency());
    long all = cents.stream().mapToLong(Long::longValue).sum();
    if (least > all) {
      throw PlanValues.refused(
          "the minimum order is above the money of the whole plan", "lower --min-order");
    }
    BigDecimal percent = fee == null ? portfolio.costs().fee() : PlanValues.fee(fee);
    DcaSettings settings =
        new DcaSettings(
            today,
            dates,
            cents,
            strategy(terms),
            funding(terms),
            percent,
            least,
            ladder(cadence, dates.size(), estimated, portfolio),
            prices);
    return new Resolved(settings, cadence, rhythmInWords(terms), stated.isPresent());
  }

  private Rhythm rhythm(Optional<DcaTerms> terms) {
    return rhythm(every, on, terms);
  }

  /** What {@code --every} and {@code --on} say, or else the file; they are null if not given. */
  static Rhythm rhythm(@Nullable String every, @Nullable String on, Optional<DcaTerms> terms) {
    if (every == null) {
      if (on != null) {
        throw PlanValues.refused("--on stands without --every", "write --every week --on " + on);
      }
      return terms
          .flatMap(DcaTerms::rhythm)
          .orElseThrow(() -> PlanValues.refused("how often is not said", "write --every week"));
    }
    Rhythm rhythm =
        Rhythm.parseEvery(every.toLowerCase(Locale.ROOT))
            .orElseThrow(
                () ->
                    PlanValues.refused(
                        "--every " + every + " is no period",
                        "write day, week, 2w, month, quarter or 10d"));
    if (on == null) {
      return rhythm;
    }
    return rhythm
        .on(on.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                PlanValues.refused(
                    "--on " + on + " does not go with --every " + every, "write " + rhythm.days()));
  }

  private String rhythmInWords(Optional<DcaTerms> terms) {
    return inWords(rhythm(terms));
  }

  /** {@code week on friday}. */
  static String inWords(Rhythm rhythm) {
    return rhythm.every() + rhythm.day().map(day -> " on " + day).orElse("");
  }

  private List<LocalDate> dates(Optional<DcaTerms> terms, Cadence cadence) {
    if (times != null && until != null) {
      throw PlanValues.refused("--times and --until contradict each other", "keep one of them");
    }
    boolean fromFile = times == null && until == null;
    Optional<Integer> count =
        fromFile
            ? terms.flatMap(DcaTerms::times)
            : Optional.ofNullable(times).map(t -> PlanValues.whole("--times", t, MOST_INSTALMENTS));
    Optional<LocalDate> last =
        fromFile
            ? terms.flatMap(DcaTerms::until)
            : Optional.ofNullable(until).map(u -> PlanValues.date("--until", u));
    if (count.isPresent()) {
      return cadence.dates(count.get());
    }
    if (last.isEmpty()) {
      throw PlanValues.refused("how long is not said", "write --times 26 or --until 2027-06-30");
    }
    List<LocalDate> dates = cadence.until(last.get(), MOST_INSTALMENTS);
    if (dates.isEmpty()) {
      throw PlanValues.refused(
          "no date of the plan is on or before " + last.get(), "choose a later --until");
    }
    return dates;
  }

  private List<Long> cents(Optional<DcaTerms> terms, Portfolio portfolio, int n) {
    if (amount != null && total != null) {
      throw PlanValues.refused("--amount and --total contradict each other", "keep one of them");
    }
    boolean fromFile = amount == null && total == null;
    Optional<BigDecimal> each =
        fromFile
            ? terms.flatMap(DcaTerms::amount)
            : Optional.ofNullable(amount).map(a -> PlanValues.above("--amount", a));
    Optional<BigDecimal> all =
        fromFile
            ? terms.flatMap(DcaTerms::total)
            : Optional.ofNullable(total).map(t -> PlanValues.above("--total", t));
    if (each.isEmpty() && all.isEmpty()) {
      throw PlanValues.refused("how much is not said", "write --amount 500 or --total 6000");
    }
    String name = each.isPresent() ? "--amount" : "--total";
    BigDecimal money = each.orElseGet(all::orElseThrow);
    long cents = PlanValues.cents(name, money, portfolio.currency());
    if (each.isPresent()) {
      PlanValues.cents(
          "the plan's total", money.multiply(BigDecimal.valueOf(n)), portfolio.currency());
      return Collections.nCopies(n, cents);
    }
    if (cents < n) {
      throw PlanValues.refused(
          "--total is less than a cent an instalment", "choose fewer instalments, or more money");
    }
    return DcaSettings.split(cents, n);
  }

  private Strategy strategy(Optional<DcaTerms> terms) {
    if (strategy == null) {
      return terms.flatMap(DcaTerms::strategy).orElse(Strategy.FILL);
    }
    return switch (strategy) {
      case "fill" -> Strategy.FILL;
      case "gap" -> Strategy.GAP;
      case "fixed" -> Strategy.FIXED;
      default ->
          throw PlanValues.refused(
              "--strategy " + strategy + " is none", "write fill, gap or fixed");
    };
  }

  private Funding funding(Optional<DcaTerms> terms) {
    if (from == null) {
      return terms.flatMap(DcaTerms::from).orElse(Funding.CASH);
    }
    return switch (from) {
      case "cash" -> Funding.CASH;
      case "stablecoin" -> Funding.STABLECOIN;
      default ->
          throw PlanValues.refused("--from " + from + " is no source", "write cash or stablecoin");
    };
  }

  private Optional<LadderSettings> ladder(
      Cadence cadence, int count, Map<String, Double> estimated, Portfolio portfolio) {
    if (ladder == null) {
      if (expire != null) {
        throw PlanValues.refused("--expire goes with --ladder", "add --ladder 0,5,10");
      }
      if (volatility != null) {
        throw PlanValues.refused("--volatility goes with --ladder", "add --ladder 0,5,10");
      }
      return Optional.empty();
    }
    Map<String, Double> fractions = estimated;
    if (volatility != null) {
      double fraction =
          PlanValues.number("--volatility", volatility, v -> v.signum() > 0, "above 0")
                  .doubleValue()
              / 100;
      fractions = new HashMap<>();
      for (Asset asset : portfolio.catalog().assets()) {
        fractions.put(asset.id(), fraction);
      }
    }
    return Optional.of(
        new LadderSettings(
            LimitLadder.parse(ladder),
            Optional.ofNullable(expire).map(e -> PlanValues.whole("--expire", e, 3660)),
            cadence.date(count),
            fractions));
  }
}
