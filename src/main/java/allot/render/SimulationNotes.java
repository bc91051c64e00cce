package allot.render;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.allocation.Position;
import allot.catalog.Bucket;
import allot.money.Fraction;
import allot.portfolio.Role;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a reader of a simulation should know of its history, and of what no trade can do. */
public final class SimulationNotes {
  private static final int LATE = 7;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private SimulationNotes() {}

  /** The notes of the history, then what keeps the mix out of its band for good. */
  public static List<Warning> of(Simulated simulated) {
    List<Warning> notes = new ArrayList<>(ofHistory(simulated));
    untradable(simulated).ifPresent(notes::add);
    return List.copyOf(notes);
  }

  static List<Warning> ofHistory(Simulated simulated) {
    List<Warning> notes = new ArrayList<>(simulated.closes().notes());
    lateness(simulated).ifPresent(notes::add);
    return notes;
  }

  private static Optional<Warning> lateness(Simulated simulated) {
    List<LocalDate> days = simulated.closes().days();
    if (days.isEmpty()) {
      return Optional.empty();
    }
    LocalDate last = days.get(days.size() - 1);
    LocalDate today = simulated.before().valuation().at().atZone(ZoneOffset.UTC).toLocalDate();
    long old = ChronoUnit.DAYS.between(last, today);
    return old <= LATE
        ? Optional.empty()
        : Optional.of(
            Warning.of(
                Warning.Code.STALE_HISTORY,
                "the history ends " + old + " days before the day that is valued"));
  }

  /** What is out of band whatever is traded, and by whose fault. */
  static Optional<Warning> untradable(Simulated simulated) {
    if (!simulated.made().exitsFromTarget().outNow()) {
      return Optional.empty();
    }
    List<String> faults = new ArrayList<>();
    for (BucketShare share : simulated.before().shares()) {
      fault(simulated.before(), share).ifPresent(faults::add);
    }
    return Optional.of(
        Warning.of(
            Warning.Code.UNTRADABLE,
            "no trade brings the mix into its band: " + String.join("; ", faults)));
  }

  /** What is stuck in a bucket, if that alone is more than its target. */
  private static Optional<String> fault(Allocation before, BucketShare share) {
    BigDecimal stuck = BigDecimal.ZERO;
    Set<String> assets = new LinkedHashSet<>();
    boolean unclassified = share.bucket().equals(Bucket.UNCLASSIFIED);
    for (Position position : before.valuation().held()) {
      boolean stays = unclassified || position.holding().role() == Role.FROZEN;
      if (stays && position.holding().bucket().equals(share.bucket())) {
        stuck = stuck.add(position.value().orElse(BigDecimal.ZERO));
        assets.add(position.holding().asset().symbol());
      }
    }
    BigDecimal total = before.valuation().weighable().orElseThrow();
    BigDecimal percents = stuck.multiply(HUNDRED);
    if (percents.compareTo(share.target().multiply(total)) <= 0) {
      return Optional.empty();
    }
    String weight = Fraction.of(percents, total).rounded(2, RoundingMode.HALF_EVEN).toPlainString();
    return Optional.of(
        String.join(", ", assets)
            + (unclassified ? " (unclassified) " : " (frozen) ")
            + (assets.size() == 1 ? "is " : "are ")
            + weight
            + " % of the value, "
            + share.bucket()
            + " may be "
            + share.standing().orElseThrow().bandInWords());
  }
}
