package allot.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** On which day paths were first out of band at a daily close, without rebalancing. */
public final class Exits {
  private final boolean outNow;
  private final long[] byDay;
  private final long paths;

  Exits(boolean outNow, long[] byDay, long paths) {
    this.outNow = outNow;
    this.byDay = byDay;
    this.paths = paths;
  }

  /**
   * The chance of having been out of band.
   *
   * @param days up to this day, inclusive
   */
  public record Chance(int days, Estimate probability) {}

  /** Whether the mix is out of band to begin with; at its target, if no trade gets it in. */
  public boolean outNow() {
    return outNow;
  }

  /** How far it was looked. */
  public int lastDay() {
    return byDay.length - 1;
  }

  /** The chances within the usual numbers of days. */
  public List<Chance> chances() {
    List<Chance> chances = new ArrayList<>();
    for (int days : SimulationSettings.HORIZONS) {
      chances.add(within(days));
    }
    return List.copyOf(chances);
  }

  /** The chance within so many days, at most {@link #lastDay}. */
  public Chance within(int days) {
    return new Chance(days, Estimate.ofChance(until(days), paths));
  }

  private long until(int days) {
    long count = 0;
    for (int day = 1; day <= days; day++) {
      count += byDay[day];
    }
    return count;
  }

  /**
   * The first day within which the mix has been out of band with at least this chance: with 0.5,
   * when it pays to look again. 0 if it is out now, empty if that lies beyond what was simulated.
   */
  public OptionalInt dayOf(double chance) {
    if (outNow) {
      return OptionalInt.of(0);
    }
    long count = 0;
    for (int day = 1; day < byDay.length; day++) {
      count += byDay[day];
      if (count >= chance * paths) {
        return OptionalInt.of(day);
      }
    }
    return OptionalInt.empty();
  }
}
