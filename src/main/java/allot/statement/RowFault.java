package allot.statement;

/** A row that cannot be read, and what would help. */
public final class RowFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

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

  public String remedy() {
    return remedy;
  }
}
