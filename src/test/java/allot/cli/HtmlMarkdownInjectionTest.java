package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Names from files are text on pages and in Markdown, and the figures there are those of JSON. */
class HtmlMarkdownInjectionTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>x()</script>",
        "\" onload=\"x()",
        "' onmouseover='x()",
        "]]>",
        "<!--",
        "</title></style><img/src=x>",
        "&lt;b&gt;&#0;",
        "a|b|c",
        "\u202edesrever",
        "`x` [y](z)"
      })
  void a_name_adds_no_element_and_no_column(String name) throws Exception {
    Path plain = write(Pages.named("x".repeat(name.length())));
    Path hostile = write(Pages.named(name));
    for (String verb : Pages.VERBS) {
      assertThat(elements(Pages.page(hostile, verb)))
          .isEqualTo(elements(Pages.page(plain, verb)))
          .contains("table", "svg");
      assertThat(columns(Pages.answer(hostile, verb, "markdown")))
          .isEqualTo(columns(Pages.answer(plain, verb, "markdown")));
    }
  }

  @Test
  void the_figures_of_a_page_are_those_of_the_json() throws Exception {
    Path file = Files.writeString(directory.resolve("sample.json"), Pages.sample());
    for (String verb : Pages.VERBS) {
      tables(Pages.page(file, verb)).areThoseOf(verb, Pages.json(file, verb));
    }
  }

  @Test
  void drawings_tell_the_figures_of_the_json() throws Exception {
    Path file = Files.writeString(directory.resolve("sample.json"), Pages.sample());
    String backtest = Pages.page(file, "backtest");
    for (JsonNode strategy : Pages.json(file, "backtest").get("strategies")) {
      assertThat(backtest).contains("</span> −" + hundredths(strategy, "maxDrawdown") + " %</p>");
    }
    JsonNode simulate = Pages.json(file, "simulate");
    JsonNode end = simulate.get("fan").get(simulate.get("fan").size() - 1);
    JsonNode risk = simulate.get("risk").get(0);
    assertThat(Pages.page(file, "simulate").replace(",", ""))
        .contains(
            "<title>120 days; 5 % " + hundredths(end, "p5") + "; 25 % " + hundredths(end, "p25"),
            "; 95 % " + hundredths(end, "p95") + "</title>",
            "<title>layer-2: " + hundredths(risk, "contribution") + " % ");
  }

  private static String hundredths(JsonNode node, String field) {
    return node.get(field).decimalValue().setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  @Test
  void a_page_of_200_holdings_is_under_300_kilobytes() throws Exception {
    Path file = write(Pages.large(200));
    for (String verb : List.of("report", "dca", "backtest", "simulate")) {
      String page = Pages.page(file, verb);
      assertThat(page.getBytes(java.nio.charset.StandardCharsets.UTF_8))
          .as(verb)
          .hasSizeLessThan(300_000);
      assertThat(elements(page)).contains("svg");
    }
  }

  private Path write(String portfolio) throws IOException {
    Path file = Files.createTempFile(directory, "p", ".json");
    return Pages.withCloses(file, portfolio);
  }

  private static Document parsed(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  /** All elements in order, without those that hold what is to be typed. */
  private static List<String> elements(String page) throws Exception {
    NodeList found = parsed(page).getElementsByTagName("*");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      if (!found.item(i).getNodeName().equals("code")) {
        names.add(found.item(i).getNodeName());
      }
    }
    return names;
  }

  /** How many columns each line of a table has. */
  private static List<Integer> columns(String markdown) {
    List<Integer> columns = new ArrayList<>();
    for (String line : markdown.split("\n")) {
      if (line.startsWith("|")) {
        columns.add(line.replaceAll("\\\\.", "").split("\\|", -1).length);
      }
    }
    return columns;
  }

  private static PageFigures tables(String page) throws Exception {
    NodeList sections = parsed(page).getElementsByTagName("section");
    Map<String, List<List<String>>> tables = new LinkedHashMap<>();
    for (int i = 0; i < sections.getLength(); i++) {
      Element section = (Element) sections.item(i);
      NodeList bodies = section.getElementsByTagName("tbody");
      if (bodies.getLength() > 0) {
        String heading = section.getElementsByTagName("h2").item(0).getTextContent();
        tables.put(heading, rows((Element) bodies.item(0)));
      }
    }
    return new PageFigures(tables);
  }

  private static List<List<String>> rows(Element body) {
    List<List<String>> rows = new ArrayList<>();
    NodeList found = body.getElementsByTagName("tr");
    for (int i = 0; i < found.getLength(); i++) {
      List<String> cells = new ArrayList<>();
      for (var cell = found.item(i).getFirstChild(); cell != null; cell = cell.getNextSibling()) {
        cells.add(cell.getTextContent());
      }
      rows.add(cells);
    }
    return rows;
  }
}
