package allot.render;

import allot.money.ExactDecimal;
import allot.price.Timestamp;
import allot.statement.Entry;
import allot.statement.Leg;
import allot.statement.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The document allot.import/1: how every row of statements is read, nothing being written. */
public record ImportJson(
    String schema,
    String asOf,
    String currency,
    List<Envelope.Input> inputs,
    List<FileRow> files,
    List<EntryRow> entries,
    List<FaultRow> faults,
    List<Envelope.Notice> warnings) {

  /** A statement. */
  public record FileRow(String file, String format, int rows, int entries, int faults) {}

  /** An entry: what came, what went and the fee, each a quantity and what it is of. */
  public record EntryRow(
      String source,
      String at,
      String kind,
      String account,
      @Nullable BigDecimal in,
      @Nullable String inAsset,
      @Nullable BigDecimal out,
      @Nullable String outAsset,
      @Nullable BigDecimal fee,
      @Nullable String feeAsset,
      @Nullable BigDecimal value,
      String toAccount,
      String label) {}

  /** A row that cannot be read. */
  public record FaultRow(String source, String message) {}

  /**
   * @param asOf the instant of the run
   */
  public static ImportJson of(List<Statement> statements, String currency, Instant asOf) {
    List<FileRow> files = new ArrayList<>();
    List<EntryRow> entries = new ArrayList<>();
    List<FaultRow> faults = new ArrayList<>();
    for (Statement statement : statements) {
      files.add(
          new FileRow(
              statement.file(),
              statement.source(),
              statement.rows(),
              statement.entries().size(),
              statement.faults().size()));
      inOrder(statement).forEach(entry -> entries.add(row(entry)));
      for (Statement.Fault fault : statement.faults()) {
        String remedy = fault.remedy().isEmpty() ? "" : "; " + fault.remedy();
        faults.add(new FaultRow(fault.origin().toString(), fault.message() + remedy));
      }
    }
    return new ImportJson(
        "allot.import/1",
        Timestamp.format(asOf),
        currency,
        List.of(),
        files,
        entries,
        faults,
        List.of());
  }

  /** By line: entries of several rows come when the last of them has been read. */
  private static List<Entry> inOrder(Statement statement) {
    List<Entry> entries = new ArrayList<>(statement.entries());
    entries.sort(Comparator.comparingLong(entry -> entry.origin().line()));
    return entries;
  }

  private static EntryRow row(Entry entry) {
    return new EntryRow(
        entry.origin().toString(),
        Timestamp.format(entry.at()),
        entry.kind().name().toLowerCase(Locale.ROOT),
        entry.account(),
        quantity(entry.in()),
        code(entry.in()),
        quantity(entry.out()),
        code(entry.out()),
        quantity(entry.fee()),
        code(entry.fee()),
        entry.value().map(ExactDecimal::normal).orElse(null),
        entry.toAccount(),
        entry.label());
  }

  private static @Nullable BigDecimal quantity(Optional<Leg> leg) {
    return leg.map(one -> ExactDecimal.normal(one.quantity())).orElse(null);
  }

  private static @Nullable String code(Optional<Leg> leg) {
    return leg.map(one -> one.coin().code()).orElse(null);
  }

  /** The entries as one table. */
  public CsvTable table() {
    return CsvTable.ofRecords(EntryRow.class, entries);
  }
}
