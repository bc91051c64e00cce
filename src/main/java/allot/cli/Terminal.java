package allot.cli;

import java.util.Map;

/**
 * What the launcher found out about the terminal.
 *
 * @param outIsTerminal whether standard output is one
 * @param errIsTerminal whether standard error is one
 * @param columns its width; 0 if unknown
 */
record Terminal(boolean outIsTerminal, boolean errIsTerminal, int columns) {
  /** Output goes to files and pipes. */
  static final Terminal NONE = new Terminal(false, false, 0);

  static Terminal ofLauncher() {
    return new Terminal(
        "tty".equals(System.getProperty("allot.stdout")),
        "tty".equals(System.getProperty("allot.stderr")),
        Integer.getInteger("allot.columns", 0));
  }

  /** Whether the terminal's character set shows bars and dashes. */
  static boolean showsUnicode(Map<String, String> env) {
    String charset = "";
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = env.getOrDefault(name, "");
      if (!value.isEmpty()) {
        charset = value.toUpperCase(java.util.Locale.ROOT);
        break;
      }
    }
    return charset.contains("UTF-8") || charset.contains("UTF8");
  }
}
