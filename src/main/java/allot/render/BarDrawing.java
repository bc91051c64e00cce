package allot.render;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A bar to scale. Band and weight may overlap, so the band is a shade of its own under the weight;
 * the target is a tick that replaces what is under it. Whatever the rounding, a weight inside its
 * band ends inside the drawn band, and one outside ends outside, as far as the scale has room.
 */
final class BarDrawing {
  /** Columns of the legend. */
  private static final int LEGEND = 44;

  private final Cell.Bar bar;
  private final int width;
  private final Glyphs glyphs;
  private final int bandStart;
  private final int bandEnd;
  private final int tick;
  private final int filled;

  /**
   * @param width in columns, at least 2
   */
  BarDrawing(Cell.Bar bar, int width, Glyphs glyphs) {
    this.bar = bar;
    this.width = width;
    this.glyphs = glyphs;
    int low = scaled(bar.low(), width, RoundingMode.HALF_UP);
    this.bandStart = Math.min(low, width - 1);
    this.bandEnd = Math.max(bandStart + 1, scaled(bar.high(), width, RoundingMode.HALF_UP));
    int target = scaled(bar.target(), width, RoundingMode.FLOOR);
    this.tick = Math.max(bandStart, Math.min(target, bandEnd - 1));
    this.filled = bar.weight().isPresent() ? filled(bar.weight().get()) : 0;
  }

  void write(Sheet sheet) {
    for (int i = 0; i < width; i++) {
      boolean inBand = i >= bandStart && i < bandEnd;
      int steps = Math.max(0, Math.min(filled - i * glyphs.steps(), glyphs.steps()));
      if (i == tick) {
        sheet.write(glyphs.target, Tone.STRONG);
      } else if (steps == glyphs.steps()) {
        sheet.write(inBand ? glyphs.covered : glyphs.full(), bar.tone());
      } else if (steps > 0) {
        sheet.write(glyphs.fill.charAt(steps), bar.tone());
      } else if (inBand) {
        sheet.write(glyphs.track, Tone.MUTED);
      } else {
        sheet.space(1);
      }
    }
  }

  private int filled(BigDecimal weight) {
    int steps = glyphs.steps();
    int end = scaled(weight, width * steps, RoundingMode.HALF_UP);
    if (weight.compareTo(bar.low()) < 0) {
      end = Math.min(end, Math.max(0, bandStart * steps - 1));
    } else if (weight.compareTo(bar.high()) > 0) {
      end = Math.max(end, bandEnd * steps + 1);
    } else {
      end = Math.max(bandStart * steps, Math.min(end, bandEnd * steps));
    }
    return weight.signum() > 0 ? Math.max(1, end) : end;
  }

  private int scaled(BigDecimal percent, int length, RoundingMode rounding) {
    BigDecimal position =
        percent.multiply(BigDecimal.valueOf(length)).divide(bar.max(), 0, rounding);
    return position.max(BigDecimal.ZERO).min(BigDecimal.valueOf(length)).intValue();
  }

  /** Says what the shades mean, from a column on, or further left where the page ends too soon. */
  static void writeLegend(Sheet sheet, int column, Page page) {
    Glyphs glyphs = Glyphs.of(page);
    int indent = Math.max(0, Math.min(column, page.width() - LEGEND));
    sheet.space(indent);
    Flow flow = new Flow(sheet, indent, indent, page.width());
    flow.value(String.valueOf(glyphs.full()) + " weight", Tone.MUTED, "  ");
    flow.value(glyphs.covered + " weight in band", Tone.MUTED, "  ");
    flow.value(glyphs.track + " band", Tone.MUTED, "  ");
    flow.value(glyphs.target + " target", Tone.MUTED, "  ");
    sheet.newLine();
  }
}
