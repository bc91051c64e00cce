package allot.render;

import allot.problem.Visible;
import java.util.ArrayList;
import java.util.List;

/** Writes a chart as text: its title, the curves between their axes, and what each glyph means. */
final class ChartWriter {
  private static final int HEIGHT = 12;
  private static final int WIDEST = 110;
  private static final int NARROWEST = 8;

  /** Columns that a label of the horizontal axis takes with the air around it. */
  private static final int TICK = 16;

  private static final String SHADES = "█▓▒░▞╳∙";
  private static final String ASCII_SHADES = "#=:.ox%";
  private static final String FAN = "░▒━";
  private static final String ASCII_FAN = ".:*";

  private final Chart chart;
  private final Sheet sheet;
  private final Page page;
  private final Glyphs glyphs;
  private final List<String> legend = new ArrayList<>();

  ChartWriter(Chart chart, Sheet sheet, Page page) {
    this.chart = chart;
    this.sheet = sheet;
    this.page = page;
    this.glyphs = Glyphs.of(page);
  }

  void write() {
    new Flow(sheet, 0, 0, page.width()).words(glyphs.shown(chart.title()), Tone.MUTED);
    sheet.newLine();
    Scale scale = scale();
    int each = Math.max(1, Math.round((float) HEIGHT / scale.intervals()));
    int labels = labelWidth(scale);
    int columns = Math.max(NARROWEST, Math.min(page.width(), WIDEST) - labels - 2);
    Canvas canvas = new Canvas(scale.intervals() * each + 1, columns);
    draw(canvas, scale);
    for (int row = 0; row < canvas.rows(); row++) {
      boolean tick = row % each == 0;
      String label = tick ? label(scale, scale.intervals() - row / each) : "";
      sheet.space(labels - Visible.width(label));
      sheet.write(label, Tone.MUTED);
      sheet.space(1);
      sheet.write(glyph(tick ? '┤' : '│', tick ? '+' : '|'), Tone.MUTED);
      canvas.write(row, sheet);
      sheet.newLine();
    }
    writeAxis(labels + 1, columns);
    writeLegend(labels + 2);
  }

  private Scale scale() {
    if (chart instanceof LineChart lines) {
      return Scale.of(lines.series(), lines.measure());
    } else if (chart instanceof FanChart fan) {
      return Scale.of(fan.curves(), fan.measure());
    }
    return Scale.of(0, 100, Measure.PERCENT);
  }

  private void draw(Canvas canvas, Scale scale) {
    if (chart instanceof LineChart lines) {
      drawLines(lines, canvas, scale);
    } else if (chart instanceof FanChart fan) {
      drawFan(fan, canvas, scale);
    } else if (chart instanceof StackedChart stack) {
      drawStack(stack, canvas);
    }
  }

  private void drawLines(LineChart lines, Canvas canvas, Scale scale) {
    for (int curve = lines.series().size() - 1; curve >= 0; curve--) {
      Stroke stroke = Stroke.of(curve, page.ascii());
      int last = -1;
      for (int column = 0; column < canvas.columns(); column++) {
        double value = lines.axis().at(lines.series().get(curve), share(column, canvas));
        int row = Double.isNaN(value) ? -1 : row(value, canvas, scale);
        if (row >= 0) {
          stroke(canvas, column, last, row, stroke, curve);
        }
        last = row;
      }
    }
    for (int curve = 0; curve < lines.series().size(); curve++) {
      legend.add(Stroke.of(curve, page.ascii()).level() + " " + lines.series().get(curve).name());
    }
  }

  /** One column of a curve, from the row it came from to the row it goes on in. */
  private static void stroke(
      Canvas canvas, int column, int from, int to, Stroke stroke, int curve) {
    if (from < 0 || from == to) {
      canvas.put(to, column, stroke.level(), curve);
      return;
    }
    boolean rising = to < from;
    for (int row = Math.min(from, to) + 1; row < Math.max(from, to); row++) {
      canvas.put(row, column, stroke.upright(), curve);
    }
    canvas.put(from, column, stroke.departure(rising), curve);
    canvas.put(to, column, stroke.arrival(rising), curve);
  }

  private void drawFan(FanChart fan, Canvas canvas, Scale scale) {
    String fills = page.ascii() ? ASCII_FAN : FAN;
    List<Series> curves = fan.curves();
    for (int column = 0; column < canvas.columns(); column++) {
      int[] rows = new int[curves.size()];
      for (int i = 0; i < rows.length; i++) {
        double value = fan.axis().at(curves.get(i), share(column, canvas));
        rows[i] = row(value, canvas, scale);
      }
      for (int row = rows[4]; row <= rows[0]; row++) {
        boolean inner = row >= rows[3] && row <= rows[1];
        canvas.put(row, column, fills.charAt(inner ? 1 : 0), 0);
      }
      canvas.put(rows[2], column, fills.charAt(2), 1);
    }
    legend.add(fills.charAt(1) + " half of the outcomes, 25 to 75 %");
    legend.add(fills.charAt(2) + " median");
    legend.add(fills.charAt(0) + " nine of ten, 5 to 95 %");
  }

  private void drawStack(StackedChart stack, Canvas canvas) {
    String fills = page.ascii() ? ASCII_SHADES : SHADES;
    for (int column = 0; column < canvas.columns(); column++) {
      double below = 0;
      int from = 0;
      for (int part = 0; part < stack.parts().size(); part++) {
        double value = stack.axis().at(stack.parts().get(part), share(column, canvas));
        below += Double.isNaN(value) ? 0 : value;
        int to = Math.min((int) Math.round(below / 100 * canvas.rows()), canvas.rows());
        for (int i = from; i < to; i++) {
          canvas.put(canvas.rows() - 1 - i, column, fills.charAt(part % fills.length()), part);
        }
        from = Math.max(from, to);
      }
    }
    for (int part = 0; part < stack.parts().size(); part++) {
      legend.add(fills.charAt(part % fills.length()) + " " + stack.parts().get(part).name());
    }
  }

  private static double share(int column, Canvas canvas) {
    return (double) column / (canvas.columns() - 1);
  }

  private static int row(double value, Canvas canvas, Scale scale) {
    int last = canvas.rows() - 1;
    int row = last - (int) Math.round(scale.share(value) * last);
    return Math.max(0, Math.min(row, last));
  }

  /** The horizontal axis with its ticks, and under it what they stand for. */
  private void writeAxis(int indent, int columns) {
    Axis axis = chart.axis();
    char[] line = glyph('─', '-').repeat(columns).toCharArray();
    StringBuilder below = new StringBuilder();
    List<Integer> ticks = axis.ticks(Math.max(1, Math.min(columns / TICK + 1, 7)));
    int last = ticks.get(ticks.size() - 1);
    // the last point has its label, whatever that leaves to those before it
    int end = columns - Visible.width(glyphs.shown(axis.labels().get(last)));
    for (int point : ticks) {
      int at = (int) Math.round(axis.share(point) * (columns - 1));
      String label = glyphs.shown(axis.labels().get(point));
      int width = Visible.width(label);
      int start = Math.max(0, Math.min(at - width / 2, columns - width));
      int free = start - below.length();
      boolean fits = (below.length() == 0 || free >= 2) && start + width + 2 <= end;
      if (fits || point == last) {
        line[at] = glyph('┬', '+').charAt(0);
        below.append(" ".repeat(Math.max(0, free))).append(label);
      }
    }
    sheet.space(indent);
    sheet.write(glyph('└', '+') + new String(line), Tone.MUTED);
    sheet.newLine();
    sheet.space(indent + 1);
    sheet.write(below.toString(), Tone.MUTED);
    sheet.newLine();
  }

  private void writeLegend(int indent) {
    int column = indent;
    sheet.space(indent);
    for (int curve = 0; curve < legend.size(); curve++) {
      String shown = glyphs.cut(glyphs.shown(legend.get(curve)), page.width() - indent);
      int width = Visible.width(shown);
      if (column > indent && column + 2 + width > page.width()) {
        sheet.newLine();
        sheet.space(indent);
        column = indent;
      } else if (column > indent) {
        sheet.space(2);
        column += 2;
      }
      sheet.draw(shown.substring(0, 1), ink(curve));
      sheet.write(shown.substring(1), Tone.MUTED);
      column += width;
    }
    sheet.newLine();
  }

  /** Which ink an entry of the legend has: the shades of a fan share one. */
  private int ink(int entry) {
    return chart instanceof FanChart ? entry % 2 : entry;
  }

  private String label(Scale scale, int tick) {
    return glyphs.shown(scale.label(tick));
  }

  private int labelWidth(Scale scale) {
    int widest = 0;
    for (int tick = 0; tick <= scale.intervals(); tick++) {
      widest = Math.max(widest, Visible.width(label(scale, tick)));
    }
    return widest;
  }

  private String glyph(char unicode, char plain) {
    return String.valueOf(page.ascii() ? plain : unicode);
  }
}
