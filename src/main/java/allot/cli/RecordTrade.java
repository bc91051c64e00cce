package allot.cli;

import allot.catalog.Asset;
import allot.cli.RecordRequest.Typed;
import allot.cli.RecordRequest.Typed.Action;
import allot.money.ExactDecimal;
import allot.money.Money;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.record.Deal;
import allot.record.Entry;
import allot.record.LotChoice;
import allot.record.Origin;
import allot.record.Payment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** Turns one trade that was typed into what is booked. */
final class RecordTrade {
  private RecordTrade() {}

  static Entry entry(Typed typed, RecordTerms terms) {
    Asset asset = terms.asset(typed.asset());
    LotChoice lots =
        typed
            .lot()
            .<LotChoice>map(date -> new LotChoice.OfDate(date, terms.order()))
            .orElseGet(() -> new LotChoice.Ordered(terms.order()));
    boolean cash = terms.portfolio().isOwnCash(asset);
    if (typed.action() == Action.MOVE) {
      if (cash && typed.lot().isPresent()) {
        throw usage("cash has no lots", "leave out --lot");
      }
      String from = terms.account(typed.from().orElseThrow());
      String to = terms.account(typed.to().orElseThrow());
      if (from.equals(to)) {
        throw usage("--from and --to name the same account", "name two");
      }
      return new Entry.Move(Origin.TYPED, asset, typed.quantity(), from, to, lots);
    }
    if (cash) {
      throw usage(
          asset.symbol() + " is cash of the file itself, and worth 1",
          "write its quantity into the file, or use `record move`");
    }
    Deal deal = deal(typed, asset, terms);
    Payment payment = typed.cash() ? Payment.ALWAYS : Payment.WHERE_HELD;
    return typed.action() == Action.BUY
        ? new Entry.Buy(Origin.TYPED, deal, terms.quoted(deal.date()), payment)
        : new Entry.Sell(Origin.TYPED, deal, lots, payment);
  }

  private static Deal deal(Typed typed, Asset asset, RecordTerms terms) {
    LocalDate date = typed.date().orElse(terms.today());
    terms.refuseFuture(date);
    BigDecimal price = typed.at().orElseThrow();
    int decimals = terms.portfolio().currency().decimals();
    BigDecimal value = typed.quantity().multiply(price).setScale(decimals, RoundingMode.HALF_EVEN);
    BigDecimal fee = typed.fee().orElse(BigDecimal.ZERO);
    if (typed.action() == Action.SELL && fee.compareTo(value) > 0) {
      throw usage(
          "--fee "
              + ExactDecimal.plain(fee)
              + " is more than the sale brings, "
              + Money.of(value, terms.portfolio().currency()).format(),
          "check --fee and --at: both are money");
    }
    String account = typed.account().map(terms::account).orElseGet(() -> terms.accountOf(asset));
    return new Deal(asset, account, typed.quantity(), price, value, fee, date);
  }

  private static ProblemException usage(String what, String remedy) {
    return new ProblemException(Problem.usage(what, remedy));
  }
}
