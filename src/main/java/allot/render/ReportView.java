package allot.render;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.allocation.BucketShare.Standing;
import allot.allocation.Exposure;
import allot.allocation.Finding;
import allot.allocation.Valuation;
import allot.allocation.Verdict;
import allot.money.ExactDecimal;
import allot.money.Fraction;
import allot.money.Money;
import allot.portfolio.Portfolio;
import allot.portfolio.TargetMix;
import allot.price.Age;
import allot.price.Timestamp;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a report reads. */
public final class ReportView {
  private static final String UNKNOWN = "?";

  /** The bars end a little beyond the largest weight or band, at a multiple of this. */
  private static final BigDecimal SCALE_STEP = BigDecimal.TEN;

  private final Allocation allocation;
  private final Exposure exposure;
  private final Valuation valuation;
  private final Portfolio portfolio;

  private ReportView(Allocation allocation, Exposure exposure) {
    this.allocation = allocation;
    this.exposure = exposure;
    this.valuation = allocation.valuation();
    this.portfolio = valuation.portfolio();
  }

  public static Document document(
      Allocation allocation, Exposure exposure, List<Warning> warnings, Verdict verdict) {
    ReportView view = new ReportView(allocation, exposure);
    List<Section> sections = new ArrayList<>();
    sections.add(Section.untitled(view.header()));
    sections.add(Section.of("Buckets", view.buckets()));
    if (!allocation.valuation().positions().isEmpty()) {
      sections.add(Section.of("Holdings", HoldingsTable.of(allocation)));
      if (!exposure.sectors().isEmpty()) {
        ExposureTables tables =
            new ExposureTables(exposure, allocation.valuation().portfolio().catalog());
        sections.add(Section.of("AI sectors", tables.sectors()));
        sections.add(Section.of("Host chains", tables.hosts()));
      }
      sections.add(Section.of("Spread and deposit", view.spread()));
    }
    List<Cell> unpriced = unpriced(verdict);
    if (!unpriced.isEmpty()) {
      sections.add(Section.of("Not priced", new Lines(unpriced, Marker.BULLET)));
    }
    if (!warnings.isEmpty()) {
      sections.add(Section.of("Warnings", WarningLines.of(warnings)));
    }
    sections.add(Section.untitled(NextStep.of(allocation, verdict).lines()));
    return new Document(sections);
  }

  private static List<Cell> unpriced(Verdict verdict) {
    List<Cell> lines = new ArrayList<>();
    for (Finding finding : verdict.findings()) {
      if (finding.code() == Finding.Code.NO_PRICE || finding.code() == Finding.Code.FUTURE_PRICE) {
        lines.add(Cell.of(finding.message(), Tone.BAD));
      }
    }
    return lines;
  }

  private Block header() {
    List<Fact> facts = new ArrayList<>();
    if (!portfolio.name().isEmpty()) {
      facts.add(Fact.of("Portfolio", Cell.of(portfolio.name(), Tone.STRONG)));
    }
    facts.add(Fact.of("Value", value()));
    String oldest =
        valuation.oldestAge().map(age -> ", oldest price " + Age.words(age) + " old").orElse("");
    facts.add(
        Fact.of("As of", Cell.of(Timestamp.words(valuation.at(), portfolio.zone()) + oldest)));
    facts.add(Fact.of("Target", Cell.of(targetInWords(portfolio.target()))));
    allocation
        .totalDrift()
        .ifPresent(
            drift ->
                facts.add(
                    Fact.of(
                        "Total drift",
                        Cell.of(
                            twoDecimals(drift)
                                + " points, "
                                + twoDecimals(allocation.accuracy().orElseThrow())
                                + " percent on target"))));
    return new Facts(facts);
  }

  /** {@code layer-2 40 / layer-1 30 / ...}. */
  static String targetInWords(TargetMix target) {
    StringBuilder words = new StringBuilder();
    target
        .percents()
        .forEach(
            (bucket, percent) ->
                words
                    .append(words.length() == 0 ? "" : " / ")
                    .append(bucket)
                    .append(' ')
                    .append(ExactDecimal.plain(percent)));
    return words.toString();
  }

  private Cell value() {
    if (valuation.total().isPresent()) {
      return Cell.of(money(valuation.total().get()), Tone.STRONG);
    }
    int unpriced = 0;
    for (var position : valuation.held()) {
      unpriced += position.value().isPresent() ? 0 : 1;
    }
    return Cell.of(
        "at least "
            + money(valuation.knownValue())
            + "; "
            + unpriced
            + " of "
            + valuation.held().size()
            + " not priced",
        Tone.BAD);
  }

  private Block buckets() {
    List<Column> columns =
        List.of(
            Column.left("bucket", Fit.KEEP),
            Column.right("value", Fit.KEEP),
            Column.right("weight", Fit.KEEP),
            Column.right("target", Fit.KEEP),
            Column.right("drift", Fit.KEEP),
            Column.right("band", Fit.KEEP),
            Column.left("status", Fit.KEEP),
            Column.right("to target", Fit.KEEP),
            Column.bars(""));
    BigDecimal scale = scale();
    List<List<Cell>> rows = new ArrayList<>();
    for (BucketShare share : allocation.shares()) {
      rows.add(row(share, scale));
    }
    return new Table(columns, rows);
  }

  private List<Cell> row(BucketShare share, BigDecimal scale) {
    String target = ExactDecimal.plain(share.target()) + " %";
    Cell bucket = Cell.of(share.bucket().name());
    Cell value = Cell.of(share.value().map(this::figures).orElse(UNKNOWN));
    if (share.standing().isEmpty()) {
      Cell unknown = Cell.of(UNKNOWN, Tone.MUTED);
      return List.of(
          bucket, value, unknown, Cell.of(target), unknown, unknown, unknown, unknown, Cell.of(""));
    }
    Standing standing = share.standing().get();
    Tone tone = standing.status() == BucketShare.Status.IN ? Tone.PLAIN : Tone.WARN;
    BigDecimal drift = standing.shownWeight().subtract(share.target());
    return List.of(
        bucket,
        value,
        Cell.of(standing.shownWeight().toPlainString() + " %", tone),
        Cell.of(target),
        Cell.of(signed(drift), tone),
        Cell.of(Standing.edge(standing.low()) + "–" + Standing.edge(standing.high())),
        status(standing.status()),
        Cell.of(toTarget(standing.toTarget()), tone),
        Cell.bar(
            Optional.of(standing.shownWeight()),
            share.target(),
            standing.low().rounded(2, RoundingMode.HALF_EVEN),
            standing.high().rounded(2, RoundingMode.HALF_EVEN),
            scale,
            tone));
  }

  private static Cell status(BucketShare.Status status) {
    return Cell.of(
        status == BucketShare.Status.IN ? "in band" : status.label(),
        status == BucketShare.Status.IN ? Tone.GOOD : Tone.WARN);
  }

  private String toTarget(BigDecimal amount) {
    BigDecimal shown = amount.setScale(portfolio.currency().decimals(), RoundingMode.HALF_EVEN);
    return switch (shown.signum()) {
      case 0 -> "-";
      case 1 -> "buy " + figures(shown);
      default -> "sell " + figures(shown.negate());
    };
  }

  private BigDecimal scale() {
    BigDecimal most = SCALE_STEP;
    for (BucketShare share : allocation.shares()) {
      if (share.standing().isPresent()) {
        Standing standing = share.standing().get();
        most = most.max(standing.shownWeight());
        most = most.max(standing.high().rounded(2, RoundingMode.UP));
      }
    }
    return scaleOf(most);
  }

  /** What the right end of a table's bars stands for. */
  static BigDecimal scaleOf(BigDecimal most) {
    BigDecimal steps = most.max(BigDecimal.ONE).divide(SCALE_STEP, 0, RoundingMode.CEILING);
    return steps.multiply(SCALE_STEP).min(BigDecimal.valueOf(100));
  }

  private Block spread() {
    List<Fact> facts = new ArrayList<>();
    Optional<Fraction> effective = exposure.effectiveAssets();
    if (effective.isPresent()) {
      Exposure.Part largest = exposure.assets().get(0);
      facts.add(
          Fact.of(
              "Concentration",
              Cell.of(
                  "as "
                      + effective.get().rounded(1, RoundingMode.HALF_EVEN)
                      + " equal assets (HHI "
                      + exposure.hhi().orElseThrow().rounded(3, RoundingMode.HALF_EVEN)
                      + "); the largest is "
                      + largest.assets().get(0)
                      + " with "
                      + twoDecimals(exposure.weight(largest).orElseThrow())
                      + " %")));
    }
    String deposit =
        allocation
            .depositToTarget()
            .map(d -> d.rounded(portfolio.currency().decimals(), RoundingMode.CEILING))
            .map(d -> money(d) + " of new money reaches the target without a sale")
            .orElse(
                valuation.weighable().isPresent()
                    ? "none: only a sale clears what has target 0"
                    : UNKNOWN);
    facts.add(Fact.of("Deposit", Cell.of(deposit)));
    return new Facts(facts);
  }

  private String money(BigDecimal amount) {
    return Money.of(amount, portfolio.currency()).format();
  }

  private String figures(BigDecimal amount) {
    return Money.of(amount, portfolio.currency()).figures();
  }

  private static String signed(BigDecimal number) {
    String plain = number.toPlainString();
    return number.signum() > 0
        ? "+" + plain
        : number.signum() == 0 ? plain : "−" + plain.substring(1);
  }

  private static String twoDecimals(Fraction number) {
    return number.rounded(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
