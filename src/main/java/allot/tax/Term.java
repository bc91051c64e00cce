package allot.tax;

import java.util.Locale;

/** How long a lot was held when it was sold. */
public enum Term {
  SHORT,
  /** More than one year. */
  LONG;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
