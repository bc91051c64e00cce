package allot.simulate;

import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.catalog.Match;
import allot.portfolio.Classification;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.rebalance.RebalancePlan;
import allot.rebalance.Trade;
import allot.tax.LotPart;
import allot.tax.LotSale;
import allot.tax.LotSelection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a strategy holds on its way through a history: rows as in a portfolio file, exact, with
 * their lots. Money between accounts is not told apart. Not for several threads.
 */
final class ExactLedger {
  private final Portfolio portfolio;
  private final List<Holding> rows;

  /**
   * @param rows what is held at the beginning; all that is not cash has lots
   */
  ExactLedger(Portfolio portfolio, List<Holding> rows) {
    this.portfolio = portfolio;
    this.rows = new ArrayList<>(rows);
  }

  List<Holding> rows() {
    return rows;
  }

  /** Books what a plan trades, and the cash that it leaves or takes. */
  void book(RebalancePlan plan, LocalDate day) {
    for (Trade trade : plan.trades()) {
      if (trade.isSale()) {
        sell(trade);
      } else {
        buy(
            trade.asset(),
            trade.bucket(),
            trade.account(),
            trade.quantity(),
            money(trade.value() + trade.fee()),
            day);
      }
    }
    addCash(money(plan.residue()));
  }

  BigDecimal money(long cents) {
    return BigDecimal.valueOf(cents, portfolio.currency().decimals());
  }

  /**
   * Adds units as a lot of that day.
   *
   * @param cost of all of them, the fee included
   */
  void buy(
      Asset asset,
      Bucket bucket,
      String account,
      BigDecimal quantity,
      BigDecimal cost,
      LocalDate day) {
    Lot lot = new Lot(Optional.of(day), quantity, Optional.of(cost));
    for (int i = 0; i < rows.size(); i++) {
      Holding row = rows.get(i);
      if (isOf(row, asset, bucket) && row.account().equals(account)) {
        List<Lot> lots = new ArrayList<>(row.lots());
        lots.add(lot);
        rows.set(i, with(row, row.quantity().add(quantity), lots));
        return;
      }
    }
    rows.add(row(asset, bucket, account, quantity, List.of(lot)));
  }

  private static boolean isOf(Holding row, Asset asset, Bucket bucket) {
    return row.role() == Role.TRADABLE
        && row.asset().id().equals(asset.id())
        && row.bucket().equals(bucket);
  }

  private void sell(Trade trade) {
    if (trade.lots().isEmpty()) {
      sellUnknown(trade);
    }
    for (LotSale sale : trade.lots()) {
      take(sale.part());
    }
  }

  /** Nothing is known of what is sold, so which of it goes makes no difference. */
  private void sellUnknown(Trade trade) {
    List<Lot> unknown = new ArrayList<>();
    for (Holding row : rows) {
      if (isOf(row, trade.asset(), trade.bucket()) && row.account().equals(trade.account())) {
        for (Lot lot : row.lots()) {
          if (lot.acquired().isEmpty() && lot.cost().isEmpty()) {
            unknown.add(lot);
          }
        }
      }
    }
    LotSelection.inOrder(unknown, trade.quantity()).forEach(this::take);
  }

  /** Equal lots are told apart by identity. */
  @SuppressWarnings("ReferenceEquality")
  private void take(LotPart part) {
    for (int i = 0; i < rows.size(); i++) {
      Holding row = rows.get(i);
      for (int k = 0; k < row.lots().size(); k++) {
        if (row.lots().get(k) == part.lot()) {
          List<Lot> lots = new ArrayList<>(row.lots());
          Optional<Lot> rest = part.rest();
          if (rest.isPresent()) {
            lots.set(k, rest.get());
          } else {
            lots.remove(k);
          }
          BigDecimal left = row.quantity().subtract(part.quantity());
          if (left.signum() == 0) {
            rows.remove(i);
          } else {
            rows.set(i, with(row, left, lots));
          }
          return;
        }
      }
    }
    throw new IllegalStateException("a lot is sold that is not held");
  }

  /** Adds money, or takes it: of all tradable cash, the first rows first. */
  void addCash(BigDecimal change) {
    BigDecimal left = change;
    for (int i = 0; i < rows.size() && left.signum() != 0; i++) {
      Holding row = rows.get(i);
      if (row.role() == Role.TRADABLE && portfolio.isOwnCash(row.asset())) {
        BigDecimal after = row.quantity().add(left).max(BigDecimal.ZERO);
        left = left.subtract(after.subtract(row.quantity()));
        rows.set(i, with(row, after, row.lots()));
      }
    }
    if (left.signum() > 0) {
      rows.add(row(cash(portfolio), Bucket.STABLECOIN, "", left, List.of()));
    } else if (left.signum() < 0) {
      throw new IllegalStateException("more cash is spent than is held");
    }
  }

  /** Money of the portfolio's own currency. */
  static Asset cash(Portfolio portfolio) {
    return portfolio.catalog().find(portfolio.currency().code()) instanceof Match.Found found
        ? found.asset()
        : Asset.cash(portfolio.currency().code());
  }

  static Holding row(
      Asset asset, Bucket bucket, String account, BigDecimal quantity, List<Lot> lots) {
    return new Holding(
        asset,
        quantity,
        Optional.empty(),
        account,
        Role.TRADABLE,
        new Classification(bucket, Classification.By.CATALOGUE, ""),
        lots,
        Optional.empty(),
        "");
  }

  static Holding with(Holding row, BigDecimal quantity, List<Lot> lots) {
    return new Holding(
        row.asset(),
        quantity,
        Optional.empty(),
        row.account(),
        row.role(),
        row.classification(),
        lots,
        Optional.empty(),
        row.note());
  }
}
