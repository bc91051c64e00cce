package allot.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Charts on a web page. */
final class HtmlChart {
  private static final int HEIGHT = 260;
  private static final int TICKS = 5;

  /** How many colours the style sheet has, and how many patterns of dashes. */
  private static final int COLOURS = 7;

  private static final int DASHES = 5;

  private HtmlChart() {}

  static void write(Chart chart, Markup out) {
    out.open("figure").leaf("figcaption", chart.title()).line();
    if (chart instanceof LineChart lines) {
      write(lines, out);
    } else if (chart instanceof FanChart fan) {
      write(fan, out);
    } else if (chart instanceof StackedChart stack) {
      write(stack, out);
    }
    out.close("figure").line();
  }

  private static void write(LineChart lines, Markup out) {
    Scale scale = Scale.of(lines.series(), lines.measure());
    HtmlPlot plot = new HtmlPlot(out, lines.axis(), scale, HEIGHT);
    plot.open(lines.title());
    // the first is what the others are compared with: it lies beneath them
    int last = lines.series().size() - 1;
    for (int i = 0; i <= last; i++) {
      int curve = i == 0 ? 0 : last - i + 1;
      plot.curve(lines.series().get(curve), style(curve));
    }
    plot.close(TICKS, lines.series(), lines.measure());
    out.open("ul", "class", "legend");
    for (int i = 0; i < lines.series().size(); i++) {
      String name = lines.series().get(i).name();
      HtmlBars.legend(out, name, "line", "class", style(i), "x2", "22", "y1", "8", "y2", "8");
    }
    out.close("ul");
  }

  private static String style(int curve) {
    return "curve s" + curve % COLOURS + " d" + curve % DASHES;
  }

  private static void write(FanChart fan, Markup out) {
    List<Series> curves = fan.curves();
    HtmlPlot plot = new HtmlPlot(out, fan.axis(), Scale.of(curves, fan.measure()), HEIGHT);
    plot.open(fan.title());
    plot.area(curves.get(0), curves.get(4), "f0 far");
    plot.area(curves.get(1), curves.get(3), "f0 near");
    plot.curve(curves.get(2), "curve s0");
    plot.close(TICKS, curves, fan.measure());
    out.open("ul", "class", "legend");
    String[] line = {"class", "curve s0", "x2", "22", "y1", "8", "y2", "8"};
    HtmlBars.legend(out, "median", "line", line);
    String near = "half of the outcomes, 25 to 75 %";
    HtmlBars.legend(out, near, "rect", "class", "f0 near", "width", "22", "height", "16");
    String far = "nine of ten, 5 to 95 %";
    HtmlBars.legend(out, far, "rect", "class", "f0 far", "width", "22", "height", "16");
    out.close("ul");
  }

  private static void write(StackedChart stack, Markup out) {
    HtmlPlot plot = new HtmlPlot(out, stack.axis(), Scale.of(0, 100, Measure.PERCENT), HEIGHT);
    plot.open(stack.title());
    write(stack, plot);
    plot.close(TICKS, stack.parts(), Measure.PERCENT);
    writeLegend(stack, out);
  }

  /** The parts, on a plot that is open. */
  static void write(StackedChart stack, HtmlPlot plot) {
    List<Double> below = Collections.nCopies(stack.axis().size(), 0.0);
    for (int i = 0; i < stack.parts().size(); i++) {
      Series lower = new Series("", below);
      below = sum(below, stack.parts().get(i).values());
      plot.area(lower, new Series("", below), "part f" + i % COLOURS);
    }
  }

  static void writeLegend(StackedChart stack, Markup out) {
    out.open("ul", "class", "legend");
    for (int i = 0; i < stack.parts().size(); i++) {
      String style = "part f" + i % COLOURS;
      String name = stack.parts().get(i).name();
      HtmlBars.legend(out, name, "rect", "class", style, "width", "22", "height", "16");
    }
    out.close("ul");
  }

  private static List<Double> sum(List<Double> below, List<Double> values) {
    List<Double> sums = new ArrayList<>(below.size());
    for (int i = 0; i < below.size(); i++) {
      double value = values.get(i);
      sums.add(below.get(i) + (Double.isNaN(value) ? 0 : value));
    }
    return sums;
  }
}
