package allot.render;

import allot.money.ExactDecimal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Bars to scale on a web page, a row for each name. All coordinates are shares of the width. */
final class HtmlBars {
  private static final String HEIGHT = "28";
  private static final String MIDDLE = "14";

  private HtmlBars() {}

  /** Draws the bars of a table, if it has any. */
  static void write(Table table, Markup out) {
    int bars = table.fillIndex();
    Optional<Cell.Bar> some = firstBar(table);
    if (some.isEmpty()) {
      return;
    }
    boolean changes = some.get().before().isPresent();
    out.open("figure").open("div", "class", "bars").line();
    for (List<Cell> row : table.rows()) {
      if (row.get(bars) instanceof Cell.Bar bar && row.get(0) instanceof Cell.Text name) {
        out.leaf("span", name.text(), "class", "name");
        write(name.text(), bar, out);
        out.leaf(
                "span",
                bar.weight().map(weight -> weight.toPlainString() + " %").orElse("?"),
                "class",
                "n")
            .line();
      }
    }
    writeScale(some.get().max().doubleValue(), out);
    out.close("div").line().open("ul", "class", "legend");
    legend(out, "weight", "rect", "class", "f0", "y", "4", "width", "22", "height", "8");
    if (hasTone(table, Tone.WARN)) {
      legend(out, "out of band", "rect", "class", "f5", "y", "4", "width", "22", "height", "8");
    }
    legend(out, "band", "rect", "class", "band", "width", "22", "height", "16");
    legend(out, "target", "rect", "class", "tick", "x", "10", "width", "2", "height", "16");
    if (changes) {
      legend(out, "before", "circle", "class", "was", "cx", "11", "cy", "8", "r", "4.5");
    }
    out.close("ul").close("figure").line();
  }

  private static Optional<Cell.Bar> firstBar(Table table) {
    for (List<Cell> row : table.rows()) {
      for (Cell cell : row) {
        if (cell instanceof Cell.Bar bar) {
          return Optional.of(bar);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean hasTone(Table table, Tone tone) {
    for (List<Cell> row : table.rows()) {
      if (row.get(table.fillIndex()) instanceof Cell.Bar bar && bar.tone() == tone) {
        return true;
      }
    }
    return false;
  }

  private static void write(String name, Cell.Bar bar, Markup out) {
    out.open("svg", "class", "bar", "width", "100%", "height", HEIGHT, "role", "img");
    out.leaf("title", told(name, bar));
    double low = share(bar.low(), bar);
    double band = Math.max(share(bar.high(), bar) - low, 0.003);
    rect(out, "band", low, band, "2", "24");
    String style = bar.tone() == Tone.WARN ? "f5" : "f0";
    bar.weight().ifPresent(weight -> rect(out, style, 0, share(weight, bar), "9", "10"));
    String target = Markup.percent(share(bar.target(), bar));
    out.empty("line", "class", "target", "x1", target, "x2", target, "y1", "0", "y2", HEIGHT);
    if (bar.before().isPresent()) {
      String before = Markup.percent(share(bar.before().get(), bar));
      out.empty("circle", "class", "was", "cx", before, "cy", MIDDLE, "r", "4.5");
    }
    out.close("svg");
  }

  private static void rect(
      Markup out, String style, double from, double width, String y, String height) {
    String x = Markup.percent(from);
    out.empty(
        "rect", "class", style, "x", x, "y", y, "width", Markup.percent(width), "height", height);
  }

  private static double share(BigDecimal percent, Cell.Bar bar) {
    return Math.max(0, Math.min(1, percent.doubleValue() / bar.max().doubleValue()));
  }

  private static String told(String name, Cell.Bar bar) {
    return name
        + ": "
        + bar.weight().map(weight -> words(weight) + ", ").orElse("")
        + bar.before().map(before -> "before " + words(before) + ", ").orElse("")
        + "target "
        + words(bar.target())
        + ", band "
        + ExactDecimal.plain(bar.low())
        + "–"
        + words(bar.high());
  }

  private static String words(BigDecimal percent) {
    return ExactDecimal.plain(percent) + " %";
  }

  private static void writeScale(double max, Markup out) {
    out.leaf("span", "").open("svg", "class", "axis", "width", "100%", "height", "16");
    for (int i = 0; i <= 2; i++) {
      String anchor = i == 0 ? "start" : i == 1 ? "middle" : "end";
      String label = Markup.at(max * i / 2) + (i == 2 ? " %" : "");
      out.leaf("text", label, "x", Markup.percent(i / 2.0), "y", "12", "text-anchor", anchor);
    }
    out.close("svg").leaf("span", "").line();
  }

  /** An entry of a legend: what is drawn, and what it means. */
  static void legend(Markup out, String words, String shape, String... attributes) {
    out.open("li").open("svg", "width", "22", "height", "16", "aria-hidden", "true");
    out.empty(shape, attributes).close("svg").text(words).close("li");
  }

  static void write(ShareBars shares, Markup out) {
    double most = 0;
    for (ShareBars.Bar bar : shares.bars()) {
      most = Math.max(most, bar.percent());
    }
    if (most <= 0) {
      return;
    }
    out.open("figure").leaf("figcaption", shares.title()).open("div", "class", "bars").line();
    for (ShareBars.Bar bar : shares.bars()) {
      String words = Scale.figure(bar.percent(), Measure.PERCENT);
      out.leaf("span", bar.name(), "class", "name");
      out.open("svg", "class", "share", "width", "100%", "height", "18", "role", "img");
      out.leaf(
          "title", bar.name() + ": " + words + (bar.note().isEmpty() ? "" : ", " + bar.note()));
      rect(out, "f0", 0, Math.max(bar.percent() / most, 0.002), "4", "10");
      out.close("svg").leaf("span", words, "class", "n").line();
    }
    out.close("div").close("figure").line();
  }
}
