package allot.statement;

/** A row that cannot be read, and what would help. */
public final class RowFault extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_WORD = 60;

  private final String remedy;

  /**
   * @param message what is wrong, without the place; it names columns and may quote words out of a
   *     small vocabulary, but no amounts or names
   * @param remedy what to do; empty if nothing
   */
  public RowFault(String message, String remedy) {
    super(message, null, false, false);
    this.remedy = remedy;
  }

  /**
   * A row of a type that nobody knows.
   *
   * @param column that tells the type
   * @param word as written
   */
  static RowFault unknown(String column, String word) {
    String shown = word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) + "..." : word;
    return new RowFault(
        word.isEmpty() ? "`" + column + "` is empty" : column + " `" + shown + "` is not known",
        "");
  }

  public String remedy() {
    return remedy;
  }
}
