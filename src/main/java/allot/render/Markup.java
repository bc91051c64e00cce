package allot.render;

import allot.problem.Visible;

/**
 * A page under construction: well-formed markup that HTML and XML read alike. Whatever comes in as
 * a text or as the value of an attribute is escaped here, control and bidirectional characters too;
 * names of elements and attributes are ours.
 */
final class Markup {
  private final StringBuilder out = new StringBuilder(16_384);

  /**
   * Begins an element.
   *
   * @param attributes pairs of name and value
   */
  Markup open(String element, String... attributes) {
    begin(element, attributes);
    out.append('>');
    return this;
  }

  /** An element without content. */
  Markup empty(String element, String... attributes) {
    begin(element, attributes);
    out.append("/>");
    return this;
  }

  Markup close(String element) {
    out.append("</").append(element).append('>');
    return this;
  }

  /** An element with a text alone. */
  Markup leaf(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close(element);
  }

  Markup text(String text) {
    escape(text);
    return this;
  }

  /** Markup of ours, as it stands. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  /** Ends a line, for those who read the source. */
  Markup line() {
    out.append('\n');
    return this;
  }

  private void begin(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
  }

  private void escape(String text) {
    String visible = Visible.escape(text);
    for (int i = 0; i < visible.length(); i++) {
      char c = visible.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  /** A coordinate: at most two decimals. */
  static String at(double value) {
    long hundredths = Math.round(value * 100);
    long rest = Math.abs(hundredths % 100);
    String sign = hundredths < 0 ? "-" : "";
    String whole = sign + Math.abs(hundredths / 100);
    return rest == 0
        ? whole
        : whole + (rest < 10 ? ".0" : ".") + (rest % 10 == 0 ? rest / 10 : rest);
  }

  /** A coordinate in percent of what it is drawn in. */
  static String percent(double share) {
    return at(share * 100) + "%";
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
