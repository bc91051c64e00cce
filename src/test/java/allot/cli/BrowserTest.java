package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages in a real browser, where there is one: Debian's chromium and chromium-driver. */
class BrowserTest {
  private static final int[] WIDTHS = {360, 800, 1400};
  private static final String HOSTILE = "</p><script>alert(1)</script>\"'><img src=x onerror=y>";

  /** Texts and boxes that stick out of the page, of their drawing or into one another. */
  private static final String OUTSIDE =
      """
      const found = [], wide = document.documentElement.clientWidth;
      const say = (e, why) => found.push(why + ': ' + e.tagName + ' ' + e.textContent.slice(0, 40));
      if (document.documentElement.scrollWidth > wide) found.push('the page scrolls sideways');
      for (const e of document.querySelectorAll('body *')) {
        const r = e.getBoundingClientRect();
        if (r.width === 0 || e.closest('title')) continue;
        const scroll = e.closest('.scroll');
        if (scroll ? scroll.getBoundingClientRect().right > wide + 0.5
                   : r.left < -0.5 || r.right > wide + 0.5) say(e, 'outside the page');
        const box = e.parentElement.closest('section, header, footer, figure, dd, td, th, li');
        if (!e.ownerSVGElement && box && !(box === e.parentElement && scroll)) {
          const b = box.getBoundingClientRect();
          if (!scroll && (r.left < b.left - 0.5 || r.right > b.right + 0.5)) say(e, 'outside its box');
        }
      }
      for (const t of document.querySelectorAll('svg text')) {
        const r = t.getBoundingClientRect();
        let s = t.ownerSVGElement;
        while (s.ownerSVGElement) s = s.ownerSVGElement;
        const b = s.getBoundingClientRect();
        if (r.width && (r.left < b.left - 1 || r.right > b.right + 1 || r.bottom > b.bottom + 1))
          say(t, 'outside its drawing');
        const g = t.closest('g');
        const tile = g && g.querySelector('rect').getBoundingClientRect();
        if (tile && r.width && (r.right > tile.right || r.bottom > tile.bottom + 1))
          say(t, 'outside its tile');
      }
      for (const s of document.querySelectorAll('svg.axis')) {
        const rs = [...s.querySelectorAll(':scope > text')].map(t => t.getBoundingClientRect())
          .filter(r => r.width);
        for (const a of rs) for (const b of rs)
          if (a !== b && a.left < b.right && b.left < a.right && a.top + 3 < b.bottom
              && b.top + 3 < a.bottom) say(s, 'labels overlap');
      }
      return found;
      """;

  private static final String TABLES =
      """
      const tables = {};
      for (const s of document.querySelectorAll('section')) {
        const body = s.querySelector('tbody');
        if (body) tables[s.querySelector('h2').textContent] =
          [...body.rows].map(r => [...r.cells].map(c => c.textContent));
      }
      return tables;
      """;

  @TempDir static Path home;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> driver = Browser.program("chromedriver");
    Optional<Path> chromium = Browser.program("chromium", "chromium-browser", "google-chrome");
    assumeTrue(driver.isPresent() && chromium.isPresent(), "no chromium and chromedriver here");
    browser = Browser.start(driver.get(), chromium.get(), home);
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void pages_of_the_sample_show_the_figures_of_the_json() throws Exception {
    Path file = Files.writeString(home.resolve("sample.json"), Pages.sample());
    for (String verb : Pages.VERBS) {
      assertSound(file, verb);
      PageFigures figures =
          new PageFigures(
              Pages.JSON.convertValue(
                  browser.ask(TABLES), new TypeReference<Map<String, List<List<String>>>>() {}));
      JsonNode json = Pages.json(file, verb);
      figures.areThoseOf(verb, json);
    }
  }

  @Test
  void pages_of_hostile_and_of_long_names_are_as_sound() throws Exception {
    for (String name : List.of(HOSTILE, "x".repeat(120), "no break here ".repeat(9), "\u202e日本")) {
      Path file = Pages.withCloses(home.resolve("named.json"), Pages.named(name));
      for (String verb : Pages.VERBS) {
        assertSound(file, verb);
      }
    }
  }

  @Test
  void a_page_of_200_holdings_is_as_sound() throws Exception {
    Path file = Pages.withCloses(home.resolve("large.json"), Pages.large(200));
    for (String verb : List.of("report", "backtest", "simulate")) {
      assertSound(file, verb);
    }
  }

  @Test
  void the_picture_in_the_readme_is_of_such_a_page() throws Exception {
    Path page = home.resolve("picture.html");
    Path file = Files.writeString(home.resolve("sample.json"), Pages.sample());
    Files.writeString(page, Pages.page(file, "report"));
    browser.load(page.toUri(), 1000, false);
    byte[] picture = browser.picture(1000, 1190);
    assertThat(picture).hasSizeBetween(20_000, 200_000);
    if (Boolean.getBoolean("allot.rewrite")) {
      Files.write(Path.of("samples", "report.png"), picture);
    }
  }

  @Test
  void what_sticks_out_is_found() throws Exception {
    Path page = home.resolve("broken.html");
    Path file = Files.writeString(home.resolve("sample.json"), Pages.sample());
    String wide = Pages.page(file, "report").replace("<figure>", "<figure><svg width=\"2000\"/>");
    Files.writeString(page, wide.replace("y=\"17\"", "y=\"17\" dx=\"400\""));
    browser.load(page.toUri(), 800, false);
    assertThat(browser.ask(OUTSIDE).toString())
        .contains("the page scrolls sideways", "outside the page", "outside its tile");
  }

  /** Nothing on the console, nothing asked of anybody, and everything in its box. */
  private static void assertSound(Path portfolio, String verb) throws Exception {
    Path page = home.resolve("page.html");
    Files.writeString(page, Pages.page(portfolio, verb));
    URI address = page.toUri();
    for (int width : WIDTHS) {
      browser.log("performance");
      browser.load(address, width, width == 800);
      String what = portfolio.getFileName() + ", " + verb + " at " + width;
      assertThat(browser.ask(OUTSIDE)).as(what).isEmpty();
      assertThat(browser.log("browser")).as(what).isEmpty();
      assertThat(requests()).as(what).containsOnly(address.getPath());
      assertThat(browser.ask("return document.scripts.length").asInt()).isZero();
    }
  }

  private static List<String> requests() throws Exception {
    List<String> requests = new ArrayList<>();
    for (JsonNode entry : browser.log("performance")) {
      JsonNode message = Pages.JSON.readTree(entry.get("message").asText()).get("message");
      if (message.get("method").asText().equals("Network.requestWillBeSent")) {
        URI asked = URI.create(message.get("params").get("request").get("url").asText());
        requests.add(asked.getScheme().equals("file") ? asked.getPath() : asked.toString());
      }
    }
    return requests;
  }
}
