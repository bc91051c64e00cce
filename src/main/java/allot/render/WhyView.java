package allot.render;

import allot.allocation.Explanation;
import allot.allocation.Explanation.Step;
import allot.catalog.Asset;
import allot.money.CurrencyUnit;
import allot.money.ExactDecimal;
import allot.problem.Warning;
import java.util.ArrayList;
import java.util.List;

/** How the arithmetic of one asset reads. */
public final class WhyView {
  private WhyView() {}

  public static Document document(
      Explanation explanation, CurrencyUnit currency, List<Warning> warnings) {
    Asset asset = explanation.asset();
    List<Section> sections = new ArrayList<>();
    String title = asset.isKnown() ? asset.symbol() + ", " + asset.name() : asset.symbol();
    sections.add(Section.of(title, new Facts(identity(asset))));
    List<List<Cell>> rows = new ArrayList<>();
    for (Step step : explanation.steps()) {
      rows.add(
          List.of(
              Cell.of(step.label()),
              Cell.of(value(step, currency), Tone.STRONG),
              Cell.of(step.from(), Tone.MUTED)));
    }
    sections.add(
        Section.of(
            "Step by step",
            new Table(
                List.of(
                    Column.left("step", Fit.KEEP),
                    Column.right("value", Fit.KEEP),
                    Column.left("from", Fit.WRAP)),
                rows)));
    List<Warning> about = about(asset, warnings);
    if (!about.isEmpty()) {
      sections.add(Section.of("Warnings", WarningLines.of(about)));
    }
    return new Document(sections);
  }

  /** The warnings that are about an asset. */
  public static List<Warning> about(Asset asset, List<Warning> warnings) {
    List<Warning> about = new ArrayList<>();
    for (Warning warning : warnings) {
      // what LOW_CONFIDENCE says, the note above says in full
      if (warning.asset().filter(asset.symbol()::equals).isPresent()
          && warning.code() != Warning.Code.LOW_CONFIDENCE) {
        about.add(warning);
      }
    }
    return about;
  }

  private static List<Fact> identity(Asset asset) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Id", Cell.of(asset.isKnown() ? asset.id() : "in no catalogue")));
    if (!asset.sector().isEmpty()) {
      facts.add(Fact.of("Sector", Cell.of(asset.sector())));
    }
    if (!asset.homes().isEmpty()) {
      facts.add(Fact.of("Homes", Cell.of(String.join(", ", asset.homes()))));
    }
    if (!asset.origin().source().isEmpty()) {
      facts.add(Fact.of("Source", Cell.of(asset.origin().source())));
    }
    if (!asset.origin().note().isEmpty()) {
      facts.add(Fact.of("Note", Cell.of(asset.origin().note())));
    }
    return facts;
  }

  private static String value(Step step, CurrencyUnit currency) {
    if (step.text().isPresent()) {
      return step.text().get();
    }
    String number = step.number().map(ExactDecimal::plain).orElse("?");
    return switch (step.unit()) {
      case MONEY, PRICE -> number + " " + currency.code();
      case PERCENT -> number + " %";
      case QUANTITY, TEXT -> number;
    };
  }
}
