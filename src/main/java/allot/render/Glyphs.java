package allot.render;

import allot.problem.Visible;

/** The characters that a page draws with, and how a text reads on it. */
enum Glyphs {
  UNICODE("…", '─', "•", " · ", " ▏▎▍▌▋▊▉█", '▓', '░', '┃'),
  ASCII("...", '-', "-", ", ", " #", '=', '.', '|');

  /** Pairs: what we write for looks, and what says the same in ASCII. */
  private static final String[] PLAINER = {
    "…", "...", "−", "-", "–", "-", "—", "-", "×", "x", "÷", "/", "≥", ">=", "≤", "<=", "≈", "~",
    "▁", "_", "▂", "_", "▃", "-", "▄", "-", "▅", "=", "▆", "=", "▇", "#", "█", "#", "±", "+/-", "·",
    "-", "•", "-", "→", "->", "←", "<-", "↑", "^", "↓", "v", "“", "\"", "”", "\"", "‘", "'", "’",
    "'", "½", "1/2", "✓", "ok", "✗", "x", "\u00a0", " ", "\u202f", " "
  };

  final String ellipsis;
  final char rule;
  final String bullet;
  final String separator;

  /** A cell of a bar from empty to full. */
  final String fill;

  /** A full cell inside the band. */
  final char covered;

  /** An empty cell inside the band. */
  final char track;

  final char target;

  Glyphs(
      String ellipsis,
      char rule,
      String bullet,
      String separator,
      String fill,
      char covered,
      char track,
      char target) {
    this.ellipsis = ellipsis;
    this.rule = rule;
    this.bullet = bullet;
    this.separator = separator;
    this.fill = fill;
    this.covered = covered;
    this.track = track;
    this.target = target;
  }

  static Glyphs of(Page page) {
    return page.ascii() ? ASCII : UNICODE;
  }

  /** Into how many steps a cell of a bar divides. */
  int steps() {
    return fill.length() - 1;
  }

  char full() {
    return fill.charAt(steps());
  }

  /** The text as the page can show it: safe for a terminal, without spaces at its ends. */
  String shown(String text) {
    String visible = Visible.escape(text);
    return trimmed(this == ASCII ? plainer(visible) : visible);
  }

  /** Escaped text cut to so many columns. */
  String cut(String shown, int columns) {
    if (Visible.width(shown) <= columns) {
      return shown;
    }
    String mark = ellipsis.substring(0, Math.min(ellipsis.length(), columns));
    // fit counts a mark as one column
    return Visible.fit(shown, columns - mark.length() + 1, mark);
  }

  private static String plainer(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        out.append(c);
      } else {
        appendPlainer(out, c);
      }
    }
    return out.toString();
  }

  private static void appendPlainer(StringBuilder out, char c) {
    for (int i = 0; i < PLAINER.length; i += 2) {
      if (PLAINER[i].charAt(0) == c) {
        out.append(PLAINER[i + 1]);
        return;
      }
    }
    out.append(c);
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    return text.substring(start, end);
  }
}
