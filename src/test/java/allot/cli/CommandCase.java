package allot.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A case: what is given, in its order, without what was expected. */
final class CommandCase {
  private static final String INDENT = "  ";

  /**
   * A line at the margin with the lines indented below it.
   *
   * @param apart whether an empty line stands before it
   */
  private record Item(boolean apart, String head, List<String> text) {
    boolean isExpectation() {
      return head.startsWith("stdout") || head.equals("stderr") || head.startsWith("exit ");
    }

    String joined() {
      return text.isEmpty() ? "" : String.join("\n", text) + "\n";
    }
  }

  private final List<Item> items;

  private CommandCase(List<Item> items) {
    this.items = items;
  }

  static CommandCase parse(String source) {
    List<Item> items = new ArrayList<>();
    int blank = 0;
    for (String line : source.split("\n")) {
      if (line.isEmpty()) {
        blank++;
      } else if (line.startsWith(INDENT) && !items.isEmpty()) {
        List<String> text = items.get(items.size() - 1).text();
        for (; blank > 0; blank--) {
          text.add("");
        }
        text.add(line.substring(INDENT.length()));
      } else {
        items.add(new Item(blank > 0, line, new ArrayList<>()));
        blank = 0;
      }
    }
    return new CommandCase(items);
  }

  /** Runs the commands and tells the case again, with what they did. */
  String replay() throws IOException {
    CaseShell shell = new CaseShell();
    StringBuilder told = new StringBuilder();
    for (Item item : items) {
      if (item.isExpectation()) {
        continue;
      }
      told.append(item.apart() ? "\n" : "");
      append(told, item.head(), item.joined());
      String[] words = item.head().split(" ", 2);
      switch (words[0]) {
        case "file" -> shell.write(words[1], item.joined());
        case "stdin" -> shell.stdin(item.joined());
        case "env" -> shell.setVariable(words[1]);
        case "clock" -> shell.setClock(words[1]);
        case "$" -> append(told, shell.run(words[1]));
        default -> {
          if (!item.head().startsWith("#")) {
            throw new IllegalArgumentException("neither comment nor keyword: " + item.head());
          }
        }
      }
    }
    return told.toString();
  }

  private static void append(StringBuilder told, CaseShell.Outcome outcome) {
    if (!outcome.stdout().isEmpty()) {
      boolean ended = outcome.stdout().endsWith("\n");
      append(told, ended ? "stdout" : "stdout without a line end", outcome.stdout());
    }
    if (!outcome.stderr().isEmpty()) {
      append(told, "stderr", outcome.stderr());
    }
    told.append("exit ").append(outcome.exit()).append('\n');
  }

  private static void append(StringBuilder told, String head, String text) {
    told.append(head).append('\n');
    for (String line : text.split("\n")) {
      told.append(line.isEmpty() ? "" : INDENT + line);
      told.append(text.isEmpty() ? "" : "\n");
    }
  }
}
