package allot.render;

import allot.allocation.Allocation;
import allot.money.ExactDecimal;
import allot.portfolio.Portfolio;
import allot.price.Timestamp;
import allot.problem.Warning;
import allot.rebalance.Alternative;
import allot.rebalance.Destination;
import allot.rebalance.RebalancePlan;
import allot.rebalance.RebalanceSettings;
import allot.rebalance.RebalanceSettings.Objective;
import allot.rebalance.RebalanceSettings.Sides;
import allot.rebalance.Trade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How a plan of trades reads. It says what follows from what; which way to go is the reader's. */
public final class RebalanceView {
  private final RebalancePlan plan;
  private final RebalanceSettings settings;
  private final Allocation before;
  private final Portfolio portfolio;
  private final Figures figures;

  private RebalanceView(RebalancePlan plan) {
    this.plan = plan;
    this.settings = plan.settings();
    this.before = plan.before();
    this.portfolio = before.valuation().portfolio();
    this.figures = Figures.of(before);
  }

  public static Document document(
      RebalancePlan plan, List<Alternative> alternatives, List<Warning> warnings) {
    RebalanceView view = new RebalanceView(plan);
    RebalanceTables tables = new RebalanceTables(plan);
    List<Section> sections = new ArrayList<>();
    sections.add(Section.untitled(view.header()));
    sections.add(
        plan.trades().isEmpty()
            ? Section.untitled(view.noTrades())
            : Section.of("Trades", tables.trades()));
    if (tables.hasLots()) {
      sections.add(Section.of("Lots", tables.lots()));
    }
    if (!plan.transfers().isEmpty()) {
      sections.add(Section.of("Transfers, after the sells", tables.transfers()));
    }
    if (!plan.untraded().isEmpty()) {
      sections.add(Section.of("Left undone", tables.untraded()));
    }
    sections.add(Section.of("Mix", tables.mix()));
    if (!plan.trades().isEmpty() || plan.residue() != 0) {
      sections.add(Section.of("Costs and tax", view.costs()));
    }
    if (!alternatives.isEmpty()) {
      sections.add(Section.of("Other ways", new WaysTable(plan, alternatives).block()));
    }
    if (!warnings.isEmpty()) {
      sections.add(Section.of("Warnings", WarningLines.of(warnings)));
    }
    return new Document(sections);
  }

  private Block header() {
    List<Fact> facts = new ArrayList<>();
    if (!portfolio.name().isEmpty()) {
      facts.add(Fact.of("Portfolio", Cell.of(portfolio.name(), Tone.STRONG)));
    }
    facts.add(
        isNothingToDo()
            ? Fact.of("Plan", Cell.of("none, for every bucket is in band", Tone.STRONG))
            : Fact.of("Plan", Cell.of(destination(), Tone.STRONG), Cell.of(objective())));
    if (settings.cash() != 0) {
      facts.add(
          Fact.of(
              settings.cash() > 0 ? "New money" : "Withdrawal",
              figures.money(Math.abs(settings.cash()))));
    }
    facts.add(Fact.of("As of", Timestamp.words(before.valuation().at(), portfolio.zone())));
    facts.add(Fact.of("Target", ReportView.targetInWords(portfolio.target())));
    facts.add(
        Fact.of(
            "Terms",
            Cell.of(lots()),
            Cell.of(figures.feeOfOrder(settings.fee(), settings.fixed())),
            Cell.of(leastOrder())));
    plan.fallback().ifPresent(why -> facts.add(Fact.of("Fallback", why)));
    return new Facts(facts);
  }

  private String destination() {
    Destination to = settings.to();
    if (settings.sides() == Sides.ONLY_BUY) {
      return "buys only, what is furthest below its target first";
    } else if (settings.sides() == Sides.ONLY_SELL) {
      return "sells only, what is furthest above its target first";
    } else if (to.equals(Destination.TARGET)) {
      return "every bucket to its target";
    } else if (to.equals(Destination.EDGE)) {
      return "every bucket to the edge of its band";
    } else if (to.equals(Destination.HALF)) {
      return "every bucket into the inner half of its band";
    }
    return "every bucket into the inner "
        + ExactDecimal.plain(to.fraction().movePointRight(2))
        + " % of its band";
  }

  private String objective() {
    if (settings.sides() != Sides.BOTH) {
      return "";
    }
    return settings.minimize() == Objective.TAX ? "least tax and fees" : "least turnover";
  }

  private String lots() {
    if (settings.sides() == Sides.ONLY_BUY) {
      return "";
    }
    String asked = settings.lots().label();
    String words =
        switch (plan.method()) {
          case FIFO -> "oldest lots first (fifo)";
          case LIFO -> "youngest lots first (lifo)";
          case HIFO -> "dearest lots first (hifo)";
          case MIN_TAX -> "lots by least tax (min-tax)";
        };
    return plan.method() == settings.lots() ? words : words + " instead of " + asked;
  }

  private String leastOrder() {
    return settings.minOrder() == 0 ? "" : "orders from " + figures.money(settings.minOrder());
  }

  private boolean isNothingToDo() {
    return plan.trades().isEmpty()
        && before.inBand().orElse(false)
        && settings.cash() == 0
        && !settings.force();
  }

  private Block noTrades() {
    if (isNothingToDo()) {
      return Lines.of(
          Cell.of("every bucket is in band: no trades; --force trades anyway", Tone.GOOD));
    }
    return Lines.of(
        plan.untraded().isEmpty()
            ? Cell.of("nothing is to be traded", Tone.GOOD)
            : Cell.of("no trades: what there would be is left undone", Tone.WARN));
  }

  private Block costs() {
    List<Fact> facts = new ArrayList<>();
    if (!plan.trades().isEmpty()) {
      facts.add(
          Fact.of(
              "Turnover",
              Cell.of(figures.money(plan.turnover())),
              Cell.of("sells " + figures.bare(plan.sold())),
              Cell.of("buys " + figures.bare(plan.bought())),
              Cell.of("fees " + figures.bare(plan.fees()))));
    }
    if (plan.trades().stream().anyMatch(Trade::isSale)) {
      facts.add(Fact.of("Gain", gain()));
      facts.add(Fact.of("Tax", tax()));
    }
    plan.beyondNeed()
        .ifPresent(
            beyond ->
                facts.add(
                    Fact.of(
                        "Beyond need",
                        figures.money(beyond.cents())
                            + " more sold than the mix needs: tax and fees are "
                            + figures.money(beyond.saves())
                            + " less for it")));
    facts.add(Fact.of("Cash held", cashHeld()));
    return new Facts(facts);
  }

  private Cell gain() {
    return plan.gains()
        .map(
            gains ->
                Cell.of(
                    "short-term "
                        + figures.signed(gains.shortTerm())
                        + ", long-term "
                        + figures.signed(gains.longTerm())
                        + " "
                        + portfolio.currency().code()))
        .orElse(Cell.of("unknown: something sold has no cost or no date", Tone.WARN));
  }

  private Cell tax() {
    String year = String.valueOf(settings.today().getYear());
    if (plan.tax().isPresent()) {
      BigDecimal tax = plan.tax().get();
      String change = figures.money(tax.abs()) + (tax.signum() < 0 ? " less" : " more");
      return tax.signum() == 0
          ? Cell.of("of " + year + " unchanged")
          : Cell.of(change + " for " + year, tax.signum() < 0 ? Tone.GOOD : Tone.PLAIN);
    }
    return settings.tax().isEmpty()
        ? Cell.of("unknown: the file's `tax` has no rates", Tone.MUTED)
        : Cell.of("unknown, as the gain is", Tone.WARN);
  }

  private String cashHeld() {
    long residue = plan.residue();
    if (residue == 0) {
      return "unchanged";
    }
    return (residue > 0 ? "rises by " : "falls by ") + figures.money(Math.abs(residue));
  }
}
