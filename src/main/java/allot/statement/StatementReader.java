package allot.statement;

import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads a statement: finds its header in the first lines, the format that knows it, and lets that
 * read the rows. A row that cannot be read becomes a fault and stops nothing.
 */
public final class StatementReader {
  /** A header is looked for in so many lines. */
  private static final int PREAMBLE = 20;

  private static final char[] DELIMITERS = {',', ';', '\t'};

  /** No cell of a statement is as long as this: a quote was left open. */
  private static final int LONGEST_CELL = 1 << 18;

  private static final int MOST_SHOWN = 160;

  private final Formats formats;

  public StatementReader(Formats formats) {
    this.formats = formats;
  }

  /**
   * Reads a statement to its end.
   *
   * @param in is not closed
   * @throws ProblemException of kind DATA if it is no CSV, or of no known format; UNREADABLE if it
   *     cannot be read to its end
   */
  public Statement read(InputStream in, ReadingTerms terms) {
    try {
      Beginning beginning = Beginning.of(in, terms.file());
      Found found = find(beginning.lines(), terms);
      return rows(beginning.reader(), found, terms);
    } catch (CharacterCodingException e) {
      throw refused(terms, "holds bytes that are not UTF-8", "save it as UTF-8");
    } catch (IOException e) {
      throw new ProblemException(
          Problem.ofFile(Kind.UNREADABLE, terms.file(), "cannot be read to its end", ""));
    }
  }

  /**
   * A header and who knows it.
   *
   * @param line 1-based, where it stands
   */
  private record Found(Formats.Opened opened, Header header, long line, char delimiter) {}

  private Found find(String beginning, ReadingTerms terms) {
    Optional<Header> likely = Optional.empty();
    for (char delimiter : DELIMITERS) {
      for (CsvRecord record : first(beginning, delimiter)) {
        Header header = new Header(record.getFields());
        Optional<Formats.Opened> opened = formats.open(header, terms);
        if (opened.isPresent()) {
          return new Found(opened.get(), header, record.getStartingLineNumber(), delimiter);
        }
        boolean blank = Row.isBlank(record.getFields());
        if (!blank
            && likely.filter(best -> best.names().size() >= header.names().size()).isEmpty()) {
          likely = Optional.of(header);
        }
      }
    }
    throw unknown(likely, terms);
  }

  /** The first rows; what cannot be split ends them. */
  private static List<CsvRecord> first(String beginning, char delimiter) {
    List<CsvRecord> first = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = csv(delimiter).ofCsvRecord(beginning)) {
      Iterator<CsvRecord> records = csv.iterator();
      while (records.hasNext()) {
        CsvRecord next = records.next();
        if (next.getStartingLineNumber() > PREAMBLE) {
          break;
        }
        first.add(next);
      }
    } catch (CsvParseException | IOException e) {
      return first;
    }
    return first;
  }

  private static CsvReader.CsvReaderBuilder csv(char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(LONGEST_CELL);
  }

  private ProblemException unknown(Optional<Header> likely, ReadingTerms terms) {
    if (likely.isEmpty()) {
      return refused(terms, "is empty", "");
    }
    String seen = shown(String.join(",", likely.get().written()));
    String near =
        formats
            .nearest(likely.get())
            .map(
                known -> "; the nearest known is " + known.source() + "'s " + shown(known.header()))
            .orElse("");
    return refused(
        terms,
        "has no header that is known here; seen is " + seen + near,
        formats.remedy(likely.get()));
  }

  private static String shown(String header) {
    return "`"
        + (header.length() > MOST_SHOWN ? header.substring(0, MOST_SHOWN) + "..." : header)
        + "`";
  }

  private static ProblemException refused(ReadingTerms terms, String message, String remedy) {
    return new ProblemException(Problem.ofFile(Kind.DATA, terms.file(), message, remedy));
  }

  private static Statement rows(Reader reader, Found found, ReadingTerms terms) throws IOException {
    Collector into = new Collector(terms);
    StatementFormat.Rows rows = found.opened().rows();
    int count = 0;
    long line = 1;
    try (CsvReader<CsvRecord> csv = csv(found.delimiter()).ofCsvRecord(new EndMark(reader))) {
      Iterator<CsvRecord> records = csv.iterator();
      while (records.hasNext()) {
        CsvRecord next = records.next();
        Row row = new Row(next.getStartingLineNumber(), next.getFields(), found.header());
        if (EndMark.ends(row.cells())) {
          if (!EndMark.isAlone(row.cells())) {
            into.fault(row.line(), openQuote());
          }
          break;
        }
        line = row.line();
        if (line > found.line() && !row.isBlank() && !rows.isFooter(row)) {
          count++;
          into.read(line);
          read(row, found, rows, into);
        }
      }
    } catch (CsvParseException | NoSuchElementException e) {
      into.fault(
          line + 1,
          new RowFault(
              "what follows is no CSV: a quote that is not closed, text behind one, or a cell of more than "
                  + LONGEST_CELL
                  + " characters",
              "export the file again"));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    rows.end(into);
    return new Statement(
        terms.file(),
        found.opened().format().source(),
        found.opened().format().isTool(),
        count,
        into.inOrder(),
        into.joined(),
        into.balances,
        into.faults);
  }

  private static RowFault openQuote() {
    return new RowFault(
        "a quote is not closed in this row, so that all the rest of the file is in it",
        "close it, or export the file again");
  }

  private static void read(Row row, Found found, StatementFormat.Rows rows, Collector into) {
    try {
      checkShape(row, found.header());
      rows.read(row, into);
    } catch (RowFault e) {
      into.fault(row.line(), e);
    }
  }

  private static void checkShape(Row row, Header header) {
    int columns = header.names().size();
    int cells = row.cells().size();
    if (cells < columns) {
      throw new RowFault(
          "the row has " + cells + " cells, the header " + columns, "is the file cut off?");
    }
    for (int i = columns; i < cells; i++) {
      if (!row.cells().get(i).isBlank()) {
        throw new RowFault(
            "the row has " + cells + " cells, the header " + columns,
            "does an amount hold a comma without quotes around it?");
      }
    }
    if (header.written().equals(row.cells())) {
      throw new RowFault("the header stands here again", "import the two exports one by one");
    }
  }

  /** What the rows of one file say. */
  private static final class Collector implements StatementFormat.Sink {
    private final ReadingTerms terms;
    private final EntryColumns entries = new EntryColumns();
    private final BalanceColumns balances = new BalanceColumns();
    private final List<Statement.Fault> faults = new ArrayList<>();
    private final BitSet lines = new BitSet();

    Collector(ReadingTerms terms) {
      this.terms = terms;
    }

    /** What waited for later rows stands at its own row again. */
    List<Entry> inOrder() {
      faults.sort(Comparator.comparingLong(fault -> fault.origin().line()));
      return Timeline.byLine(entries);
    }

    void read(long line) {
      lines.set(Math.toIntExact(line));
    }

    /** The rows at which neither an entry nor a fault stands. */
    BitSet joined() {
      BitSet joined = (BitSet) lines.clone();
      for (int i = 0; i < entries.size(); i++) {
        joined.clear(entries.places().line(i));
      }
      faults.forEach(fault -> joined.clear(Math.toIntExact(fault.origin().line())));
      return joined;
    }

    @Override
    public void add(Entry entry) {
      entries.add(entry);
    }

    @Override
    public void fault(long line, RowFault fault) {
      faults.add(
          new Statement.Fault(terms.at(line), String.valueOf(fault.getMessage()), fault.remedy()));
    }

    @Override
    public void balance(Balance balance) {
      balances.add(balance);
    }
  }
}
