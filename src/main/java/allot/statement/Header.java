package allot.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** The names of a statement's columns, compared without case and blanks around. */
public final class Header {
  private final List<String> written;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> first = new HashMap<>();

  public Header(List<String> written) {
    this.written = List.copyOf(written);
    for (String name : written) {
      String folded = folded(name);
      first.putIfAbsent(folded, names.size());
      names.add(folded);
    }
  }

  static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** As they stand in the file. */
  public List<String> written() {
    return written;
  }

  /** In lower case, stripped, by position. */
  public List<String> names() {
    return names;
  }

  /** Whether all of these are there. */
  public boolean has(String... wanted) {
    for (String name : wanted) {
      if (!first.containsKey(folded(name))) {
        return false;
      }
    }
    return true;
  }

  /** The first column of any of these names, the first name that there is. */
  public OptionalInt find(String... wanted) {
    for (String name : wanted) {
      Integer at = first.get(folded(name));
      if (at != null) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * A column that must be there.
   *
   * @return its position; -1, which reads as empty, if there is none
   */
  public int column(String... wanted) {
    return find(wanted).orElse(-1);
  }
}
