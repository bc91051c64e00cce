package allot.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** What messages of this room are made of. */
final class Words {
  /** So many characters of what a server or the platform says are shown. */
  private static final int MOST_SAID = 160;

  private static final long LONG_SECONDS = 120;

  private Words() {}

  /** Seconds, with a tenth where it tells: {@code 8 s}; two minutes and more in minutes. */
  static String of(Duration time) {
    if (time.toSeconds() >= LONG_SECONDS) {
      return time.plusSeconds(59).toMinutes() + " minutes";
    }
    BigDecimal seconds = BigDecimal.valueOf(time.toMillis(), 3);
    BigDecimal tenths = seconds.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
    return tenths.toPlainString() + " s";
  }

  /** One line of what someone else says, not too long. */
  static String brief(String said) {
    String line = said.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= MOST_SAID) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, MOST_SAID - 1)).stripTrailing() + "…";
  }
}
