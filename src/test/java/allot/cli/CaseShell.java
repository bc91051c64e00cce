package allot.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** As much of a shell as the cases need, with a directory of its own. */
final class CaseShell {
  /** Relative and of one length everywhere, so that no layout depends on the machine. */
  private static final String ROOT = "target/case/";

  private static final String HERE = "./";

  private final Map<String, String> variables = new HashMap<>();
  private Clock clock = fixed("2026-11-20T18:00:00Z");
  private byte[] stdin = {};

  /** What a command did. */
  record Outcome(String stdout, String stderr, int exit) {}

  CaseShell() throws IOException {
    Path root = Path.of(ROOT);
    if (Files.exists(root)) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(root);
  }

  private static Clock fixed(String instant) {
    return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
  }

  void write(String name, String text) throws IOException {
    Files.writeString(Path.of(ROOT + name), text);
  }

  void stdin(String text) {
    stdin = text.getBytes(StandardCharsets.UTF_8);
  }

  void setVariable(String assignment) {
    int equals = assignment.indexOf('=');
    variables.put(assignment.substring(0, equals), there(assignment.substring(equals + 1)));
  }

  void setClock(String instant) {
    clock = fixed(instant);
  }

  Outcome run(String line) throws IOException {
    List<List<String>> pipeline = new ArrayList<>();
    pipeline.add(new ArrayList<>());
    for (String word : words(line)) {
      if (word.equals("|")) {
        pipeline.add(new ArrayList<>());
      } else {
        pipeline.get(pipeline.size() - 1).add(there(word));
      }
    }
    Outcome outcome = start(pipeline.get(0));
    String stdout = outcome.stdout();
    for (List<String> filter : pipeline.subList(1, pipeline.size())) {
      stdout = filter(filter, stdout);
    }
    return new Outcome(stdout, outcome.stderr(), outcome.exit());
  }

  private static String there(String word) {
    return word.startsWith(HERE) ? ROOT + word.substring(HERE.length()) : word;
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean open = false;
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
        open = true;
      } else if (quote == '"' && line.startsWith("\\u", i)) {
        word.append((char) Integer.parseInt(line.substring(i + 2, i + 6), 16));
        i += 5;
      } else if (quote == 0 && c == ' ') {
        if (open) {
          words.add(word.toString());
        }
        word.setLength(0);
        open = false;
      } else {
        word.append(c);
        open = true;
      }
    }
    if (open) {
      words.add(word.toString());
    }
    return words;
  }

  private Outcome start(List<String> words) throws IOException {
    return switch (words.get(0)) {
      case "allot" -> allot(words.subList(1, words.size()));
      case "cat" -> new Outcome(shown(Files.readString(Path.of(words.get(1)))), "", 0);
      case "ls" -> new Outcome(list(), "", 0);
      case "mkdir" -> {
        Files.createDirectory(Path.of(words.get(1)));
        yield new Outcome("", "", 0);
      }
      default -> throw new IllegalArgumentException("no such command here: " + words.get(0));
    };
  }

  private Outcome allot(List<String> arguments) {
    InputStream in = new ByteArrayInputStream(stdin);
    stdin = new byte[0];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = Main.run(arguments.toArray(new String[0]), in, out, err, variables, clock);
    return new Outcome(
        shown(out.toString(StandardCharsets.UTF_8)),
        shown(err.toString(StandardCharsets.UTF_8)),
        exit);
  }

  private static String list() throws IOException {
    StringBuilder names = new StringBuilder();
    try (Stream<Path> files = Files.list(Path.of(ROOT))) {
      for (Path file : files.sorted().toList()) {
        names.append(file.getFileName()).append('\n');
      }
    }
    return names.toString();
  }

  private static String filter(List<String> filter, String text) {
    StringBuilder kept = new StringBuilder();
    int most = filter.get(0).equals("head") ? -Integer.parseInt(filter.get(1)) : Integer.MAX_VALUE;
    for (String line : text.split("\n")) {
      boolean keep = filter.get(0).equals("head") ? most-- > 0 : line.contains(filter.get(1));
      kept.append(keep ? line + "\n" : "");
    }
    return kept.toString();
  }

  /** The text as a case shows it. */
  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    for (char c : text.replace(ROOT, HERE).toCharArray()) {
      if (c != '\n' && (c < ' ' || c == 0x7F)) {
        shown.append('<').append(Integer.toHexString(0x100 | c).substring(1)).append('>');
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }
}
