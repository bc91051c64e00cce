package allot.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Spelling {
  private static final int SHORTEST_FUZZY_NAME = 5;

  private Spelling() {}

  /**
   * Whether two names are probably one: equal but for case, {@code _} and {@code -}, or, in names
   * of five letters and more, one letter or two swapped.
   */
  public static boolean resembles(String name, String known) {
    String a = folded(name);
    String b = folded(known);
    return a.equals(b) || (name.length() >= SHORTEST_FUZZY_NAME && distance(a, b) == 1);
  }

  /** The known name that a name is probably a misspelling of; empty if none is. */
  public static Optional<String> misspelling(String name, Collection<String> known) {
    for (String candidate : known) {
      if (resembles(name, candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The nearest of the known words, if one is near enough to be meant. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    String folded = folded(word);
    int allowed = folded.length() <= 3 ? 1 : folded.length() <= 7 ? 2 : 3;
    String best = null;
    int bestDistance = allowed + 1;
    for (String candidate : known) {
      String other = folded(candidate);
      if (Math.abs(other.length() - folded.length()) > allowed) {
        continue;
      }
      int distance = distance(folded, other);
      if (distance < bestDistance && distance < other.length()) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code did you mean `word`?}, or nothing. */
  public static String suggest(String word, Collection<String> known) {
    return nearest(word, known).map(found -> "did you mean `" + found + "`?").orElse("");
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /** Optimal string alignment: letters inserted, left out, changed, or two neighbours swapped. */
  static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
