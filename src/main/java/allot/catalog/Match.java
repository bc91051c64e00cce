package allot.catalog;

import java.util.List;

/** What a written name of an asset stands for. */
public sealed interface Match {

  /** Which of an asset's names was written. */
  enum By {
    ID,
    SYMBOL,
    ALIAS
  }

  /** One asset. */
  record Found(Asset asset, By by) implements Match {}

  /** A symbol or alias of several assets; only an id can tell them apart. */
  record Ambiguous(List<Asset> candidates) implements Match {

    /** {@code gensyn or sleepless-ai}. */
    public String choices() {
      StringBuilder ids = new StringBuilder();
      for (Asset candidate : candidates) {
        ids.append(ids.length() == 0 ? "" : " or ").append(candidate.id());
      }
      return ids.toString();
    }
  }

  /** No asset of the catalogue. */
  record Unknown() implements Match {}
}
