package allot.price;

import java.time.Duration;

/** Durations in words. */
public final class Age {
  private Age() {}

  /** {@code under a minute}, {@code 45 min}, {@code 26 h}, {@code 12 days}; rounded down. */
  public static String words(Duration age) {
    long minutes = age.toMinutes();
    if (minutes < 1) {
      return "under a minute";
    }
    if (minutes < 120) {
      return minutes + " min";
    }
    return minutes < 48 * 60 ? minutes / 60 + " h" : age.toDays() + " days";
  }
}
