package allot.statement;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The few words that a statement repeats in every row: each is kept once. */
final class RepeatedWords {
  /** A column of more words is no vocabulary. */
  private static final int MOST = 1_000;

  private final Map<String, String> known = new HashMap<>();
  private final Map<String, String> lower = new HashMap<>();

  /** The same word, as it was first seen. */
  String same(String word) {
    String first = known.get(word);
    if (first == null) {
      first = word;
      if (known.size() < MOST) {
        known.put(word, word);
      }
    }
    return first;
  }

  /** The word in lower case. */
  String lower(String word) {
    String folded = lower.get(word);
    if (folded == null) {
      folded = same(word.toLowerCase(Locale.ROOT));
      if (lower.size() < MOST) {
        lower.put(word, folded);
      }
    }
    return folded;
  }
}
