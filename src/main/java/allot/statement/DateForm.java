package allot.statement;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The form of a file's dates, decided once: {@code 2026-01-05}, {@code 05.01.2026}, or with
 * strokes, where the first day above the twelfth tells whether days or months come first.
 */
final class DateForm {
  /** What a date tells of it. */
  private enum Sign {
    NOTHING,
    YEAR_FIRST,
    POINTS,
    STROKES,
    DAY_FIRST,
    MONTH_FIRST,
    SAME
  }

  private Sign decided = Sign.NOTHING;

  /** Lets a date decide, if nothing has yet. */
  void look(String date) {
    if (decided == Sign.NOTHING) {
      Sign sign = sign(date);
      if (sign != Sign.STROKES && sign != Sign.SAME) {
        decided = sign;
      }
    }
  }

  /** Whether a date cannot be read before another one has decided. */
  boolean isOpen(String date) {
    return decided == Sign.NOTHING && sign(date) == Sign.STROKES;
  }

  /** Whether dates are as {@code 05.01.2026}, which goes with decimal commas. */
  boolean hasPoints() {
    return decided == Sign.POINTS;
  }

  /**
   * Reads a date, with a time or without.
   *
   * @throws RowFault if it is none, or of another form than the rest of the file
   */
  Instant read(String date, ZoneId zone) {
    requireOneForm(date);
    try {
      Sign sign = sign(date);
      if (sign == Sign.POINTS || sign == Sign.DAY_FIRST || decided == Sign.DAY_FIRST) {
        return Times.dayFirst(date, zone);
      }
      boolean american = sign == Sign.STROKES || sign == Sign.SAME || sign == Sign.MONTH_FIRST;
      return american ? Times.american(date, zone) : Times.iso(date, zone);
    } catch (RowFault e) {
      throw new RowFault("the date cannot be read", "write it as 2026-01-05, or 2026-01-05 14:25");
    }
  }

  private void requireOneForm(String date) {
    Sign sign = sign(date);
    boolean strokes = sign == Sign.STROKES || sign == Sign.SAME;
    boolean decidedStrokes = decided == Sign.DAY_FIRST || decided == Sign.MONTH_FIRST;
    boolean fits = strokes ? decidedStrokes || decided == Sign.NOTHING : sign == decided;
    if (!fits && sign != Sign.NOTHING && decided != Sign.NOTHING) {
      throw new RowFault("the file has dates of several forms", "write them all as 2026-01-05");
    }
    if (sign == Sign.STROKES && decided == Sign.NOTHING) {
      throw new RowFault("a date may have the day or the month first", "write dates as 2026-01-05");
    }
  }

  private static Sign sign(String date) {
    if (date.length() < 10) {
      return Sign.NOTHING;
    }
    if (date.charAt(4) == '-') {
      return Sign.YEAR_FIRST;
    }
    if (date.charAt(2) == '.') {
      return Sign.POINTS;
    }
    if (date.charAt(2) != '/' || date.charAt(5) != '/') {
      return Sign.NOTHING;
    }
    String first = date.substring(0, 2);
    String second = date.substring(3, 5);
    if (first.equals(second)) {
      return Sign.SAME;
    }
    if (first.compareTo("12") > 0) {
      return Sign.DAY_FIRST;
    }
    return second.compareTo("12") > 0 ? Sign.MONTH_FIRST : Sign.STROKES;
  }
}
