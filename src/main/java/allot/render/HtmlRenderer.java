package allot.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A document as one web page that stands for itself: no script, nothing remote, a policy that
 * permits its own style and nothing else. Charts and pictures are drawn as SVG; what they show is
 * in the tables under them too. The markup is well-formed XML.
 */
public final class HtmlRenderer {
  /** Longer texts may break over lines in a table. */
  private static final int LONGEST_WHOLE = 24;

  /** Still longer ones are sentences, and have a column of their own width. */
  private static final int LONGEST_NAME = 60;

  /** The fact whose value heads a page. */
  private static final String NAME = "Portfolio";

  private final Markup out = new Markup();
  private final String verb;

  private HtmlRenderer(String verb) {
    this.verb = verb;
  }

  /**
   * Writes a page. The portfolio's name heads it, if it stands first in the document.
   *
   * @param verb the command it answers
   */
  public static String render(Document document, String verb) {
    HtmlRenderer renderer = new HtmlRenderer(verb);
    renderer.write(document);
    return renderer.out.toString();
  }

  private void write(Document document) {
    Optional<Fact> heading = heading(document);
    String style = style();
    out.raw("<!DOCTYPE html>\n");
    out.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").line();
    out.open("head").line().empty("meta", "charset", "utf-8").line();
    out.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(style)).line();
    out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    out.empty("meta", "name", "color-scheme", "content", "light dark").line();
    String name = heading.map(fact -> text(fact.values()) + " – ").orElse("");
    out.leaf("title", name + "allot " + verb).line();
    out.open("style").raw(style).close("style").line().close("head").line();
    out.open("body").open("main").line();
    out.open("header").leaf("p", "allot " + verb, "class", "kicker");
    out.leaf("h1", heading.map(fact -> text(fact.values())).orElse(NAME));
    out.close("header").line();
    for (Section section : document.sections()) {
      write(section, heading);
    }
    out.leaf("footer", "Calculated by allot, which gives no advice and never trades.").line();
    out.close("main").close("body").close("html").line();
  }

  private static Optional<Fact> heading(Document document) {
    if (!document.sections().isEmpty()
        && !document.sections().get(0).blocks().isEmpty()
        && document.sections().get(0).blocks().get(0) instanceof Facts facts
        && !facts.facts().isEmpty()) {
      return Optional.of(facts.facts().get(0)).filter(fact -> fact.label().equals(NAME));
    }
    return Optional.empty();
  }

  private static String text(List<Cell> cells) {
    StringBuilder words = new StringBuilder();
    for (Cell cell : cells) {
      if (cell instanceof Cell.Text text && !text.text().isEmpty()) {
        words.append(words.length() == 0 ? "" : " · ").append(text.text());
      }
    }
    return words.toString();
  }

  private static String policy(String style) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha256.digest(style.getBytes(StandardCharsets.UTF_8));
      String encoded = Base64.getEncoder().encodeToString(hash);
      return "default-src 'none'; style-src 'sha256-"
          + encoded
          + "'; base-uri 'none'; form-action"
          + " 'none'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK knows SHA-256", e);
    }
  }

  private static String style() {
    try (InputStream in = HtmlRenderer.class.getResourceAsStream("/allot/page.css")) {
      if (in == null) {
        throw new IllegalStateException("page.css belongs to the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Section section, Optional<Fact> said) {
    if (section.blocks().isEmpty()) {
      return;
    }
    out.open("section");
    section.heading().ifPresent(heading -> out.leaf("h2", heading));
    out.line();
    boolean pair = section.blocks().size() == 2 && section.blocks().get(0) instanceof ShareBars;
    if (pair) {
      out.open("div", "class", "pair").line();
    }
    for (Block block : section.blocks()) {
      if (block instanceof Facts facts) {
        write(facts, said);
      } else if (block instanceof Table table) {
        HtmlBars.write(table, out);
        write(table, section.heading().orElse(verb));
      } else if (block instanceof Lines lines) {
        write(lines);
      } else if (block instanceof Chart chart) {
        HtmlChart.write(chart, out);
      } else if (block instanceof Picture picture) {
        write(picture);
      }
    }
    out.raw(pair ? "</div>\n" : "").close("section").line();
  }

  private void write(Picture picture) {
    if (picture instanceof ShareBars bars) {
      HtmlBars.write(bars, out);
    } else if (picture instanceof Treemap map) {
      HtmlTreemap.write(map, out);
    } else if (picture instanceof BandPaths paths) {
      HtmlPaths.write(paths, out);
    } else if (picture instanceof FallPaths falls) {
      HtmlPaths.write(falls, out);
    } else if (picture instanceof MixPaths mixes) {
      HtmlPaths.write(mixes, out);
    }
  }

  private void write(Facts facts, Optional<Fact> said) {
    out.open("dl").line();
    for (Fact fact : facts.facts()) {
      if (said.filter(fact::equals).isPresent()) {
        continue;
      }
      out.open("div").leaf("dt", fact.label()).open("dd");
      String separator = "";
      for (Cell value : fact.values()) {
        if (value instanceof Cell.Text text && !text.text().isEmpty()) {
          out.text(separator);
          write(text);
          separator = " · ";
        }
      }
      out.close("dd").close("div").line();
    }
    out.close("dl").line();
  }

  private void write(Cell.Text text) {
    if (text.tone() == Tone.PLAIN) {
      words(text.text());
    } else {
      out.open("span", "class", tone(text.tone()));
      words(text.text());
      out.close("span");
    }
  }

  /** What stands between backticks is to be typed. */
  private void words(String text) {
    int start = 0;
    int open = text.indexOf('`');
    int close = text.indexOf('`', open + 1);
    while (open >= 0 && close > open + 1) {
      out.text(text.substring(start, open)).leaf("code", text.substring(open + 1, close));
      start = close + 1;
      open = text.indexOf('`', start);
      close = text.indexOf('`', open + 1);
    }
    out.text(text.substring(start));
  }

  private static String tone(Tone tone) {
    return switch (tone) {
      case PLAIN -> "";
      case MUTED -> "muted";
      case GOOD -> "good";
      case WARN -> "warn";
      case BAD -> "bad";
      case STRONG -> "strong";
    };
  }

  /** The columns in which there is anything to read; bars are drawn elsewhere. */
  private static List<Integer> shown(Table table) {
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      int column = i;
      boolean said =
          table.rows().stream()
              .anyMatch(row -> row.get(column) instanceof Cell.Text text && !text.text().isEmpty());
      if (i != table.fillIndex() && (i == 0 || said)) {
        shown.add(i);
      }
    }
    return shown;
  }

  private void write(Table table, String name) {
    if (table.rows().isEmpty()) {
      out.leaf("p", "none", "class", "muted").line();
      return;
    }
    List<Integer> shown = shown(table);
    // what scrolls has to be reached without a mouse
    out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", name);
    out.open("table").line().open("thead").open("tr");
    for (int i : shown) {
      Column column = table.columns().get(i);
      if (column.align() == Align.LEFT) {
        out.leaf("th", column.title(), "scope", "col");
      } else {
        out.leaf("th", column.title(), "scope", "col", "class", "n");
      }
    }
    out.close("tr").close("thead").line().open("tbody").line();
    for (List<Cell> row : table.rows()) {
      out.open("tr");
      for (int i : shown) {
        if (row.get(i) instanceof Cell.Text text) {
          write(text, table.columns().get(i), i == 0);
        }
      }
      out.close("tr").line();
    }
    out.close("tbody").close("table").close("div").line();
  }

  private void write(Cell.Text text, Column column, boolean first) {
    String element = first ? "th" : "td";
    String style = column.align() == Align.LEFT ? "" : "n";
    int length = text.text().length();
    style = length > LONGEST_NAME ? "long" : length > LONGEST_WHOLE ? "w" : style;
    style = (isCurve(text.text()) ? "spark" : style + " " + tone(text.tone())).strip();
    if (first && style.isEmpty()) {
      out.leaf(element, text.text(), "scope", "row");
    } else if (first) {
      out.leaf(element, text.text(), "scope", "row", "class", style);
    } else if (style.isEmpty()) {
      out.leaf(element, text.text());
    } else {
      out.leaf(element, text.text(), "class", style);
    }
  }

  /** Whether a text is a curve in characters. */
  private static boolean isCurve(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '▁' && c <= '█');
  }

  private void write(Lines lines) {
    boolean bullets = lines.marker() == Marker.BULLET;
    out.raw(bullets ? "<ul class=\"lines\">\n" : "");
    for (Cell line : lines.lines()) {
      if (line instanceof Cell.Text text) {
        out.open(bullets ? "li" : "p");
        write(text);
        out.close(bullets ? "li" : "p").line();
      }
    }
    out.raw(bullets ? "</ul>\n" : "");
  }
}
