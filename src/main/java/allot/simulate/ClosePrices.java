package allot.simulate;

import allot.catalog.Asset;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The closes that a back-test trades at, by day. */
final class ClosePrices {
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

  private final List<LocalDate> days;
  private final double[][] closes;
  private final Map<String, Integer> columns = new HashMap<>();

  /**
   * @param levels by asset id, what the last close of an asset is worth whose closes are another's
   */
  ClosePrices(CloseTable table, Map<String, BigDecimal> levels) {
    this.days = table.days();
    this.closes = table.closes();
    for (int i = 0; i < closes.length; i++) {
      Asset asset = table.assets().get(i);
      columns.put(asset.id(), i);
      BigDecimal level = levels.get(asset.id());
      if (level != null) {
        double factor = level.doubleValue() / closes[i][days.size() - 1];
        for (int day = 0; day < days.size(); day++) {
          closes[i][day] *= factor;
        }
      }
    }
  }

  List<LocalDate> days() {
    return days;
  }

  /** The column of an asset; -1 if it is money, which is always worth 1. */
  int column(String id) {
    return columns.getOrDefault(id, -1);
  }

  double close(int column, int day) {
    return column < 0 ? 1 : closes[column][day];
  }

  /** The close as a decimal of at most 15 digits, which is what a double keeps of one. */
  BigDecimal exact(int column, int day) {
    return column < 0 ? BigDecimal.ONE : BigDecimal.valueOf(closes[column][day]).round(DIGITS);
  }
}
