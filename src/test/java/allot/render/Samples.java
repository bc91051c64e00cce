package allot.render;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A small report that has everything a document can have. */
final class Samples {
  private Samples() {}

  static Document report() {
    return Document.of(
        Section.untitled(
            Facts.of(
                Fact.of("total", Cell.of("18,240.12 USD", Tone.STRONG), Cell.of("2 of 2 priced")),
                Fact.of("target", Cell.of("layer-2 40"), Cell.of("layer-1 60")))),
        Section.of("Buckets", buckets()),
        Section.of(
            "Notes",
            Lines.bullets(
                Cell.of(
                    "AKT was priced 31 hours ago, longer ago than --max-price-age allows; its"
                        + " weight may be off.",
                    Tone.WARN)),
            Lines.of("Prices are those of the file — nothing was fetched…")));
  }

  static Table buckets() {
    return new Table(
        List.of(
            Column.left("Bucket", Fit.SHRINK),
            Column.right("Weight", Fit.KEEP),
            Column.right("Drift", Fit.KEEP),
            Column.right("Value", Fit.KEEP),
            Column.left("Status", Fit.KEEP),
            Column.bars("")),
        List.of(
            row("layer-2", "53.10 %", "+13.10", "9,685.50", "over", bar("53.1", "40", "35", "45")),
            row("layer-1", "46.90 %", "−13.10", "8,554.62", "under", bar("46.9", "60", "55", "65")),
            row("unclassified", "0.00 %", "0.00", "0.00", "in", bar("0", "0", "0", "0.1"))));
  }

  static Cell bar(String weight, String target, String low, String high) {
    return Cell.bar(
        Optional.of(new BigDecimal(weight)),
        new BigDecimal(target),
        new BigDecimal(low),
        new BigDecimal(high),
        new BigDecimal("80"),
        Tone.GOOD);
  }

  private static List<Cell> row(
      String name, String weight, String drift, String value, String status, Cell bar) {
    return List.of(
        Cell.of(name),
        Cell.of(weight),
        Cell.of(drift, Tone.WARN),
        Cell.of(value),
        Cell.of(status),
        bar);
  }
}
