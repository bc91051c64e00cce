package allot.render;

import allot.money.CurrencyUnit;
import allot.money.ExactDecimal;
import allot.money.Money;
import allot.statement.Entry;
import allot.statement.Leg;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What happened, as an entry of a statement tells it, in one line of words. */
final class EntryWords {
  /** Words of statements that the sentence says itself. */
  private static final Set<String> SAID_ALREADY =
      Set.of("buy", "sell", "trade", "deposit", "withdrawal", "send", "receive", "transfer");

  private final Entry entry;
  private final boolean byClose;
  private final Figures figures;

  private EntryWords(Entry entry, CurrencyUnit currency, boolean byClose) {
    this.entry = entry;
    this.byClose = byClose;
    this.figures = new Figures(currency);
  }

  /**
   * The words.
   *
   * @param currency of values
   * @param byClose whether the close of the day stands in for a value that is not told
   */
  static String of(Entry entry, CurrencyUnit currency, boolean byClose) {
    EntryWords words = new EntryWords(entry, currency, byClose);
    return words.what() + words.label() + words.worth() + words.fee();
  }

  private String what() {
    return switch (entry.kind()) {
      case TRADE -> trade();
      case INCOME -> "earned " + in();
      case DEPOSIT -> (isMoney(entry.in()) ? "deposited " : "received ") + in();
      case WITHDRAWAL -> (isMoney(entry.out()) ? "withdrew " : "sent ") + out();
      case TRANSFER -> "moved " + out() + " to " + entry.toAccount() + arrived();
      case SPENDING -> "spent " + out();
      case REMOVAL -> "gave away or lost " + out();
      case CONVERSION -> out() + " became " + in();
      case FEE -> "paid a fee";
      case INTERNAL -> inside();
    };
  }

  private String trade() {
    if (isMoney(entry.out()) == isMoney(entry.in())) {
      return (isMoney(entry.in()) ? "changed " : "swapped ") + out() + " for " + in();
    }
    return isMoney(entry.in())
        ? "sold " + out() + " for " + in()
        : "bought " + in() + " for " + out();
  }

  private String arrived() {
    return in().equals(out()) ? "" : ", where " + in() + " arrived";
  }

  private String inside() {
    Optional<Leg> leg = entry.out().or(entry::in);
    return "moved inside the account" + leg.map(moved -> ": " + amount(moved)).orElse("");
  }

  private String label() {
    String label = entry.label().toLowerCase(Locale.ROOT);
    return label.isEmpty() || SAID_ALREADY.contains(label) ? "" : " (" + entry.label() + ")";
  }

  /** A trade for money says its value itself. */
  private String worth() {
    boolean told = isMoney(entry.in()) || isMoney(entry.out());
    if (entry.value().isPresent()) {
      return told ? "" : ", worth " + figures.money(entry.value().get());
    }
    boolean needed =
        switch (entry.kind()) {
          case INCOME, SPENDING -> true;
          case TRADE -> !told;
          default -> false;
        };
    if (byClose) {
      return ", valued by the close of the day";
    }
    return needed ? ", value unknown" : "";
  }

  private String fee() {
    return entry
        .fee()
        .filter(fee -> fee.quantity().signum() > 0)
        .map(
            fee ->
                (entry.kind() == Entry.Kind.FEE ? ": " : ", fee ")
                    + amount(fee)
                    + entry.feeValue().map(v -> " (" + figures.money(v) + ")").orElse(""))
        .orElse("");
  }

  private static boolean isMoney(Optional<Leg> leg) {
    return leg.filter(part -> part.coin().money()).isPresent();
  }

  private String in() {
    return entry.in().map(EntryWords::amount).orElse("");
  }

  private String out() {
    return entry.out().map(EntryWords::amount).orElse("");
  }

  private static String amount(Leg leg) {
    Optional<CurrencyUnit> currency =
        leg.coin().money() ? CurrencyUnit.of(leg.coin().code()) : Optional.empty();
    return currency
        .map(unit -> Money.of(leg.quantity(), unit).format())
        .orElseGet(() -> ExactDecimal.plain(leg.quantity()) + " " + leg.coin().code());
  }
}
