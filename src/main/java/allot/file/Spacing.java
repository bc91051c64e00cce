package allot.file;

import allot.problem.Span;
import java.util.List;

/**
 * The white space around the elements of a JSON array or object.
 *
 * @param open between the opening bracket and the first element
 * @param separator between two elements, with its comma
 * @param close between the last element and the closing bracket
 */
record Spacing(String open, String separator, String close) {
  private static final String UNIT = "  ";

  /**
   * The white space of an array or object that has elements.
   *
   * @param comma what separates elements on one line, where this one has a single element
   */
  static Spacing of(String text, Span container, List<Span> elements, String comma) {
    Span first = elements.get(0);
    Span last = elements.get(elements.size() - 1);
    String open = text.substring(container.start() + 1, first.start());
    String close = text.substring(last.end(), container.end() - 1);
    String separator = isBroken(open) ? "," + open : comma;
    if (elements.size() > 1) {
      separator = text.substring(first.end(), elements.get(1).start());
    }
    return new Spacing(open, separator, close);
  }

  /** Elements on one line, with a blank inside the brackets or without. */
  static Spacing inLine(String pad, String comma) {
    return new Spacing(pad, comma, pad);
  }

  /** The same with what separates the last two elements: lists are often set in groups. */
  Spacing separatedBy(String other) {
    return new Spacing(open, other, close);
  }

  private static boolean isBroken(String space) {
    return lineStart(space) > 0;
  }

  private static int lineStart(String space) {
    return Math.max(space.lastIndexOf('\n'), space.lastIndexOf('\r')) + 1;
  }

  /** Whether every element has a line of its own. */
  boolean isOnLines() {
    return isBroken(open);
  }

  /** Of an array or object that is an element of this one: on lines one step further in. */
  Spacing deeper(String comma) {
    if (!isOnLines()) {
      return inLine(open.isEmpty() ? "" : " ", comma);
    }
    String inner = open.substring(lineStart(open));
    String outer = close.substring(lineStart(close));
    boolean steps = inner.startsWith(outer) && inner.length() > outer.length();
    String further = open + (steps ? inner.substring(outer.length()) : UNIT);
    return new Spacing(further, "," + further, open);
  }

  String array(List<String> elements) {
    return "[" + inside(elements) + "]";
  }

  String object(List<String> members) {
    return "{" + inside(members) + "}";
  }

  String inside(List<String> elements) {
    return elements.isEmpty() ? "" : open + String.join(separator, elements) + close;
  }
}
