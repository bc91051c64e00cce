package allot.statement;

import java.util.List;
import java.util.Optional;

/** One exchange or tax tool: recognises its statements, in all their generations. */
public interface StatementFormat {

  /** What {@code --source} calls it: {@code coinbase}. */
  String source();

  /** Whether it exports what happened on many exchanges, rather than being one itself. */
  boolean isTool();

  /**
   * The headers it knows, one for each generation, as people see them: for the message about a
   * header that nobody knows, which names the nearest.
   */
  List<String> headers();

  /**
   * How to read the rows under a header; empty if this is no statement of its kind. Names are
   * matched without case and blanks around, in any order, with columns that it does not know.
   *
   * @param terms what the reader of all formats provides
   */
  Optional<Rows> open(Header header, ReadingTerms terms);

  /** Turns rows into entries, in the order of the file. */
  interface Rows {

    /**
     * Reads a row that is not blank.
     *
     * @param into takes the entries it makes, now or when later rows have told the rest
     * @throws RowFault if it cannot be read
     */
    void read(Row row, Sink into);

    /** Whether a row is no data, as a last line that says who made the file; it is passed over. */
    default boolean isFooter(Row row) {
      return false;
    }

    /** Everything has been read: what waited for other rows comes now. */
    default void end(Sink into) {}
  }

  /** Takes what rows say. */
  interface Sink {
    void add(Entry entry);

    /** A row of an earlier line that turned out to be unreadable. */
    void fault(long line, RowFault fault);

    /** A balance that the statement states after its row at {@code line}. */
    void balance(Balance balance);
  }
}
