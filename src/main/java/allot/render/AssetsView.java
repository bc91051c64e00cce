package allot.render;

import allot.catalog.Asset;
import java.util.ArrayList;
import java.util.List;

/** How the catalogue reads: one asset with all its provenance, several as a table. */
public final class AssetsView {
  private static final int SHOWN_IN_FULL = 2;

  private AssetsView() {}

  public static Document document(List<Asset> assets) {
    if (assets.isEmpty()) {
      return new Document(
          List.of(
              Section.untitled(
                  new Lines(List.of(Cell.of("no asset of the catalogue matches")), Marker.NONE))));
    }
    if (assets.size() <= SHOWN_IN_FULL) {
      List<Section> sections = new ArrayList<>();
      for (Asset asset : assets) {
        sections.add(Section.of(asset.symbol() + ", " + asset.name(), inFull(asset)));
      }
      return new Document(sections);
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Asset asset : assets) {
      rows.add(row(asset));
    }
    Lines count = new Lines(List.of(Cell.of(assets.size() + " assets", Tone.MUTED)), Marker.NONE);
    return new Document(List.of(Section.untitled(new Table(columns(), rows), count)));
  }

  private static List<Column> columns() {
    return List.of(
        Column.left("symbol", Fit.KEEP),
        Column.left("bucket", Fit.KEEP),
        Column.left("sector", Fit.KEEP),
        Column.left("sure", Fit.KEEP),
        Column.left("basis", Fit.KEEP),
        Column.left("id", Fit.SHRINK),
        Column.left("hosts", Fit.drop(1)),
        Column.left("name", Fit.drop(2)));
  }

  private static List<Cell> row(Asset asset) {
    return List.of(
        Cell.of(asset.symbol(), Tone.STRONG),
        Cell.of(asset.bucket().name()),
        Cell.of(asset.sector()),
        confidence(asset),
        Cell.of(asset.origin().basis().label()),
        Cell.of(asset.id()),
        Cell.of(String.join(" ", asset.homes()), Tone.MUTED),
        Cell.of(asset.name(), Tone.MUTED));
  }

  private static Cell confidence(Asset asset) {
    return asset
        .origin()
        .confidence()
        .map(
            c ->
                Cell.of(
                    c.label(),
                    switch (c) {
                      case HIGH -> Tone.PLAIN;
                      case MEDIUM -> Tone.WARN;
                      case LOW -> Tone.BAD;
                    }))
        .orElse(Cell.of(""));
  }

  private static Facts inFull(Asset asset) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Id", Cell.of(asset.id())));
    facts.add(Fact.of("Bucket", Cell.of(asset.bucket().name(), Tone.STRONG)));
    facts.add(Fact.of("Sector", Cell.of(asset.sector())));
    if (!asset.homes().isEmpty()) {
      facts.add(Fact.of("Homes", Cell.of(String.join(", ", asset.homes()))));
    }
    asset.peg().ifPresent(peg -> facts.add(Fact.of("Peg", Cell.of(peg))));
    if (!asset.aliases().isEmpty()) {
      facts.add(Fact.of("Aliases", Cell.of(String.join(", ", asset.aliases()))));
    }
    asset.successor().ifPresent(next -> facts.add(Fact.of("Converts to", Cell.of(next))));
    if (asset.market() == Asset.Market.NONE) {
      facts.add(Fact.of("Market", Cell.of("none: no price can be had", Tone.WARN)));
    }
    facts.add(Fact.of("Basis", Cell.of(asset.origin().basis().label())));
    facts.add(Fact.of("Confidence", confidence(asset)));
    facts.add(Fact.of("Source", Cell.of(asset.origin().source())));
    if (!asset.origin().note().isEmpty()) {
      facts.add(Fact.of("Note", Cell.of(asset.origin().note())));
    }
    facts.add(Fact.of("As of", Cell.of(asset.origin().asOf())));
    return new Facts(facts);
  }
}
