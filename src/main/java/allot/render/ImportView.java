package allot.render;

import allot.money.CurrencyUnit;
import allot.money.ExactDecimal;
import allot.portfolio.Lot;
import allot.statement.Ledger;
import allot.statement.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How an import that was written reads: what was read, and what is held after it. */
public final class ImportView {
  private ImportView() {}

  /**
   * @param notes what the user should know, a line each
   * @param written where it went, as a sentence
   */
  public static Document document(
      List<Statement> statements,
      Ledger ledger,
      CurrencyUnit currency,
      List<String> notes,
      String written) {
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("Statements", statements(statements)));
    if (!ledger.positions().isEmpty()) {
      sections.add(Section.of("Holdings", holdings(ledger, new Figures(currency))));
    }
    if (!notes.isEmpty()) {
      Cell[] lines = notes.stream().map(Cell::of).toArray(Cell[]::new);
      sections.add(Section.of("Notes", Lines.bullets(lines)));
    }
    sections.add(Section.untitled(Lines.of(written)));
    return new Document(sections);
  }

  private static Table statements(List<Statement> statements) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Statement statement : statements) {
      rows.add(
          List.of(
              Cell.of(statement.file()),
              Cell.of(statement.source()),
              Cell.of(String.valueOf(statement.rows())),
              Cell.of(String.valueOf(statement.entries().size())),
              Cell.of(
                  String.valueOf(statement.faults().size()),
                  statement.faults().isEmpty() ? Tone.MUTED : Tone.WARN)));
    }
    return new Table(
        List.of(
            Column.left("file", Fit.SHRINK),
            Column.left("format", Fit.KEEP),
            Column.right("rows", Fit.KEEP),
            Column.right("entries", Fit.KEEP),
            Column.right("left out", Fit.KEEP)),
        rows);
  }

  private static Table holdings(Ledger ledger, Figures figures) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Ledger.Position position : ledger.positions()) {
      rows.add(
          List.of(
              Cell.of(position.coin().code(), Tone.STRONG),
              Cell.of(position.account()),
              Cell.of(ExactDecimal.plain(position.quantity())),
              Cell.of(String.valueOf(position.lots().size())),
              Cell.of(cost(position.lots()).map(figures::bare).orElse("?"))));
    }
    return new Table(
        List.of(
            Column.left("asset", Fit.KEEP),
            Column.left("account", Fit.SHRINK),
            Column.right("quantity", Fit.KEEP),
            Column.right("lots", Fit.KEEP),
            Column.right("cost", Fit.KEEP)),
        rows);
  }

  private static Optional<BigDecimal> cost(List<Lot> lots) {
    BigDecimal cost = BigDecimal.ZERO;
    for (Lot lot : lots) {
      if (lot.cost().isEmpty()) {
        return Optional.empty();
      }
      cost = cost.add(lot.cost().get());
    }
    return Optional.of(cost);
  }
}
