package allot.render;

import allot.problem.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A treemap on a web page: a strip for each group, side by side in their order, and in it its
 * tiles, as near to squares as they come (Bruls, Huizing and van Wijk, "Squarified treemaps",
 * 2000).
 */
final class HtmlTreemap {
  /** What tiles are made square for; the page stretches them. */
  private static final int WIDTH = 1000;

  private static final int HEIGHT = 300;
  private static final int HEAD = 22;
  private static final int COLOURS = 7;

  /** How wide a character is, of names that may be in capitals, on a narrow page and on others. */
  private static final double NARROW_CHARACTER = 7.4;

  private static final double CHARACTER = 8.4;
  private static final int MARGINS = 9;
  private static final int LINE = 16;

  /** How wide a map is on a narrow, a middling and a wide page, and what marks their labels. */
  private static final int[] PAGES = {320, 620, 980};

  private static final String[] MARKS = {"label", "middling", "wide"};

  private final Markup out;

  private HtmlTreemap(Markup out) {
    this.out = out;
  }

  static void write(Treemap map, Markup out) {
    double whole = 0;
    for (Treemap.Group group : map.groups()) {
      whole += sum(group.tiles());
    }
    if (whole > 0) {
      new HtmlTreemap(out).write(map, whole);
    }
  }

  private static double sum(List<Treemap.Tile> tiles) {
    double sum = 0;
    for (Treemap.Tile tile : tiles) {
      sum += tile.percent();
    }
    return sum;
  }

  private void write(Treemap map, double whole) {
    String height = String.valueOf(HEAD + HEIGHT);
    out.open("figure").leaf("figcaption", map.title());
    out.open(
        "svg",
        "class",
        "map",
        "width",
        "100%",
        "height",
        height,
        "role",
        "img",
        "aria-label",
        map.title());
    out.line();
    double x = 0;
    for (int i = 0; i < map.groups().size(); i++) {
      Treemap.Group group = map.groups().get(i);
      double width = sum(group.tiles()) / whole;
      if (width > 0) {
        label(new Area(x * WIDTH, 0, width * WIDTH, HEAD), group.name(), "", "head");
        Area area = new Area(x * WIDTH, HEAD, width * WIDTH, HEIGHT);
        write(group, area, "tile f" + i % COLOURS);
      }
      x += width;
    }
    out.close("svg").line();
    writeLegend(map);
    out.close("figure").line();
  }

  /** Every group that is drawn; many are too narrow for a heading. */
  private void writeLegend(Treemap map) {
    out.open("ul", "class", "legend");
    for (int i = 0; i < map.groups().size(); i++) {
      Treemap.Group group = map.groups().get(i);
      if (sum(group.tiles()) > 0) {
        String style = "tile f" + i % COLOURS;
        HtmlBars.legend(out, group.name(), "rect", "class", style, "width", "22", "height", "16");
      }
    }
    out.close("ul");
  }

  /** A rectangle; horizontally in thousandths of the width, vertically in pixels. */
  private record Area(double x, double y, double width, double height) {
    double shorter() {
      return Math.min(width, height);
    }
  }

  private void write(Treemap.Group group, Area area, String style) {
    List<Treemap.Tile> sorted = new ArrayList<>();
    for (Treemap.Tile tile : group.tiles()) {
      if (tile.percent() > 0) {
        sorted.add(tile);
      }
    }
    sorted.sort(Comparator.comparing(Treemap.Tile::percent).reversed());
    Area left = area;
    int from = 0;
    while (from < sorted.size()) {
      List<Treemap.Tile> rest = sorted.subList(from, sorted.size());
      double each = left.width() * left.height() / sum(rest);
      int count = 1;
      while (count < rest.size()
          && worst(rest.subList(0, count + 1), left, each)
              <= worst(rest.subList(0, count), left, each)) {
        count++;
      }
      left = row(rest.subList(0, count), left, each, group.name(), style);
      from += count;
    }
  }

  /** The longest side of tiles in a row against its shortest. */
  private static double worst(List<Treemap.Tile> row, Area area, double each) {
    double thick = sum(row) * each / area.shorter();
    double worst = 1;
    for (Treemap.Tile tile : row) {
      double length = tile.percent() * each / thick;
      worst = Math.max(worst, Math.max(length / thick, thick / length));
    }
    return worst;
  }

  /** Lays a row along the shorter side; gives what is left of the area. */
  private Area row(List<Treemap.Tile> row, Area area, double each, String group, String style) {
    double thick = sum(row) * each / area.shorter();
    boolean upright = area.height() <= area.width();
    double along = 0;
    for (Treemap.Tile tile : row) {
      double length = tile.percent() * each / thick;
      tile(
          tile,
          upright
              ? new Area(area.x(), area.y() + along, thick, length)
              : new Area(area.x() + along, area.y(), length, thick),
          group,
          style);
      along += length;
    }
    return upright
        ? new Area(area.x() + thick, area.y(), area.width() - thick, area.height())
        : new Area(area.x(), area.y() + thick, area.width(), area.height() - thick);
  }

  private void tile(Treemap.Tile tile, Area area, String group, String style) {
    String words = Scale.figure(tile.percent(), Measure.PERCENT);
    out.open("g");
    String note = tile.note().isEmpty() ? "" : ", " + tile.note();
    out.leaf("title", tile.name() + ", " + group + ": " + words + note);
    out.empty(
        "rect",
        "class",
        style,
        "x",
        x(area.x()),
        "y",
        Markup.at(area.y()),
        "width",
        x(area.width()),
        "height",
        Markup.at(area.height()));
    label(area, tile.name(), words, "");
    out.close("g").line();
  }

  /** A name, and under it a figure, each on pages wide enough for it. */
  private void label(Area area, String first, String second, String style) {
    String name = mark(area, LINE + 4, first);
    // a figure without its name says nothing
    String figure = mark(area, 2 * LINE + 8, first, second);
    if (name.isEmpty()) {
      return;
    }
    out.open(
        "svg",
        "x",
        x(area.x()),
        "y",
        Markup.at(area.y()),
        "width",
        x(area.width()),
        "height",
        Markup.at(area.height()));
    String left = style.isEmpty() ? "6" : "0";
    out.leaf("text", first, "x", left, "y", "17", "class", (name + " " + style).strip());
    if (!second.isEmpty() && !figure.isEmpty()) {
      out.leaf("text", second, "x", left, "y", "33", "class", figure + " small");
    }
    out.close("svg");
  }

  /** The mark of the narrowest page on which texts fit; none if they fit on no page. */
  private static String mark(Area area, int height, String... texts) {
    for (int i = 0; i < PAGES.length && area.height() >= height; i++) {
      double character = i == 0 ? NARROW_CHARACTER : CHARACTER;
      double room = area.width() / WIDTH * PAGES[i] - MARGINS;
      if (Arrays.stream(texts).allMatch(text -> Visible.width(text) * character <= room)) {
        return MARKS[i];
      }
    }
    return "";
  }

  private static String x(double thousandths) {
    return Markup.percent(thousandths / WIDTH);
  }
}
