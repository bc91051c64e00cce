package allot.render;

import allot.money.ExactDecimal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the reading of statements reads: a line for each entry and each fault. */
public final class DryRunView {
  private DryRunView() {}

  public static Document document(ImportJson read) {
    List<Section> sections = new ArrayList<>();
    if (!read.entries().isEmpty()) {
      sections.add(Section.of("Entries", entries(read)));
    }
    if (!read.faults().isEmpty()) {
      sections.add(Section.of("Rows that cannot be read", faults(read)));
    }
    sections.add(
        Section.untitled(
            Lines.of(
                read.entries().size()
                    + " entries, "
                    + read.faults().size()
                    + " rows that cannot be read; nothing is written (dry run)")));
    return new Document(sections);
  }

  private static Table entries(ImportJson read) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ImportJson.EntryRow entry : read.entries()) {
      rows.add(
          List.of(
              Cell.of(entry.source(), Tone.MUTED),
              Cell.of(entry.at().substring(0, 10)),
              Cell.of(entry.label().isEmpty() ? entry.kind() : entry.kind() + ", " + entry.label()),
              Cell.of(leg("+", entry.in(), entry.inAsset()), Tone.STRONG),
              Cell.of(leg("−", entry.out(), entry.outAsset())),
              Cell.of(leg("", entry.fee(), entry.feeAsset())),
              Cell.of(
                  entry.toAccount().isEmpty()
                      ? entry.account()
                      : entry.account() + " to " + entry.toAccount())));
    }
    return new Table(
        List.of(
            Column.left("row", Fit.SHRINK),
            Column.left("date", Fit.KEEP),
            Column.left("kind", Fit.SHRINK),
            Column.left("in", Fit.KEEP),
            Column.left("out", Fit.KEEP),
            Column.left("fee", Fit.KEEP),
            Column.left("account", Fit.drop(1))),
        rows);
  }

  private static String leg(String sign, @Nullable BigDecimal quantity, @Nullable String asset) {
    return quantity == null ? "" : sign + ExactDecimal.plain(quantity) + " " + asset;
  }

  private static Table faults(ImportJson read) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ImportJson.FaultRow fault : read.faults()) {
      rows.add(List.of(Cell.of(fault.source()), Cell.of(fault.message(), Tone.WARN)));
    }
    return new Table(List.of(Column.left("row", Fit.KEEP), Column.left("why", Fit.WRAP)), rows);
  }
}
