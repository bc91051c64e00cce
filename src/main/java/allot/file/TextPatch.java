package allot.file;

import allot.problem.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Replacements in a text, applied all at once; what they do not name stays as it is. */
final class TextPatch {
  private final String text;
  private final List<Replacement> replacements = new ArrayList<>();

  TextPatch(String text) {
    this.text = text;
  }

  private record Replacement(Span span, String with) {}

  void replace(Span span, String with) {
    replacements.add(new Replacement(span, with));
  }

  /**
   * Takes elements out of an array or object and adds others behind the last.
   *
   * @param elements where they stand
   * @param removed indexes
   * @param spacing of what is added
   */
  void edit(
      Span container,
      List<Span> elements,
      Set<Integer> removed,
      List<String> added,
      Spacing spacing) {
    if (removed.size() == elements.size()) {
      Span inside = new Span(container.start() + 1, container.end() - 1);
      if (!elements.isEmpty() || !added.isEmpty()) {
        replace(inside, spacing.inside(added));
      }
      return;
    }
    boolean follows = false;
    for (int i = 0; i < elements.size(); i++) {
      Span element = elements.get(i);
      if (!removed.contains(i)) {
        follows = true;
      } else if (follows) {
        replace(new Span(elements.get(i - 1).end(), element.end()), "");
      } else {
        replace(new Span(element.start(), elements.get(i + 1).start()), "");
      }
    }
    StringBuilder behind = new StringBuilder();
    added.forEach(element -> behind.append(spacing.separator()).append(element));
    if (behind.length() > 0) {
      int end = elements.get(elements.size() - 1).end();
      replace(new Span(end, end), behind.toString());
    }
  }

  /** The text with all replacements, which must not overlap. */
  String applied() {
    replacements.sort(
        Comparator.comparingInt((Replacement r) -> r.span().start())
            .thenComparingInt(r -> r.span().end()));
    StringBuilder out = new StringBuilder(text.length() + 256);
    int at = 0;
    for (Replacement replacement : replacements) {
      if (replacement.span().start() < at) {
        throw new IllegalStateException("two changes of one place");
      }
      out.append(text, at, replacement.span().start()).append(replacement.with());
      at = replacement.span().end();
    }
    return out.append(text, at, text.length()).toString();
  }
}
