package allot.render;

import allot.dca.DcaSchedule;
import allot.dca.DcaSchedule.Funding;
import allot.dca.DcaSchedule.Instalment;
import allot.dca.DcaSchedule.Limit;
import allot.dca.DcaSchedule.Order;
import allot.money.CurrencyUnit;
import allot.money.ExactDecimal;
import allot.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables that only some plans of buys have: limits, and what pays for it. */
final class DcaTables {
  private final DcaSchedule schedule;
  private final CurrencyUnit currency;

  DcaTables(DcaSchedule schedule) {
    this.schedule = schedule;
    this.currency = schedule.before().valuation().portfolio().currency();
  }

  boolean hasLimits() {
    return schedule.instalments().stream()
        .flatMap(i -> i.orders().stream())
        .anyMatch(order -> !order.limits().isEmpty());
  }

  /** The ladder of the first instalment that has one; the others differ in their money alone. */
  Block limits() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Instalment instalment : schedule.instalments()) {
      for (Order order : instalment.orders()) {
        for (Limit limit : order.limits()) {
          rows.add(row(instalment, order, limit));
        }
      }
      if (!rows.isEmpty()) {
        break;
      }
    }
    return new Table(
        List.of(
            Column.left("asset", Fit.KEEP),
            Column.left("date", Fit.KEEP),
            Column.right("below", Fit.KEEP),
            Column.right("limit", Fit.KEEP),
            Column.right("amount", Fit.KEEP),
            Column.right("fills", Fit.KEEP)),
        rows);
  }

  private List<Cell> row(Instalment instalment, Order order, Limit limit) {
    String fills =
        limit
            .fillProbability()
            .map(p -> p.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN) + " %")
            .orElse("?");
    return List.of(
        Cell.of(order.asset().symbol()),
        Cell.of(instalment.date().toString()),
        Cell.of(ExactDecimal.plain(limit.rung().offset()) + " %"),
        Cell.of(ExactDecimal.plain(limit.rung().price())),
        Cell.of(figures(limit.rung().cents())),
        Cell.of(fills));
  }

  Block honesty() {
    List<Cell> lines = new ArrayList<>();
    Optional<Long> unfilled =
        schedule.instalments().stream()
            .filter(i -> !i.done())
            .findFirst()
            .flatMap(Instalment::expectedUnfilled);
    unfilled.ifPresent(
        cents ->
            lines.add(
                Cell.of(
                    "Of the first instalment about "
                        + Money.of(amount(cents), currency).format()
                        + " probably do not fill; carry them to the next one.")));
    lines.add(
        Cell.of(
            "A limit that falls back to the market when it expires saves nothing on average: what"
                + " it gains when it fills it pays when it does not."));
    return new Lines(lines, Marker.NONE);
  }

  boolean hasFunding() {
    return schedule.instalments().stream().anyMatch(i -> !i.funding().isEmpty());
  }

  Block funding() {
    Map<String, Long> cents = new LinkedHashMap<>();
    Map<String, BigDecimal> quantities = new LinkedHashMap<>();
    Map<String, Boolean> disposals = new LinkedHashMap<>();
    for (Instalment instalment : schedule.instalments()) {
      for (Funding source : instalment.funding()) {
        String name = source.asset().symbol() + " " + source.account();
        cents.merge(name, source.cents(), Long::sum);
        quantities.merge(name, source.quantity(), BigDecimal::add);
        disposals.put(name, source.disposal());
      }
    }
    List<List<Cell>> rows = new ArrayList<>();
    cents.forEach(
        (name, sum) ->
            rows.add(
                List.of(
                    Cell.of(name.strip()),
                    Cell.of(ExactDecimal.plain(quantities.getOrDefault(name, BigDecimal.ZERO))),
                    Cell.of(figures(sum)),
                    disposals.getOrDefault(name, false)
                        ? Cell.of("taxable disposal", Tone.WARN)
                        : Cell.of("cash, no disposal", Tone.MUTED))));
    return new Table(
        List.of(
            Column.left("source", Fit.KEEP),
            Column.right("quantity", Fit.KEEP),
            Column.right("amount", Fit.KEEP),
            Column.left("tax", Fit.KEEP)),
        rows);
  }

  private BigDecimal amount(long cents) {
    return BigDecimal.valueOf(cents, currency.decimals());
  }

  private String figures(long cents) {
    return Money.of(amount(cents), currency).figures();
  }
}
