package allot.render;

import java.util.List;

/** The weights of buckets against their bands on a web page: a panel for each, side by side. */
final class HtmlPaths {
  private static final int HEIGHT = 110;

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

  private static void write(BandPaths.Path path, Axis axis, Markup out) {
    List<Double> weights = path.weights().values();
    Series edges = new Series("", List.of(path.low(), path.high()));
    Scale scale = Scale.of(List.of(path.weights(), edges), Measure.PERCENT);
    String from = Scale.figure(weights.get(0), Measure.PERCENT);
    String to = Scale.figure(weights.get(weights.size() - 1), Measure.PERCENT);
    out.open("div", "class", "panel")
        .open("p")
        .leaf("span", path.weights().name(), "class", "strong");
    out.text(" " + from + " → " + to).close("p").line();
    HtmlPlot plot = new HtmlPlot(out, axis, scale, HEIGHT);
    plot.open(path.weights().name() + ", from " + from + " to " + to);
    plot.strip(path.low(), path.high(), "band");
    plot.strip(path.target(), path.target(), "tick");
    plot.curve(path.weights(), "curve s0");
    plot.close(2, List.of(path.weights()), Measure.PERCENT);
    out.close("div").line();
  }
}
