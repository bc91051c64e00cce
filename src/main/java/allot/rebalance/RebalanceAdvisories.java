package allot.rebalance;

import allot.catalog.Asset;
import allot.money.CurrencyUnit;
import allot.money.Money;
import allot.portfolio.TaxProfile;
import allot.portfolio.TaxProfile.WashSale;
import allot.problem.Warning;
import allot.problem.Warning.Code;
import allot.tax.Gains;
import allot.tax.LotSale;
import allot.tax.TaxYear;
import allot.tax.Term;
import allot.tax.WashSales;
import allot.tax.WashSales.Washed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the reader of a plan of trades should know beside it: all of it about the tax of sales. */
public final class RebalanceAdvisories {
  /** A lot that turns long-term within so many days is told of. */
  public static final int SOON_DAYS = 60;

  /** Until the day before, own books identify units that a broker holds (Notice 2026-20). */
  private static final LocalDate BROKER_IDENTIFIES = LocalDate.of(2027, 1, 1);

  private final RebalancePlan plan;
  private final LocalDate today;
  private final CurrencyUnit currency;
  private final List<Warning> warnings = new ArrayList<>();

  private RebalanceAdvisories(RebalancePlan plan) {
    this.plan = plan;
    this.today = plan.settings().today();
    this.currency = plan.before().valuation().portfolio().currency();
  }

  public static List<Warning> of(RebalancePlan plan) {
    RebalanceAdvisories advisories = new RebalanceAdvisories(plan);
    List<Trade> sales = plan.trades().stream().filter(Trade::isSale).toList();
    sales.forEach(advisories::costUnknown);
    advisories.washSales(sales);
    sales.forEach(advisories::soonLongTerm);
    advisories.otherTaxYear();
    advisories.lotIdentification(sales);
    return List.copyOf(advisories.warnings);
  }

  private void costUnknown(Trade sale) {
    boolean none = sale.lots().isEmpty();
    boolean noCost = none || sale.lots().stream().anyMatch(lot -> lot.gain().isEmpty());
    boolean noDate = none || sale.lots().stream().anyMatch(lot -> lot.term().isEmpty());
    if (noCost || noDate) {
      String lacking = noCost && noDate ? "cost and no date" : noCost ? "cost" : "date";
      String symbol = sale.asset().symbol();
      String where = sale.account().isEmpty() ? "" : " in " + sale.account();
      warnings.add(
          Warning.of(
              Code.COST_UNKNOWN,
              symbol,
              symbol
                  + where
                  + ": the file has no "
                  + lacking
                  + " for what is sold: gain and tax are unknown"));
    }
  }

  private void washSales(List<Trade> sales) {
    WashSale rule = plan.settings().washSale();
    if (rule == WashSale.OFF) {
      return;
    }
    Map<Asset, BigDecimal> losses = new LinkedHashMap<>();
    List<Washed> left = new ArrayList<>(plan.washed());
    for (Trade trade : sales) {
      for (LotSale sale : trade.lots()) {
        Optional<Washed> washed = left.stream().filter(w -> w.sale().equals(sale)).findFirst();
        if (washed.isPresent()) {
          left.remove(washed.get());
          losses.merge(trade.asset(), washed.get().loss(), BigDecimal::add);
        }
      }
    }
    String outcome = rule == WashSale.DISALLOW ? "it is not counted here" : "it is counted here";
    losses.forEach(
        (asset, loss) ->
            warnings.add(
                Warning.of(
                    Code.WASH_SALE,
                    asset.symbol(),
                    asset.symbol()
                        + ": "
                        + money(loss)
                        + " of loss is on units bought within "
                        + WashSales.DAYS
                        + " days of the sale; whether the wash-sale rule covers crypto is"
                        + " unsettled; "
                        + outcome)));
  }

  private void soonLongTerm(Trade trade) {
    for (LotSale sale : trade.lots()) {
      BigDecimal gain = sale.gain().orElse(BigDecimal.ZERO);
      if (gain.signum() > 0 && sale.term().filter(Term.SHORT::equals).isPresent()) {
        LocalDate from = sale.longTermFrom().orElseThrow();
        Optional<BigDecimal> saving = savedLater(gain);
        if (ChronoUnit.DAYS.between(today, from) <= SOON_DAYS
            && saving.filter(saved -> saved.signum() <= 0).isEmpty()) {
          warnings.add(soonLongTerm(trade.asset().symbol(), sale, gain, from, saving));
        }
      }
    }
  }

  private Warning soonLongTerm(
      String symbol, LotSale sale, BigDecimal gain, LocalDate from, Optional<BigDecimal> saving) {
    long days = ChronoUnit.DAYS.between(today, from);
    StringBuilder text = new StringBuilder(symbol);
    text.append(": the lot of ").append(sale.part().lot().acquired().orElseThrow());
    text.append(", sold at a gain of ").append(money(gain));
    text.append(", is long-term from ").append(from);
    text.append(days == 1 ? ", tomorrow" : ", in " + days + " days");
    if (from.getYear() != today.getYear()) {
      text.append(", when the gain is of the tax year ").append(from.getYear());
    }
    saving.ifPresent(saved -> text.append("; as long-term it costs ").append(money(saved)));
    text.append(saving.isPresent() ? " less tax" : "");
    return Warning.of(Code.SOON_LONG_TERM, symbol, text.toString());
  }

  /**
   * What the year's tax would be less by if so much of the short-term gain were long-term; empty if
   * the tax is unknown.
   */
  private Optional<BigDecimal> savedLater(BigDecimal gain) {
    if (plan.gains().isEmpty() || plan.settings().tax().isEmpty()) {
      return Optional.empty();
    }
    Gains now = plan.gains().get();
    Gains later = now.plus(Term.SHORT, gain.negate()).plus(Term.LONG, gain);
    TaxYear year = plan.settings().tax().get();
    return Optional.of(year.change(now).subtract(year.change(later)));
  }

  private void otherTaxYear() {
    plan.before()
        .valuation()
        .portfolio()
        .tax()
        .flatMap(TaxProfile::yearToDate)
        .filter(gains -> gains.year() != today.getYear())
        .ifPresent(
            gains ->
                warnings.add(
                    Warning.of(
                        Code.OTHER_TAX_YEAR,
                        "`yearToDate` is of "
                            + gains.year()
                            + ", the trades are of "
                            + today.getYear()
                            + ": its gains are not used")));
  }

  private void lotIdentification(List<Trade> sales) {
    boolean fromLots = sales.stream().anyMatch(sale -> !sale.lots().isEmpty());
    if (fromLots && !today.isBefore(BROKER_IDENTIFIES)) {
      warnings.add(
          Warning.of(
              Code.LOT_IDENTIFICATION,
              "for sales from "
                  + BROKER_IDENTIFIES
                  + " on, lots that a custodial broker holds have to be identified with it no later"
                  + " than the sale"));
    }
  }

  private String money(BigDecimal amount) {
    return Money.of(amount, currency).format();
  }
}
