package allot.statement;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The words of a tool and what each makes of a row. They are compared without case, and with
 * blanks, lines or dashes between their parts: {@code Lending interest} is {@code
 * lending_interest}.
 */
final class Words {
  private static final int LONGEST_SHOWN = 40;

  private final String of;
  private final Map<String, Meaning> meanings = new HashMap<>();

  /**
   * @param of what the words say, to follow "is not known as"
   */
  Words(String of) {
    this.of = of;
  }

  /**
   * What a word says.
   *
   * @param label what entries are labelled; empty for the word itself
   */
  record Meaning(Entry.Kind kind, String label) {
    String label(String word) {
      return label.isEmpty() ? word : label;
    }
  }

  /** Words for income of a kind. */
  Words income(String label, String... words) {
    return mean(new Meaning(Entry.Kind.INCOME, label), words);
  }

  /** Words for what is labelled as they are. */
  Words mean(Entry.Kind kind, String... words) {
    return mean(new Meaning(kind, ""), words);
  }

  Words mean(Meaning meaning, String... words) {
    for (String word : words) {
      meanings.put(folded(word), meaning);
    }
    return this;
  }

  /**
   * What a word means.
   *
   * @throws RowFault that names it if nobody knows
   */
  Meaning find(String word) {
    Meaning meaning = meanings.get(word);
    if (meaning == null) {
      meaning = meanings.get(folded(word));
    }
    if (meaning == null) {
      String shown = word.length() > LONGEST_SHOWN ? word.substring(0, LONGEST_SHOWN) : word;
      throw new RowFault(
          "`" + shown + "` is not known as " + of,
          "change the word to one that says the same, or leave the row out with --skip-bad");
    }
    return meaning;
  }

  static String folded(String word) {
    return word.strip()
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ')
        .replace('-', ' ')
        .replace(" / ", "/");
  }
}
