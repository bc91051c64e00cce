package allot.render;

import allot.problem.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Warnings as people read them: many of one kind become one line. */
final class WarningLines {
  private static final int SAID_SINGLY = 3;

  private WarningLines() {}

  static Lines of(List<Warning> warnings) {
    Map<Warning.Code, List<Warning>> byCode = new LinkedHashMap<>();
    for (Warning warning : warnings) {
      byCode.computeIfAbsent(warning.code(), code -> new ArrayList<>()).add(warning);
    }
    List<Cell> lines = new ArrayList<>();
    byCode.forEach(
        (code, same) -> {
          boolean named = same.stream().allMatch(warning -> warning.asset().isPresent());
          if (same.size() > SAID_SINGLY && named && !hasFigures(code)) {
            lines.add(Cell.of(together(code, same)));
          } else {
            same.forEach(warning -> lines.add(Cell.of(warning.message())));
          }
        });
    return new Lines(lines, Marker.BULLET);
  }

  /** Whether what each says is not said by naming its asset. */
  private static boolean hasFigures(Warning.Code code) {
    return code == Warning.Code.WASH_SALE
        || code == Warning.Code.SOON_LONG_TERM
        || code == Warning.Code.MISSING_CLOSES
        || code == Warning.Code.PRICE_JUMP
        || code == Warning.Code.PRICES_DIFFER
        || code == Warning.Code.SERVICE
        || isOfHistory(code);
  }

  private static boolean isOfHistory(Warning.Code code) {
    return code == Warning.Code.PROXY
        || code == Warning.Code.LATE_LISTING
        || code == Warning.Code.DELISTED
        || code == Warning.Code.FIRST_DAY_SPIKE
        || code == Warning.Code.MISSING_DAYS
        || code == Warning.Code.OUTLIER;
  }

  private static String together(Warning.Code code, List<Warning> warnings) {
    StringBuilder assets = new StringBuilder();
    for (Warning warning : warnings) {
      assets.append(assets.length() == 0 ? "" : ", ").append(warning.asset().orElse("?"));
    }
    String what =
        switch (code) {
          case STALE_PRICE -> "too old to decide by, prices of " + warnings.size() + " assets: ";
          case UNDATED_PRICE -> "without a date, prices of " + warnings.size() + " assets: ";
          case UNCLASSIFIED -> "in no catalogue, " + warnings.size() + " assets: ";
          default -> code.label().replace('-', ' ') + ", " + warnings.size() + " assets: ";
        };
    return what + assets;
  }
}
