package allot.render;

import static org.assertj.core.api.Assertions.assertThat;

import allot.problem.Visible;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlRendererTest {
  private static final String HOSTILE =
      "<script>x</script>\"' onload=y ]]> &amp; <!-- \u202e\n\u0000|`";

  private static final Set<String> ELEMENTS =
      Set.of(
          ("html head meta title style body main header h1 h2 p section dl div dt dd table thead"
                  + " tbody tr th td ul li span code figure figcaption svg g rect line circle path"
                  + " text footer")
              .split(" "));

  @Test
  void a_page_holds_nothing_but_known_elements_and_nothing_that_acts_or_loads() throws Exception {
    for (String name : List.of("layer-2", HOSTILE)) {
      for (Element element : elements(page(everything(name)))) {
        assertThat(ELEMENTS).contains(element.getTagName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
          assertThat(attributes.item(i).getNodeName())
              .doesNotStartWith("on")
              .isNotIn("href", "src", "style", "xlink:href", "action", "data", "srcset", "id");
        }
      }
    }
  }

  @Test
  void names_change_no_element() throws Exception {
    assertThat(elements(page(everything(HOSTILE))).stream().map(Element::getTagName))
        .isEqualTo(elements(page(everything("plain"))).stream().map(Element::getTagName).toList())
        .contains("rect", "path", "table", "dl", "li");
  }

  @Test
  void names_are_read_back_as_they_are_shown() throws Exception {
    Document document = Document.of(Section.of(HOSTILE, Facts.of(Fact.of(HOSTILE, "x"))));
    for (Element element : elements(page(document))) {
      if (element.getTagName().equals("h2") || element.getTagName().equals("dt")) {
        assertThat(element.getTextContent()).isEqualTo(Visible.escape(HOSTILE));
      }
    }
  }

  @Test
  void the_policy_permits_this_very_style_and_nothing_else() throws Exception {
    String page = page(everything("x"));
    String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
    assertThat(page)
        .contains(
            "content=\"default-src &#39;none&#39;; style-src &#39;sha256-"
                + Base64.getEncoder().encodeToString(hash)
                + "&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\"");
    assertThat(style).doesNotContain("url(", "@import", "<", "&");
  }

  @Test
  void the_name_of_the_portfolio_heads_the_page_and_values_stay_where_they_are() throws Exception {
    Fact strong = Fact.of("Portfolio", Cell.of("AI core", Tone.STRONG));
    String named = page(Document.of(Section.untitled(Facts.of(strong, Fact.of("Value", "1")))));
    assertThat(named).contains("<title>AI core – allot report</title>", "<h1>AI core</h1>");
    assertThat(named).doesNotContain("Portfolio");
    String plain = page(Document.of(Section.untitled(Facts.of(Fact.of("Value", "1")))));
    assertThat(plain)
        .contains("<title>allot report</title>", "<h1>Portfolio</h1>", "<dt>Value</dt>");
    Fact value = Fact.of("Value", Cell.of("1", Tone.STRONG));
    assertThat(page(Document.of(Section.untitled(Facts.of(value)))))
        .contains("<h1>Portfolio</h1>", "<dt>Value</dt>");
  }

  @Test
  void what_is_to_be_typed_looks_so_and_lone_backticks_stay() throws Exception {
    String page = page(Document.of(Section.untitled(Lines.of("see `allot why` or `` or `"))));
    assertThat(page).contains("<p>see <code>allot why</code> or `` or `</p>");
  }

  @Test
  void a_bar_is_drawn_to_scale_with_band_target_and_what_was_before() {
    Cell.Bar bar = (Cell.Bar) Samples.bar("20", "40", "35", "45");
    Cell.Bar changed = bar.from(java.util.Optional.of(new java.math.BigDecimal("30")));
    Table table =
        new Table(
            List.of(Column.left("bucket", Fit.KEEP), Column.bars("")),
            List.of(List.of(Cell.of("layer-2"), changed)));
    double max = bar.max().doubleValue();
    assertThat(page(Document.of(Section.untitled(table))))
        .contains("<title>layer-2: 20 %, before 30 %, target 40 %, band 35–45 %</title>")
        .contains(" x=\"0%\" y=\"9\" width=\"" + Markup.percent(20 / max) + "\"")
        .contains("<circle class=\"was\" cx=\"" + Markup.percent(30 / max) + "\"")
        .contains("<line class=\"target\" x1=\"" + Markup.percent(40 / max) + "\"")
        .contains("<rect class=\"band\" x=\"" + Markup.percent(35 / max) + "\"");
  }

  @Test
  void a_long_curve_is_drawn_with_few_points_and_keeps_its_depth() {
    List<Double> values = new ArrayList<>();
    List<Integer> days = new ArrayList<>();
    for (int day = 0; day < 20_000; day++) {
      values.add(day == 7_777 ? 0.0 : 100.0);
      days.add(day);
    }
    Series curve = new Series("curve", values);
    String page = page(new LineChart("x", Axis.ofDays(days), List.of(curve), Measure.PERCENT));
    Matcher path = Pattern.compile("d=\"(M[^\"]*)\"").matcher(page);
    assertThat(path.find()).isTrue();
    assertThat(path.group(1).split("L")).hasSizeLessThan(600).anyMatch(at -> at.endsWith(" 260"));
    assertThat(page.length()).isLessThan(40_000);
  }

  @Test
  void a_curve_is_interrupted_where_it_has_no_value() {
    Series curve = new Series("curve", List.of(1.0, 2.0, Double.NaN, 4.0));
    Chart chart =
        new LineChart("x", Axis.ofDays(List.of(0, 1, 2, 3)), List.of(curve), Measure.MONEY);
    assertThat(page(chart)).contains("d=\"M0 195L333.3 130M1000 0\"").doesNotContain("NaN");
  }

  @Test
  void each_stretch_of_a_chart_tells_its_figures() {
    assertThat(page(ChartSamples.odds()))
        .contains("<title>30 days; out of band by then 48.00 %</title>");
    assertThat(page(ChartSamples.stack()))
        .contains("layer-2 52.00 %; layer-1 22.00 %; hybrid 18.00 %; stablecoin 8.00 %</title>");
  }

  @Test
  void a_long_curve_tells_its_first_and_its_last_point() {
    List<Double> values = new ArrayList<>();
    List<Integer> days = new ArrayList<>();
    for (int day = 0; day < 1_000; day++) {
      values.add((double) day);
      days.add(day);
    }
    Series curve = new Series("curve", values);
    assertThat(page(new LineChart("x", Axis.ofDays(days), List.of(curve), Measure.PERCENT)))
        .contains("<title>0 days; curve 0.00 %</title>", "<title>999 days; curve 999.00 %</title>");
  }

  @Test
  void columns_without_a_word_are_left_out_and_so_are_tables_without_rows() {
    Table table =
        new Table(
            List.of(Column.left("asset", Fit.KEEP), Column.left("account", Fit.KEEP)),
            List.of(List.of(Cell.of("TAO"), Cell.of(""))));
    assertThat(page(Document.of(Section.untitled(table))))
        .contains(">asset</th>")
        .doesNotContain("account");
    Table empty = new Table(table.columns(), List.of());
    assertThat(page(Document.of(Section.untitled(empty)))).doesNotContain("<table");
  }

  @Test
  void a_map_names_every_group_in_its_legend() {
    Treemap.Group wide = new Treemap.Group("wide", List.of(new Treemap.Tile("A", 98, "")));
    Treemap.Group narrow = new Treemap.Group("narrow", List.of(new Treemap.Tile("B", 2, "")));
    String page = page(Document.of(Section.untitled(new Treemap("x", List.of(wide, narrow)))));
    assertThat(page.substring(page.indexOf("class=\"legend\""))).contains("wide", "narrow");
    assertThat(page).contains("<title>B, narrow: 2.00 %</title>", "aria-label=\"x\"");
  }

  @Test
  void tiles_fill_the_map_and_none_overlaps_another() {
    List<Treemap.Tile> tiles = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      tiles.add(new Treemap.Tile("T" + i, i / 8.2, ""));
    }
    Treemap.Group small = new Treemap.Group("one", tiles.subList(0, 10));
    Treemap.Group large = new Treemap.Group("two", tiles.subList(10, 40));
    String page = page(Document.of(Section.untitled(new Treemap("x", List.of(small, large)))));
    Matcher tile =
        Pattern.compile(
                "class=\"tile f[01]\" x=\"([0-9.]+)%\" y=\"([0-9.]+)\" width=\"([0-9.]+)%\""
                    + " height=\"([0-9.]+)\"")
            .matcher(page);
    List<double[]> areas = new ArrayList<>();
    double covered = 0;
    while (tile.find()) {
      double[] area = new double[4];
      for (int i = 0; i < 4; i++) {
        area[i] = new java.math.BigDecimal(tile.group(i + 1)).doubleValue();
      }
      covered += area[2] * area[3];
      areas.add(area);
    }
    assertThat(areas).hasSize(40);
    assertThat(covered).isBetween(29_900.0, 30_100.0);
    for (double[] a : areas) {
      assertThat(a[0] + a[2]).isLessThan(100.1);
      assertThat(a[1] + a[3]).isLessThan(322.1);
      for (double[] b : areas) {
        double wide = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
        double high = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
        assertThat(a == b || wide < 0.05 || high < 0.05).isTrue();
      }
    }
  }

  @Test
  void no_code_point_reaches_a_page_as_a_control() throws Exception {
    StringBuilder names = new StringBuilder();
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      names.appendCodePoint(codePoint);
      if (codePoint % 0x4000 == 0x3FFF) {
        String page = page(Document.of(Section.of(names.toString(), Lines.of("x"))));
        assertThat(elements(page)).isNotEmpty();
        assertThat(page.codePoints().filter(c -> c != '\n' && isHarmful(c))).isEmpty();
        names.setLength(0);
      }
    }
  }

  private static boolean isHarmful(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  /** A document with every block there is, its names all the same. */
  private static Document everything(String name) {
    Series curve = new Series(name, List.of(10.0, 20.0, 15.0));
    Axis axis = new Axis(List.of("a", name, "c"), List.of(0.0, 1.0, 2.0));
    List<Double> values = curve.values();
    Table table =
        new Table(
            List.of(Column.left(name, Fit.KEEP), Column.right(name, Fit.KEEP), Column.bars("")),
            List.of(
                List.of(Cell.of(name), Cell.of(name), Samples.bar("20", "40", "35", "45")),
                List.of(Cell.of(name), Cell.of(name, Tone.BAD), Cell.of(""))));
    return Document.of(
        Section.untitled(
            Facts.of(Fact.of(name, Cell.of(name, Tone.STRONG)), Fact.of(name, Cell.of(name)))),
        Section.of(name, table, new Lines(List.of(Cell.of(name, Tone.WARN)), Marker.BULLET)),
        Section.of(name, new ShareBars(name, List.of(new ShareBars.Bar(name, 12, name))), table),
        Section.of(
            name,
            new Treemap(
                name,
                List.of(new Treemap.Group(name, List.of(new Treemap.Tile(name, 100, name)))))),
        Section.of(name, new BandPaths(name, axis, List.of(new BandPaths.Path(curve, 12, 10, 16)))),
        Section.of(
            name,
            new LineChart(name, axis, List.of(curve), Measure.MONEY),
            new FanChart(name, axis, values, values, values, values, values, Measure.PERCENT),
            new StackedChart(name, axis, List.of(curve))));
  }

  private static String page(Chart chart) {
    return page(Document.of(Section.untitled(chart)));
  }

  private static String page(Document document) {
    return HtmlRenderer.render(document, "report");
  }

  private static List<Element> elements(String page) throws Exception {
    NodeList found =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(page)))
            .getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }
}
