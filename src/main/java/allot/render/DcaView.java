package allot.render;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.dca.DcaSchedule;
import allot.dca.DcaSchedule.InBandFrom;
import allot.dca.DcaSchedule.Instalment;
import allot.dca.DcaSchedule.Order;
import allot.money.CurrencyUnit;
import allot.money.ExactDecimal;
import allot.money.Money;
import allot.portfolio.TargetMix;
import allot.price.Timestamp;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a plan of buys reads. */
public final class DcaView {
  private static final String STEPS = "▁▂▃▄▅▆▇█";
  private static final int PATH_LENGTH = 26;

  private final DcaSchedule schedule;
  private final Allocation before;
  private final CurrencyUnit currency;
  private final TargetMix target;

  private DcaView(DcaSchedule schedule) {
    this.schedule = schedule;
    this.before = schedule.before();
    this.currency = before.valuation().portfolio().currency();
    this.target = before.valuation().portfolio().target();
  }

  /**
   * @param title what the plan is, in one line
   * @param how why it buys what it buys, in one line
   */
  public static Document document(
      DcaSchedule schedule, String title, String how, List<Warning> warnings) {
    DcaView view = new DcaView(schedule);
    List<Section> sections = new ArrayList<>();
    sections.add(Section.untitled(view.header(title, how)));
    sections.add(Section.of("Instalments", view.instalments()));
    DcaTables tables = new DcaTables(schedule);
    if (tables.hasLimits()) {
      sections.add(Section.of("Limits", tables.limits(), tables.honesty()));
    }
    if (tables.hasFunding()) {
      sections.add(Section.of("Paid from", tables.funding()));
    }
    sections.add(Section.of("Path of the mix", view.path()));
    sections.add(Section.of("Totals", view.totals()));
    if (!warnings.isEmpty()) {
      sections.add(Section.of("Warnings", WarningLines.of(warnings)));
    }
    sections.add(
        Section.untitled(
            new Lines(
                List.of(
                    Cell.of(
                        "Prices are held flat over the plan; plan again on the day.", Tone.MUTED)),
                Marker.NONE)));
    return new Document(sections);
  }

  private Block header(String title, String how) {
    List<Fact> facts = new ArrayList<>();
    String name = before.valuation().portfolio().name();
    if (!name.isEmpty()) {
      facts.add(Fact.of("Portfolio", Cell.of(name, Tone.STRONG)));
    }
    facts.add(Fact.of("Plan", Cell.of(title, Tone.STRONG)));
    facts.add(Fact.of("Buys", Cell.of(how)));
    facts.add(
        Fact.of(
            "As of",
            Cell.of(
                Timestamp.words(before.valuation().at(), before.valuation().portfolio().zone()))));
    facts.add(Fact.of("Target", Cell.of(ReportView.targetInWords(target))));
    facts.add(Fact.of("In band", Cell.of(inBandFrom())));
    facts.add(Fact.of("Or at once", Cell.of(atOnce())));
    return new Facts(facts);
  }

  private String inBandFrom() {
    if (schedule.inBandFrom().isEmpty()) {
      return "not within this plan";
    }
    InBandFrom from = schedule.inBandFrom().get();
    return from.n() == 0 ? "already" : "from " + from.date() + ", instalment " + from.n();
  }

  private String atOnce() {
    return before
        .depositToTarget()
        .map(d -> d.rounded(currency.decimals(), RoundingMode.CEILING))
        .map(d -> "a single deposit of " + Money.of(d, currency).format() + " reaches the target")
        .orElse("no deposit alone reaches the target");
  }

  private Block instalments() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Instalment instalment : schedule.instalments()) {
      Tone tone = instalment.done() ? Tone.MUTED : Tone.PLAIN;
      rows.add(
          List.of(
              Cell.of(String.valueOf(instalment.n()), tone),
              Cell.of(instalment.date().toString(), tone),
              Cell.of(figures(instalment.cents()), tone),
              Cell.of(instalment.carried() == 0 ? "" : figures(instalment.carried()), Tone.MUTED),
              inBand(instalment),
              Cell.of(buys(instalment), tone)));
    }
    return new Table(
        List.of(
            Column.right("n", Fit.KEEP),
            Column.left("date", Fit.KEEP),
            Column.right("amount", Fit.KEEP),
            Column.right("carried", Fit.KEEP),
            Column.left("band", Fit.KEEP),
            Column.left("buys", Fit.WRAP)),
        rows);
  }

  private static Cell inBand(Instalment instalment) {
    return instalment
        .inBand()
        .map(in -> in ? Cell.of("in", Tone.GOOD) : Cell.of("out", Tone.WARN))
        .orElse(Cell.of("done", Tone.MUTED));
  }

  private String buys(Instalment instalment) {
    if (instalment.done()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (Order order : instalment.orders()) {
      text.append(text.length() == 0 ? "" : ", ");
      text.append(order.asset().symbol()).append(' ').append(figures(order.cents()));
    }
    if (instalment.kept() > 0) {
      text.append(text.length() == 0 ? "" : ", ")
          .append("keep ")
          .append(figures(instalment.kept()));
    }
    return text.length() == 0 ? "nothing" : text.toString();
  }

  /** For each bucket its weight now and after the plan, and how it gets there. */
  private Block path() {
    List<List<Cell>> rows = new ArrayList<>();
    for (BucketShare share : before.shares()) {
      List<BigDecimal> weights = weights(share);
      if (weights.isEmpty()) {
        continue;
      }
      String now = share.standing().map(s -> s.shownWeight().toPlainString() + " %").orElse("?");
      rows.add(
          List.of(
              Cell.of(share.bucket().name()),
              Cell.of(now),
              Cell.of(weights.get(weights.size() - 1).toPlainString() + " %"),
              Cell.of(ExactDecimal.plain(share.target()) + " %"),
              Cell.of(sparkline(weights))));
    }
    return new Table(
        List.of(
            Column.left("bucket", Fit.KEEP),
            Column.right("now", Fit.KEEP),
            Column.right("after", Fit.KEEP),
            Column.right("target", Fit.KEEP),
            Column.left("on the way", Fit.SHRINK)),
        rows);
  }

  private List<BigDecimal> weights(BucketShare share) {
    List<BigDecimal> weights = new ArrayList<>();
    share.standing().ifPresent(s -> weights.add(s.shownWeight()));
    for (Instalment instalment : schedule.instalments()) {
      Optional.ofNullable(instalment.mix().get(share.bucket()))
          .map(weight -> weight.rounded(2, RoundingMode.HALF_EVEN))
          .ifPresent(weights::add);
    }
    return weights;
  }

  /** A curve in characters, from its own least to its own most; at most so many points. */
  private static String sparkline(List<BigDecimal> weights) {
    BigDecimal least = weights.stream().reduce(BigDecimal::min).orElseThrow();
    BigDecimal most = weights.stream().reduce(BigDecimal::max).orElseThrow();
    BigDecimal span = most.subtract(least);
    StringBuilder line = new StringBuilder();
    int points = Math.min(weights.size(), PATH_LENGTH);
    for (int i = 0; i < points; i++) {
      int at = points == 1 ? 0 : i * (weights.size() - 1) / (points - 1);
      int step =
          span.signum() == 0
              ? STEPS.length() / 2
              : weights
                  .get(at)
                  .subtract(least)
                  .multiply(BigDecimal.valueOf(STEPS.length() - 1L))
                  .divide(span, 0, RoundingMode.HALF_EVEN)
                  .intValueExact();
      line.append(STEPS.charAt(step));
    }
    return line.toString();
  }

  private Block totals() {
    DcaSchedule.Totals totals = schedule.totals();
    List<List<Cell>> rows = new ArrayList<>();
    totals
        .byAsset()
        .forEach(
            (asset, bought) ->
                rows.add(
                    row(asset.symbol(), bought.cents(), ExactDecimal.plain(bought.quantity()))));
    if (totals.kept() > 0) {
      rows.add(row("kept cash", totals.kept(), ""));
    }
    if (totals.carried() > 0) {
      rows.add(row("unspent", totals.carried(), ""));
    }
    rows.add(
        List.of(
            Cell.of("all", Tone.STRONG),
            Cell.of(figures(totals.amount()), Tone.STRONG),
            Cell.of("fees in it " + figures(totals.fees()), Tone.MUTED)));
    return new Table(
        List.of(
            Column.left("asset", Fit.KEEP),
            Column.right("money", Fit.KEEP),
            Column.right("units", Fit.KEEP)),
        rows);
  }

  private List<Cell> row(String name, long cents, String units) {
    return List.of(Cell.of(name), Cell.of(figures(cents)), Cell.of(units));
  }

  private String figures(long cents) {
    return Money.of(BigDecimal.valueOf(cents, currency.decimals()), currency).figures();
  }
}
