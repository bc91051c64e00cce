package allot.render;

import java.util.Collections;
import java.util.List;

/** Paths of several things on a web page: a panel for each, side by side. */
final class HtmlPaths {
  private static final int HEIGHT = 110;
  private static final int HEIGHT_OF_MIX = 220;

  /** Labels under a mix, which is about half as wide as a chart. */
  private static final int TICKS = 3;

  private HtmlPaths() {}

  static void write(BandPaths paths, Markup out) {
    out.open("figure").leaf("figcaption", paths.title()).open("div", "class", "panels").line();
    for (BandPaths.Path path : paths.paths()) {
      write(path, paths.axis(), out);
    }
    out.close("div").open("ul", "class", "legend");
    String[] line = {"class", "curve s0", "x2", "22", "y1", "8", "y2", "8"};
    HtmlBars.legend(out, "weight", "line", line);
    HtmlBars.legend(out, "band", "rect", "class", "band", "width", "22", "height", "16");
    HtmlBars.legend(out, "target", "rect", "class", "tick", "y", "7", "width", "22", "height", "2");
    out.close("ul").close("figure").line();
  }

  static void write(FallPaths falls, Markup out) {
    Scale scale = Scale.of(falls.falls(), Measure.PERCENT);
    out.open("figure").leaf("figcaption", falls.title()).open("div", "class", "panels").line();
    for (Series fall : falls.falls()) {
      String deepest = Scale.figure(Collections.min(fall.values()), Measure.PERCENT);
      openPanel(fall.name(), deepest, out);
      HtmlPlot plot = HtmlPlot.small(out, falls.axis(), scale, HEIGHT);
      plot.open(fall.name() + ", at its deepest " + deepest);
      plot.fall(fall, "fall");
      plot.close(2, List.of(fall), Measure.PERCENT);
      out.close("div").line();
    }
    out.close("div").close("figure").line();
  }

  static void write(MixPaths paths, Markup out) {
    out.open("figure").leaf("figcaption", paths.title()).open("div", "class", "panels broad");
    out.line();
    for (StackedChart mix : paths.mixes()) {
      openPanel(mix.title(), "", out);
      Scale scale = Scale.of(0, 100, Measure.PERCENT);
      HtmlPlot plot = new HtmlPlot(out, mix.axis(), scale, HEIGHT_OF_MIX);
      plot.open(mix.title());
      HtmlChart.write(mix, plot);
      plot.close(TICKS, mix.parts(), Measure.PERCENT);
      out.close("div").line();
    }
    out.close("div");
    HtmlChart.writeLegend(paths.mixes().get(0), out);
    out.close("figure").line();
  }

  private static void openPanel(String name, String words, Markup out) {
    out.open("div", "class", "panel").open("p").leaf("span", name, "class", "strong");
    out.text(words.isEmpty() ? "" : " " + words).close("p").line();
  }

  private static void write(BandPaths.Path path, Axis axis, Markup out) {
    List<Double> weights = path.weights().values();
    Series edges = new Series("", List.of(path.low(), path.high()));
    Scale scale = Scale.of(List.of(path.weights(), edges), Measure.PERCENT);
    String from = Scale.figure(weights.get(0), Measure.PERCENT);
    String to = Scale.figure(weights.get(weights.size() - 1), Measure.PERCENT);
    openPanel(path.weights().name(), from + " → " + to, out);
    HtmlPlot plot = new HtmlPlot(out, axis, scale, HEIGHT);
    plot.open(path.weights().name() + ", from " + from + " to " + to);
    plot.strip(path.low(), path.high(), "band");
    plot.strip(path.target(), path.target(), "tick");
    plot.curve(path.weights(), "curve s0");
    plot.close(2, List.of(path.weights()), Measure.PERCENT);
    out.close("div").line();
  }
}
