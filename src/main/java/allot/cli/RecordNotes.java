package allot.cli;

import allot.cli.RecordPlan.Chosen;
import allot.money.Money;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.portfolio.TaxProfile.Method;
import allot.record.Deal;
import allot.record.Entry;
import allot.record.LotChoice;
import allot.record.Payment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to say beside the answer about how something was recorded. */
final class RecordNotes {
  private final Portfolio portfolio;

  private RecordNotes(Portfolio portfolio) {
    this.portfolio = portfolio;
  }

  static List<String> of(Chosen chosen, RecordTerms terms) {
    RecordNotes notes = new RecordNotes(terms.portfolio());
    List<String> lines = new ArrayList<>();
    if (terms.method() == Method.MIN_TAX && chosen.entries().stream().anyMatch(notes::ordersLots)) {
      lines.add("lots taken by hifo: record knows no min-tax; --lot DATE names others");
    }
    chosen.entries().forEach(entry -> notes.notBooked(entry).ifPresent(lines::add));
    return lines;
  }

  private boolean ordersLots(Entry entry) {
    if (entry instanceof Entry.Sell sell) {
      return sell.lots() instanceof LotChoice.Ordered;
    }
    return entry instanceof Entry.Move move
        && move.lots() instanceof LotChoice.Ordered
        && !portfolio.isOwnCash(move.asset());
  }

  private Optional<String> notBooked(Entry entry) {
    if (entry instanceof Entry.Sell sell && isNotBooked(sell.deal(), sell.payment())) {
      String proceeds = "the proceeds, " + money(sell.deal().proceeds()) + ", are not booked: ";
      return Optional.of(proceeds + hasNoRow(sell.deal()) + "; --cash makes one");
    }
    if (entry instanceof Entry.Buy buy && isNotBooked(buy.deal(), buy.payment())) {
      String cost = "the cost, " + money(buy.deal().cost()) + ", is not booked: ";
      return Optional.of(cost + hasNoRow(buy.deal()));
    }
    return Optional.empty();
  }

  private boolean isNotBooked(Deal deal, Payment payment) {
    return payment == Payment.WHERE_HELD
        && portfolio.holdings().stream()
            .filter(holding -> portfolio.isOwnCash(holding.asset()))
            .noneMatch(
                holding ->
                    holding.account().equals(deal.account()) && holding.role() == Role.TRADABLE);
  }

  private String money(BigDecimal amount) {
    return Money.of(amount, portfolio.currency()).format();
  }

  private static String hasNoRow(Deal deal) {
    String account = deal.account().isEmpty() ? "the account without a name" : deal.account();
    return account + " has no row of cash";
  }
}
