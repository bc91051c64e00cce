package allot.render;

import allot.money.ExactDecimal;
import allot.rebalance.RebalancePlan;
import allot.rebalance.Trade;
import allot.tax.LotSale;
import allot.tax.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order of allot.rebalance/1.
 *
 * @param id null if the asset is in no catalogue
 * @param lots what a sale takes; empty for a buy and where neither lots nor cost are known
 * @param n counts from 1
 */
public record TradeRow(
    String side,
    String asset,
    @Nullable String id,
    String bucket,
    String account,
    BigDecimal quantity,
    BigDecimal price,
    BigDecimal value,
    BigDecimal fee,
    String reason,
    List<LotRow> lots,
    int n) {

  /** What a sale takes of a lot. */
  public record LotRow(
      @Nullable String acquired,
      BigDecimal quantity,
      BigDecimal proceeds,
      @Nullable BigDecimal cost,
      @Nullable BigDecimal gain,
      @Nullable String term,
      @Nullable String longTermFrom) {

    private static LotRow of(LotSale sale) {
      return new LotRow(
          sale.part().lot().acquired().map(LocalDate::toString).orElse(null),
          ExactDecimal.normal(sale.part().quantity()),
          Envelope.money(sale.proceeds()),
          Envelope.money(sale.part().cost()),
          Envelope.money(sale.gain()),
          sale.term().map(Term::label).orElse(null),
          sale.longTermFrom().map(LocalDate::toString).orElse(null));
    }
  }

  /** A lot of a trade, or a trade without lots: a line of the table. */
  public record TableRow(
      int n,
      String side,
      String asset,
      @Nullable String id,
      String bucket,
      String account,
      BigDecimal quantity,
      BigDecimal price,
      BigDecimal value,
      BigDecimal fee,
      String reason,
      @Nullable String acquired,
      @Nullable BigDecimal lotQuantity,
      @Nullable BigDecimal proceeds,
      @Nullable BigDecimal cost,
      @Nullable BigDecimal gain,
      @Nullable String term,
      @Nullable String longTermFrom) {

    static TableRow of(TradeRow trade, @Nullable LotRow lot) {
      return new TableRow(
          trade.n(),
          trade.side(),
          trade.asset(),
          trade.id(),
          trade.bucket(),
          trade.account(),
          trade.quantity(),
          trade.price(),
          trade.value(),
          trade.fee(),
          trade.reason(),
          lot == null ? null : lot.acquired(),
          lot == null ? null : lot.quantity(),
          lot == null ? null : lot.proceeds(),
          lot == null ? null : lot.cost(),
          lot == null ? null : lot.gain(),
          lot == null ? null : lot.term(),
          lot == null ? null : lot.longTermFrom());
    }
  }

  static List<TradeRow> of(RebalancePlan plan) {
    int decimals = plan.before().valuation().portfolio().currency().decimals();
    List<TradeRow> rows = new ArrayList<>();
    for (Trade trade : plan.trades()) {
      rows.add(
          new TradeRow(
              trade.side().label(),
              trade.asset().symbol(),
              Envelope.id(trade.asset()),
              trade.bucket().name(),
              trade.account(),
              ExactDecimal.normal(trade.quantity()),
              ExactDecimal.normal(trade.price()),
              ExactDecimal.normal(BigDecimal.valueOf(trade.value(), decimals)),
              ExactDecimal.normal(BigDecimal.valueOf(trade.fee(), decimals)),
              trade.reason().label(),
              trade.lots().stream().map(LotRow::of).toList(),
              rows.size() + 1));
    }
    return rows;
  }

  /** The trades as a table: a line for each lot. */
  public static List<TableRow> table(RebalancePlan plan) {
    List<TableRow> lines = new ArrayList<>();
    for (TradeRow trade : of(plan)) {
      if (trade.lots().isEmpty()) {
        lines.add(TableRow.of(trade, null));
      }
      trade.lots().forEach(lot -> lines.add(TableRow.of(trade, lot)));
    }
    return lines;
  }
}
