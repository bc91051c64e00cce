package allot.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The sample history is invented, by this program: coins that share a market, whose days are calm
 * or wild for weeks, now and then very wild, and which end near the sample portfolio's prices. Run
 * with -Dallot.rewrite=true it writes the file.
 */
class SampleHistoryTest {
  private static final Path FILE = Path.of("samples", "history.csv");
  private static final LocalDate FIRST = LocalDate.of(2023, 11, 20);
  private static final int DAYS = 1096;
  private static final double YEAR = 365;

  /** How far two coins that both share the market go with each other. */
  private static final double SHARED = .68;

  /** A coin: what it costs first and last, and how much it moves in a year. */
  private record Coin(String id, double first, double last, double volatility) {}

  private static final Coin[] COINS = {
    new Coin("bittensor", 254, 397.6, .80),
    new Coin("near", 1.92, 2.71, .78),
    new Coin("render-token", 3.28, 4.05, .86),
    new Coin("the-graph", .142, .0951, .80),
    new Coin("virtual-protocol", .94, 1.41, 1.15),
    new Coin("aethir", .0575, .0409, .98),
    new Coin("akash-network", 1.13, 1.26, .88),
    new Coin("filecoin", 4.31, 3.02, .74),
    new Coin("usd-coin", .9999, .9998, .004),
  };

  @Test
  void the_sample_history_is_invented_by_this_program() throws IOException {
    String made = csv(logs(new SplittableRandom(20261120)));
    if (Boolean.getBoolean("allot.rewrite")) {
      Files.writeString(FILE, made);
    }
    assertThat(Files.readString(FILE)).isEqualTo(made);
  }

  /** Logarithms of closes by coin and day. */
  private static double[][] logs(SplittableRandom random) {
    double[][] logs = new double[COINS.length][DAYS];
    double mood = 0;
    for (int day = 1; day < DAYS; day++) {
      mood = .97 * mood + .11 * normal(random);
      double width = StrictMath.exp(mood - .1) * tail(random);
      double market = normal(random);
      for (int i = 0; i < COINS.length; i++) {
        double own = normal(random);
        double sd = COINS[i].volatility() / StrictMath.sqrt(YEAR);
        boolean stable = COINS[i].volatility() < .01;
        double z = StrictMath.sqrt(SHARED) * market + StrictMath.sqrt(1 - SHARED) * own;
        // a stablecoin comes back
        logs[i][day] =
            stable ? .6 * logs[i][day - 1] + sd * own : logs[i][day - 1] + sd * width * z;
      }
    }
    for (int i = 0; i < COINS.length; i++) {
      double from = StrictMath.log(COINS[i].first());
      double miss = StrictMath.log(COINS[i].last()) - from - logs[i][DAYS - 1];
      for (int day = 0; day < DAYS; day++) {
        logs[i][day] += from + miss * day / (DAYS - 1);
      }
    }
    return logs;
  }

  /** What makes normal days those of Student's t with 5 degrees of freedom and variance 1. */
  private static double tail(SplittableRandom random) {
    double squares = 0;
    for (int i = 0; i < 5; i++) {
      double z = normal(random);
      squares += z * z;
    }
    return StrictMath.sqrt(3 / squares);
  }

  private static double normal(SplittableRandom random) {
    double u = 1 - (random.nextLong() >>> 11) * 0x1.0p-53;
    double v = (random.nextLong() >>> 11) * 0x1.0p-53;
    return StrictMath.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * StrictMath.PI * v);
  }

  private static String csv(double[][] logs) {
    StringBuilder csv = new StringBuilder("date");
    for (Coin coin : COINS) {
      csv.append(',').append(coin.id());
    }
    csv.append('\n');
    MathContext digits = new MathContext(6, RoundingMode.HALF_EVEN);
    for (int day = 0; day < DAYS; day++) {
      csv.append(FIRST.plusDays(day));
      for (double[] column : logs) {
        BigDecimal close = BigDecimal.valueOf(StrictMath.exp(column[day])).round(digits);
        csv.append(',').append(close.stripTrailingZeros().toPlainString());
      }
      csv.append('\n');
    }
    return csv.toString();
  }
}
