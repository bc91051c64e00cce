package allot.statement;

import java.util.BitSet;
import java.util.List;

/**
 * A file that was read: every row became an entry, or part of one, or a fault.
 *
 * @param file as the user named it
 * @param source the format's, {@code kraken}
 * @param tool whether that is a tax tool, which exports many exchanges
 * @param rows how many that are not blank
 * @param entries in the order of the file
 * @param joined lines of the rows that an entry of a row above tells of, too
 */
public record Statement(
    String file,
    String source,
    boolean tool,
    int rows,
    List<Entry> entries,
    BitSet joined,
    List<Balance> balances,
    List<Fault> faults) {

  /** A row that could not be read. */
  public record Fault(Entry.Origin origin, String message, String remedy) {}
}
