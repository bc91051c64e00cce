package allot.render;

import allot.allocation.Allocation;
import allot.allocation.Explanation;
import allot.allocation.Provenance;
import allot.allocation.Valuation;
import allot.catalog.Asset;
import allot.money.ExactDecimal;
import allot.portfolio.Classification;
import allot.price.Timestamp;
import allot.problem.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The document allot.why/1. A step's value is a number, a text, or null if it is unknown. */
public record WhyJson(
    String schema,
    String asOf,
    String currency,
    List<Envelope.Input> inputs,
    String asset,
    @Nullable String id,
    List<Step> steps,
    Placement classification,
    List<Envelope.Notice> warnings) {

  /** One step of the arithmetic with its operands. */
  public record Step(String label, @Nullable Object value, String from) {}

  /** The bucket of the asset, who says so, and on what evidence. */
  public record Placement(
      String bucket,
      String by,
      @Nullable String reason,
      String basis,
      @Nullable String source,
      @Nullable String confidence,
      @Nullable String asOf,
      @Nullable String note) {}

  public static WhyJson of(
      Allocation allocation,
      Explanation explanation,
      List<Warning> warnings,
      List<Envelope.Input> inputs) {
    Valuation valuation = allocation.valuation();
    Asset asset = explanation.asset();
    List<Step> steps = new ArrayList<>();
    for (Explanation.Step step : explanation.steps()) {
      steps.add(new Step(step.label(), value(step), step.from()));
    }
    return new WhyJson(
        "allot.why/1",
        Timestamp.format(valuation.at()),
        valuation.portfolio().currency().code(),
        inputs,
        asset.symbol(),
        Envelope.id(asset),
        steps,
        placement(asset, explanation.classifications().get(0)),
        Envelope.notices(warnings));
  }

  private static Placement placement(Asset asset, Classification classification) {
    Asset.Origin origin = asset.origin();
    return new Placement(
        classification.bucket().name(),
        Provenance.inWords(asset, classification),
        textOrNull(classification.reason()),
        origin.basis().label(),
        textOrNull(origin.source()),
        origin.confidence().map(Asset.Confidence::label).orElse(null),
        textOrNull(origin.asOf()),
        textOrNull(origin.note()));
  }

  private static @Nullable String textOrNull(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty()).orElse(null);
  }

  /** A step as a row of a table: its value is a number or a text. */
  public record Row(String label, @Nullable Object value, String from) {}

  /** The steps as rows. */
  public static List<Row> rows(Explanation explanation) {
    List<Row> rows = new ArrayList<>();
    for (Explanation.Step step : explanation.steps()) {
      rows.add(new Row(step.label(), value(step), step.from()));
    }
    return rows;
  }

  private static @Nullable Object value(Explanation.Step step) {
    return step.text().isPresent()
        ? step.text().get()
        : step.number().map(ExactDecimal::normal).orElse(null);
  }
}
