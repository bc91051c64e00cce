package allot.statement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A row of a statement. A column of -1, or behind the row's end, is empty.
 *
 * @param line 1-based, where it begins
 * @param header of the statement, for messages
 */
public record Row(long line, List<String> cells, Header header) {

  /** A cell, stripped. */
  public String text(int column) {
    return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
  }

  /**
   * An amount, with its sign; empty for an empty cell and for what stands for none ({@code -},
   * {@code nan}, {@code n/a}).
   *
   * @throws RowFault if it is no number
   */
  public Optional<BigDecimal> amount(int column) {
    String text = text(column);
    try {
      return Amounts.parse(text);
    } catch (RowFault e) {
      String name = header.written().get(column).strip();
      throw new RowFault("`" + name + "`: " + e.getMessage(), e.remedy());
    }
  }

  /**
   * An amount that must be there.
   *
   * @param name of the column, for the message
   * @throws RowFault if it is not, or is no number
   */
  public BigDecimal needAmount(int column, String name) {
    return amount(column).orElseThrow(() -> new RowFault("`" + name + "` is empty", ""));
  }

  /** A text that must be there. */
  public String need(int column, String name) {
    String text = text(column);
    if (text.isEmpty()) {
      throw new RowFault("`" + name + "` is empty", "");
    }
    return text;
  }

  boolean isBlank() {
    return isBlank(cells);
  }

  static boolean isBlank(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isBlank()) {
        return false;
      }
    }
    return true;
  }
}
