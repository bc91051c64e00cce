package allot.cli;

import allot.render.Block;
import allot.render.Cell;
import allot.render.Document;
import allot.render.Fact;
import allot.render.Facts;
import allot.render.Lines;
import allot.render.Marker;
import allot.render.Page;
import allot.render.Section;
import allot.render.TextRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The long form of help: what each figure means, files, environment, exit codes. It is kept in a
 * few forms of AsciiDoc, for the terminal and for manual pages alike: {@code == Heading}, {@code
 * term:: definition} and paragraphs, each on a line of its own. A term without a definition has the
 * one that is common to all verbs.
 */
final class Manual {
  private static final String TERM = ":: ";
  private static final String HEADING = "== ";

  private Manual() {}

  /** What the manual says of a verb, or of {@code allot}: then all that verbs have in common. */
  static List<String> lines(String topic) {
    List<String> common = resource("/allot/manual/common.adoc");
    List<String> lines = new ArrayList<>();
    for (String line : resource("/allot/manual/" + topic + ".adoc")) {
      lines.add(line.endsWith(TERM.strip()) ? defined(line, common) : line);
    }
    if (topic.equals("allot")) {
      lines.add("");
      lines.addAll(common);
    }
    return lines;
  }

  private static String defined(String term, List<String> common) {
    for (String line : common) {
      if (line.startsWith(term + " ")) {
        return line;
      }
    }
    throw new IllegalStateException("the manual has no " + term);
  }

  private static List<String> resource(String name) {
    try (InputStream in = Manual.class.getResourceAsStream(name)) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same as text. */
  static String text(String topic, int width) {
    return TextRenderer.render(document(topic), new Page(width, false, false));
  }

  private static Document document(String topic) {
    List<Section> sections = new ArrayList<>();
    Optional<String> heading = Optional.empty();
    List<Block> blocks = new ArrayList<>();
    List<Fact> facts = new ArrayList<>();
    for (String line : lines(topic)) {
      int term = line.indexOf(TERM);
      if (term > 0) {
        facts.add(Fact.of(line.substring(0, term), line.substring(term + TERM.length())));
        continue;
      }
      if (!facts.isEmpty()) {
        blocks.add(new Facts(facts));
        facts.clear();
      }
      if (line.startsWith(HEADING)) {
        sections.add(new Section(heading, blocks));
        blocks.clear();
        heading = Optional.of(line.substring(HEADING.length()).toUpperCase(Locale.ROOT));
      } else if (!line.isBlank()) {
        blocks.add(new Lines(List.of(Cell.of(line)), Marker.PARAGRAPH));
      }
    }
    if (!facts.isEmpty()) {
      blocks.add(new Facts(facts));
    }
    sections.add(new Section(heading, blocks));
    return new Document(sections);
  }
}
