package allot.record;

import allot.catalog.Asset;
import allot.money.Apportionment;
import allot.portfolio.Classification;
import allot.portfolio.Classification.By;
import allot.portfolio.Holding;
import allot.portfolio.HoldingChange;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.portfolio.WrittenPrice;
import allot.record.LotLine.Happened;
import allot.tax.LotPart;
import allot.tax.LotSale;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Books what happened on a portfolio. A purchase adds a lot to the account's tradable holding of
 * the asset, a sale takes from its lots, a move takes lots from one account to another, and cash
 * follows. A part of a lot costs its share of the lot's cost, half-even to 8 decimals, and the rest
 * keeps the remainder: no unit and no cent of cost gets lost.
 */
public final class Bookkeeper {
  private final Portfolio portfolio;
  private final Refusals refusals;
  private final Asset cash;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, BigDecimal> flows = new LinkedHashMap<>();
  private final Map<String, List<Integer>> awaited = new HashMap<>();
  private final List<LotLine> lots = new ArrayList<>();

  private Bookkeeper(Portfolio portfolio, String file) {
    this.portfolio = portfolio;
    this.refusals = new Refusals(portfolio, file);
    this.cash = portfolio.catalog().byId(portfolio.currency().code()).orElseThrow();
    portfolio.holdings().forEach(holding -> rows.add(Row.of(holding)));
  }

  /**
   * Books entries in their order; cash counts when all of them are booked.
   *
   * @param file the portfolio's, as messages name it
   * @throws allot.problem.ProblemException if more is sold or moved than is held, lots do not add
   *     up or are not those that a plan names, or cash would fall below zero
   */
  public static Recording book(Portfolio portfolio, String file, List<Entry> entries) {
    Bookkeeper books = new Bookkeeper(portfolio, file);
    for (Entry entry : entries) {
      books.book(entry);
    }
    books.settleCash();
    return books.recording(entries);
  }

  private void book(Entry entry) {
    if (entry instanceof Entry.Buy buy) {
      book(buy);
    } else if (entry instanceof Entry.Sell sell) {
      book(sell);
    } else if (entry instanceof Entry.Move move) {
      book(move);
    } else if (entry instanceof Entry.Cash money) {
      flow(money.account(), money.amount());
      awaited.put(money.account(), money.awaited());
    }
  }

  private void book(Entry.Buy buy) {
    Deal deal = buy.deal();
    Lot lot = new Lot(Optional.of(deal.date()), deal.quantity(), Optional.of(deal.cost()));
    WrittenPrice price = new WrittenPrice(deal.price(), Optional.of(buy.quoted()));
    Row row = receiver(deal.asset(), deal.account(), Optional.of(price));
    add(row, List.of(lot));
    lots.add(new LotLine(Happened.ADDED, deal.asset(), deal.account(), lot, Optional.empty()));
    pay(deal.account(), deal.cost().negate(), buy.payment());
  }

  private void book(Entry.Sell sell) {
    Deal deal = sell.deal();
    List<LotPart> parts =
        taking(deal.asset(), deal.account(), sell.origin())
            .take(deal.quantity(), sell.lots(), Optional.of(deal.date()));
    for (LotSale sale : sales(parts, deal.proceeds(), deal.date())) {
      lots.add(
          new LotLine(
              Happened.SOLD, deal.asset(), deal.account(), units(sale.part()), Optional.of(sale)));
    }
    pay(deal.account(), deal.proceeds(), sell.payment());
  }

  private List<LotSale> sales(List<LotPart> parts, BigDecimal proceeds, LocalDate date) {
    int decimals = Math.max(portfolio.currency().decimals(), proceeds.stripTrailingZeros().scale());
    BigInteger cents = proceeds.movePointRight(decimals).toBigIntegerExact();
    List<BigInteger> shares =
        Apportionment.split(cents.abs(), parts.stream().map(LotPart::quantity).toList());
    List<LotSale> sales = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      BigDecimal share = new BigDecimal(shares.get(i), decimals);
      BigDecimal signed = cents.signum() < 0 ? share.negate() : share;
      sales.add(new LotSale(parts.get(i), signed, date));
    }
    return sales;
  }

  private static Lot units(LotPart part) {
    return new Lot(part.lot().acquired(), part.quantity(), part.cost());
  }

  private void book(Entry.Move move) {
    if (portfolio.isOwnCash(move.asset())) {
      BigDecimal held = cashIn(move.from());
      if (held.compareTo(move.quantity()) < 0) {
        throw refusals.tooMuch(move.origin(), move.asset(), move.from(), held, move.quantity());
      }
      flow(move.from(), move.quantity().negate());
      flow(move.to(), move.quantity());
      return;
    }
    List<Row> sources = tradable(move.asset(), move.from());
    List<LotPart> parts =
        taking(move.asset(), move.from(), move.origin())
            .take(move.quantity(), move.lots(), Optional.empty());
    List<Lot> moved = new ArrayList<>();
    for (LotPart part : parts) {
      moved.add(units(part));
      lots.add(
          new LotLine(Happened.MOVED, move.asset(), move.from(), units(part), Optional.empty()));
    }
    Optional<WrittenPrice> price = sources.get(0).holding().price();
    add(receiver(move.asset(), move.to(), price), moved);
  }

  private void add(Row row, List<Lot> gained) {
    if (row.lotsBeyondQuantity().signum() != 0) {
      throw refusals.lotsApart(row);
    }
    row.add(gained);
  }

  private Taking taking(Asset asset, String account, Origin origin) {
    return new Taking(asset, account, tradable(asset, account), origin, refusals);
  }

  private List<Row> tradable(Asset asset, String account) {
    List<Row> found = new ArrayList<>();
    for (Row row : rows) {
      boolean same =
          row.holding().asset().id().equals(asset.id()) && row.holding().account().equals(account);
      if (same && row.isTradable()) {
        found.add(row);
      }
    }
    return found;
  }

  /** Where units of an asset go: the account's first tradable holding of it, else a new one. */
  private Row receiver(Asset asset, String account, Optional<WrittenPrice> price) {
    List<Row> found = tradable(asset, account);
    if (!found.isEmpty()) {
      return found.get(0);
    }
    Row row =
        Row.added(
            new Holding(
                asset,
                BigDecimal.ZERO,
                price,
                account,
                Role.TRADABLE,
                classification(asset),
                List.of(),
                Optional.empty(),
                ""));
    rows.add(row);
    return row;
  }

  /** As the first holding of the asset has it, which may be in a bucket of its own. */
  private Classification classification(Asset asset) {
    for (Holding holding : portfolio.holdings()) {
      if (holding.asset().id().equals(asset.id())) {
        return holding.classification();
      }
    }
    return switch (asset.origin().basis()) {
      case OWN -> new Classification(asset.bucket(), By.OWN_ASSET, asset.origin().source());
      case NONE -> new Classification(asset.bucket(), By.NOBODY, "");
      case ARTICLE, RULE -> new Classification(asset.bucket(), By.CATALOGUE, "");
    };
  }

  private void pay(String account, BigDecimal amount, Payment payment) {
    boolean moves =
        switch (payment) {
          case ELSEWHERE -> false;
          case WHERE_HELD -> !tradable(cash, account).isEmpty();
          case ALWAYS -> true;
        };
    if (moves) {
      flow(account, amount);
    }
  }

  private void flow(String account, BigDecimal amount) {
    flows.merge(account, amount, BigDecimal::add);
  }

  private BigDecimal cashIn(String account) {
    BigDecimal held = BigDecimal.ZERO;
    for (Row row : tradable(cash, account)) {
      held = held.add(row.quantity());
    }
    return held;
  }

  private void settleCash() {
    flows.forEach(
        (account, change) -> {
          if (change.signum() > 0) {
            Row row = receiver(cash, account, Optional.empty());
            row.setQuantity(row.quantity().add(change));
          } else if (change.signum() < 0) {
            spend(account, change.negate());
          }
        });
  }

  private void spend(String account, BigDecimal amount) {
    BigDecimal held = cashIn(account);
    if (held.compareTo(amount) < 0) {
      List<Integer> sales = awaited.getOrDefault(account, List.of());
      throw refusals.tooLittleCash(account, held, amount, sales);
    }
    BigDecimal left = amount;
    for (Row row : tradable(cash, account)) {
      BigDecimal part = left.min(row.quantity());
      row.setQuantity(row.quantity().subtract(part));
      left = left.subtract(part);
    }
  }

  private Recording recording(List<Entry> entries) {
    List<HoldingChange> changes = new ArrayList<>();
    List<Holding> added = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Optional<String> unwritable = row.outOfBounds();
      if (unwritable.isPresent()) {
        throw refusals.outOfBounds(entries.get(0).origin().kind(), row, unwritable.get());
      }
      if (row.isNew()) {
        added.add(row.after());
      } else {
        row.change(i).ifPresent(changes::add);
      }
    }
    return new Recording(portfolio, entries, changes, added, lots);
  }
}
