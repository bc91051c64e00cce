package allot.statement;

import static allot.statement.Entry.Kind.DEPOSIT;
import static allot.statement.Entry.Kind.FEE;
import static allot.statement.Entry.Kind.REMOVAL;
import static allot.statement.Entry.Kind.SPENDING;
import static allot.statement.Entry.Kind.TRADE;
import static allot.statement.Entry.Kind.WITHDRAWAL;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a CSV of one's own. Prices are per unit; prices and fees are in the row's currency, or
 * the reader's if it states none. Rows wait until the file has shown its decimal mark and the form
 * of its dates.
 */
final class GenericRows implements StatementFormat.Rows {
  private static final Words SIDES =
      new Words("what a row does")
          .mean(new Words.Meaning(TRADE, "buy"), "buy", "bought", "purchase")
          .mean(new Words.Meaning(TRADE, "sell"), "sell", "sold", "sale")
          .mean(DEPOSIT, "deposit", "receive", "received", "transfer in", "gift received")
          .mean(WITHDRAWAL, "withdrawal", "withdraw", "send", "sent", "transfer out")
          .income("staking", "staking", "staking reward", "stake reward")
          .income("reward", "reward", "rewards", "bonus")
          .income("interest", "interest")
          .income("airdrop", "airdrop", "fork")
          .income("mining", "mining", "mined")
          .income("referral", "referral")
          .income("cashback", "cashback")
          .income("other", "income")
          .mean(SPENDING, "spend", "spending", "payment", "cost")
          .mean(REMOVAL, "gift sent", "donation", "lost", "stolen")
          .mean(FEE, "fee");

  private final Columns columns;
  private final ReadingTerms terms;
  private final Coin home;
  private final DecimalMark mark = new DecimalMark();
  private final DateForm form = new DateForm();
  private final List<Row> waiting = new ArrayList<>();

  GenericRows(Columns columns, ReadingTerms terms) {
    this.columns = columns;
    this.terms = terms;
    this.home = terms.coins().money(terms.currency().code());
  }

  /** Where the fields stand; -1 for one that is not there. */
  record Columns(
      int date, int asset, int side, int quantity, int price, int fee, int currency, int account) {
    boolean suffice() {
      return date >= 0 && asset >= 0 && side >= 0 && quantity >= 0;
    }
  }

  @Override
  public void read(Row row, StatementFormat.Sink into) {
    form.look(row.text(columns.date()));
    mark.look(row.text(columns.quantity()));
    mark.look(row.text(columns.price()));
    mark.look(row.text(columns.fee()));
    if (waiting.isEmpty() && !isOpen(row)) {
      book(row, into);
      return;
    }
    waiting.add(row);
    if (!isOpen(waiting.get(0))) {
      bookWaiting(into);
    }
  }

  @Override
  public void end(StatementFormat.Sink into) {
    mark.close(form.hasPoints());
    waiting.forEach(row -> bookLate(row, into));
    waiting.clear();
  }

  private boolean isOpen(Row row) {
    return form.isOpen(row.text(columns.date()))
        || mark.isOpen(row.text(columns.quantity()))
        || mark.isOpen(row.text(columns.price()))
        || mark.isOpen(row.text(columns.fee()));
  }

  /** As far as nothing is open: a date may have been decided, and an amount not yet. */
  private void bookWaiting(StatementFormat.Sink into) {
    int ready = 0;
    while (ready < waiting.size() && !isOpen(waiting.get(ready))) {
      bookLate(waiting.get(ready++), into);
    }
    waiting.subList(0, ready).clear();
  }

  private void bookLate(Row row, StatementFormat.Sink into) {
    try {
      book(row, into);
    } catch (RowFault fault) {
      into.fault(row.line(), fault);
    }
  }

  private void book(Row row, StatementFormat.Sink into) {
    String word = row.need(columns.side(), "side");
    Words.Meaning meaning = SIDES.find(word);
    boolean comes = comes(meaning);
    Leg leg = new Leg(asset(row), quantity(row, word, comes));
    Coin currency = currency(row);
    Optional<BigDecimal> total =
        money(row, columns.price(), "price", currency).map(leg.quantity()::multiply);
    Optional<Leg> other = Optional.empty();
    if (meaning.kind() == TRADE) {
      other = Optional.of(new Leg(currency, total.orElseThrow(() -> noPrice(comes))));
    }
    String account = row.text(columns.account());
    new Movement(
            terms,
            row.line(),
            form.read(row.need(columns.date(), "date"), terms.zone()),
            account,
            account,
            comes ? Optional.of(leg) : other,
            comes ? other : Optional.of(leg),
            money(row, columns.fee(), "fee", currency)
                .filter(fee -> fee.signum() > 0)
                .map(fee -> new Leg(currency, fee)),
            currency.is(home) && meaning.kind() != TRADE ? total : Optional.empty(),
            Optional.empty(),
            "",
            "")
        .put(meaning.kind(), meaning.kind() == TRADE ? word : meaning.label(word), into);
  }

  private static boolean comes(Words.Meaning meaning) {
    return switch (meaning.kind()) {
      case TRADE -> meaning.label().equals("buy");
      case INCOME, DEPOSIT -> true;
      default -> false;
    };
  }

  private static RowFault noPrice(boolean comes) {
    return new RowFault(
        "`price` is empty",
        "write the price of one unit, or "
            + (comes ? "`deposit`" : "`withdrawal`")
            + " as the side");
  }

  private Coin asset(Row row) {
    return terms.coins().of(row.need(columns.asset(), "asset"));
  }

  private Coin currency(Row row) {
    String code = row.text(columns.currency());
    return code.isEmpty() ? home : terms.coins().of(code);
  }

  /** What goes may be below zero, as it often is. */
  private BigDecimal quantity(Row row, String side, boolean comes) {
    BigDecimal quantity =
        mark.read(row.text(columns.quantity()))
            .filter(amount -> amount.signum() != 0)
            .orElseThrow(() -> new RowFault("`quantity` is empty or zero", ""));
    if (comes && quantity.signum() < 0) {
      throw new RowFault(
          "`quantity` is below zero, and the side is `" + side + "`",
          "write what goes as a side of its own, as `sell`");
    }
    return quantity.abs();
  }

  private Optional<BigDecimal> money(Row row, int column, String name, Coin currency) {
    String text = row.text(column);
    Optional<BigDecimal> amount = mark.read(text);
    if (amount.isPresent() && amount.get().signum() < 0) {
      throw new RowFault("`" + name + "` is below zero", "");
    }
    if (isForeign(text, '€', "EUR", currency) || isForeign(text, '£', "GBP", currency)) {
      throw new RowFault(
          "`" + name + "` has the sign of another currency than " + currency.code(),
          "state the currency in a column `currency`");
    }
    return amount;
  }

  private static boolean isForeign(String text, char sign, String code, Coin currency) {
    return text.indexOf(sign) >= 0 && !currency.code().equals(code);
  }
}
