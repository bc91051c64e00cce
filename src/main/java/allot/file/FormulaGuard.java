package allot.file;

/** The apostrophe that keeps a text cell of a CSV from being taken for a formula. */
final class FormulaGuard {
  private FormulaGuard() {}

  /** The text without the guard before it, if there is one. */
  static String undone(String cell) {
    return cell.startsWith("'") ? cell.substring(1) : cell;
  }
}
