package allot.render;

import allot.allocation.Exposure;
import allot.catalog.AssetCatalog;
import allot.money.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a portfolio leans on beside its buckets, as tables. */
record ExposureTables(Exposure exposure, AssetCatalog catalog) {

  /** The AI sectors, the largest first, then what is not about AI. */
  Table sectors() {
    List<Exposure.Part> ai = exposure.aiSectors();
    Optional<BigDecimal> aiValue = Optional.of(BigDecimal.ZERO);
    for (Exposure.Part part : ai) {
      aiValue = aiValue.flatMap(sum -> part.value().map(sum::add));
    }
    Optional<BigDecimal> whole = aiValue.filter(value -> value.signum() > 0);
    List<List<Cell>> rows = new ArrayList<>();
    for (Exposure.Part part : ai) {
      String share =
          whole
              .flatMap(w -> part.value().map(v -> Fraction.of(v.movePointRight(2), w)))
              .map(fraction -> words(fraction) + " %")
              .orElse("?");
      rows.add(List.of(Cell.of(part.name()), weight(part), Cell.of(share), assets(part)));
    }
    for (Exposure.Part part : exposure.sectors()) {
      if (!ai.contains(part)) {
        Cell name = Cell.of(part.name(), Tone.MUTED);
        rows.add(List.of(name, weight(part), Cell.of("not AI", Tone.MUTED), assets(part)));
      }
    }
    return new Table(
        List.of(
            Column.left("sector", Fit.KEEP),
            Column.right("weight", Fit.KEEP),
            Column.right("of AI part", Fit.KEEP),
            Column.left("assets", Fit.SHRINK)),
        rows);
  }

  /** The host chains, the largest first. */
  Table hosts() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Exposure.Part part : exposure.hosts()) {
      rows.add(List.of(Cell.of(catalog.chainName(part.name())), weight(part), assets(part)));
    }
    return new Table(
        List.of(
            Column.left("chain", Fit.KEEP),
            Column.right("weight", Fit.KEEP),
            Column.left("assets", Fit.SHRINK)),
        rows);
  }

  private Cell weight(Exposure.Part part) {
    return exposure
        .weight(part)
        .map(weight -> Cell.of(words(weight) + " %"))
        .orElse(Cell.of("?", Tone.MUTED));
  }

  private static Cell assets(Exposure.Part part) {
    return Cell.of(String.join(" ", part.assets()), Tone.MUTED);
  }

  private static String words(Fraction percent) {
    return percent.rounded(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
