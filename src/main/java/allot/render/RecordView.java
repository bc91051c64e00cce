package allot.render;

import allot.money.ExactDecimal;
import allot.portfolio.Holding;
import allot.portfolio.HoldingChange;
import allot.record.Deal;
import allot.record.Entry;
import allot.record.LotLine;
import allot.record.Recording;
import allot.tax.LotSale;
import allot.tax.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How it reads what was written into a portfolio file. */
public final class RecordView {
  private final Recorded recorded;
  private final Recording recording;
  private final Figures figures;

  private RecordView(Recorded recorded) {
    this.recorded = recorded;
    this.recording = recorded.recording();
    this.figures = new Figures(recording.before().currency());
  }

  public static Document document(Recorded recorded) {
    if (recorded.isNothing()) {
      return Document.of(Section.untitled(Lines.of("nothing to record: " + recorded.remark())));
    }
    return new RecordView(recorded).document();
  }

  private Document document() {
    List<Section> sections = new ArrayList<>();
    sections.add(Section.untitled(what()));
    Optional<Block> holdings = holdings();
    holdings.ifPresent(table -> sections.add(Section.of("Holdings", table)));
    if (!recording.lots().isEmpty()) {
      sections.add(Section.of("Lots", lots()));
    }
    if (!recording.cash().isEmpty()) {
      sections.add(Section.of("Cash", cash()));
    }
    sections.add(
        Section.untitled(
            new Lines(
                List.of(
                    Cell.of(
                        recorded.file()
                            + " is written, "
                            + recorded.backup()
                            + " keeps the old one",
                        Tone.MUTED)),
                Marker.NONE)));
    return new Document(sections);
  }

  private Block what() {
    List<Cell> lines = new ArrayList<>();
    for (Entry entry : recording.entries()) {
      String n = entry.origin().n() == 0 ? "" : entry.origin().n() + ". ";
      if (entry instanceof Entry.Buy buy) {
        lines.add(Cell.of(n + bought(buy.deal()), Tone.STRONG));
      } else if (entry instanceof Entry.Sell sell) {
        lines.add(Cell.of(n + sold(sell.deal()), Tone.STRONG));
      } else if (entry instanceof Entry.Move move) {
        lines.add(
            Cell.of(
                n
                    + "moved "
                    + plain(move.quantity())
                    + " "
                    + move.asset().symbol()
                    + " from "
                    + account(move.from())
                    + " to "
                    + account(move.to()),
                Tone.STRONG));
      }
    }
    if (lines.isEmpty()) {
      lines.add(Cell.of("booked cash", Tone.STRONG));
    }
    return new Lines(lines, Marker.NONE);
  }

  private String bought(Deal deal) {
    String fee = deal.fee().signum() == 0 ? "" : " with " + figures.bare(deal.fee()) + " fee";
    return "bought " + units(deal) + " for " + figures.money(deal.cost()) + fee + where(deal);
  }

  private String sold(Deal deal) {
    String fee = deal.fee().signum() == 0 ? "" : " after " + figures.bare(deal.fee()) + " fee";
    return "sold " + units(deal) + " for " + figures.money(deal.proceeds()) + fee + where(deal);
  }

  private static String units(Deal deal) {
    return plain(deal.quantity()) + " " + deal.asset().symbol() + " at " + plain(deal.price());
  }

  private static String where(Deal deal) {
    String account = deal.account().isEmpty() ? "" : " in " + deal.account();
    return account + " on " + deal.date();
  }

  private static String account(String name) {
    return name.isEmpty() ? "(no name)" : name;
  }

  private Optional<Block> holdings() {
    List<List<Cell>> rows = new ArrayList<>();
    for (HoldingChange change : recording.changes()) {
      add(rows, change.after(), plain(change.before().quantity()));
    }
    for (Holding holding : recording.added()) {
      add(rows, holding, "new");
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                List.of(
                    Column.left("asset", Fit.KEEP),
                    Column.left("account", Fit.SHRINK),
                    Column.right("before", Fit.KEEP),
                    Column.right("after", Fit.KEEP)),
                rows));
  }

  private void add(List<List<Cell>> rows, Holding after, String before) {
    if (!recording.before().isOwnCash(after.asset())) {
      rows.add(
          List.of(
              Cell.of(after.asset().symbol()),
              Cell.of(after.account()),
              Cell.of(before),
              Cell.of(plain(after.quantity()), Tone.STRONG)));
    }
  }

  private Block lots() {
    boolean sold = recording.lots().stream().anyMatch(line -> line.sale().isPresent());
    List<List<Cell>> rows = new ArrayList<>();
    for (LotLine line : recording.lots()) {
      Optional<LotSale> sale = line.sale();
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(line.happened().label()));
      row.add(Cell.of(line.asset().symbol()));
      row.add(Cell.of(line.account()));
      row.add(Cell.of(line.units().acquired().map(LocalDate::toString).orElse("?")));
      row.add(Cell.of(plain(line.units().quantity())));
      row.add(Cell.of(line.units().cost().map(figures::bare).orElse("?")));
      if (sold) {
        row.add(Cell.of(sale.map(s -> figures.bare(s.proceeds())).orElse("")));
        row.add(Cell.of(sale.map(s -> s.gain().map(figures::signed).orElse("?")).orElse("")));
        row.add(Cell.of(sale.map(s -> s.term().map(Term::label).orElse("?")).orElse("")));
      }
      rows.add(row);
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.left("", Fit.KEEP));
    columns.add(Column.left("asset", Fit.KEEP));
    columns.add(Column.left("account", Fit.drop(1)));
    columns.add(Column.left("acquired", Fit.KEEP));
    columns.add(Column.right("quantity", Fit.KEEP));
    columns.add(Column.right("cost", Fit.KEEP));
    if (sold) {
      columns.add(Column.right("proceeds", Fit.KEEP));
      columns.add(Column.right("gain", Fit.KEEP));
      columns.add(Column.left("term", Fit.KEEP));
    }
    return new Table(columns, rows);
  }

  private Block cash() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Recording.CashChange cash : recording.cash()) {
      rows.add(
          List.of(
              Cell.of(figures.currency().code()),
              Cell.of(cash.account()),
              Cell.of(figures.bare(cash.before())),
              Cell.of(figures.bare(cash.after()), Tone.STRONG),
              Cell.of(figures.signed(cash.after().subtract(cash.before())))));
    }
    return new Table(
        List.of(
            Column.left("", Fit.KEEP),
            Column.left("account", Fit.SHRINK),
            Column.right("before", Fit.KEEP),
            Column.right("after", Fit.KEEP),
            Column.right("change", Fit.KEEP)),
        rows);
  }

  private static String plain(BigDecimal number) {
    return ExactDecimal.plain(number);
  }
}
