package allot.statement;

import allot.statement.CoinbaseColumns.Transaction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Coinbase's transaction history. The type tells the direction, for old generations have no signs;
 * only of types that have both directions the sign does.
 */
final class CoinbaseHistory implements StatementFormat.Rows {
  private final CoinbaseColumns columns;
  private final ReadingTerms terms;
  private final String account;
  private final RepeatedWords words = new RepeatedWords();

  /** Halves of a conversion that may come in two rows, by their common id. */
  private final Map<String, Transaction> conversions = new HashMap<>();

  /** Rows whose other half stands in the same second. */
  private final CoinbasePairs pairs;

  CoinbaseHistory(CoinbaseColumns columns, ReadingTerms terms) {
    this.columns = columns;
    this.terms = terms;
    this.account = terms.account(Coinbase.ACCOUNT);
    this.pairs = new CoinbasePairs(terms, account);
  }

  @Override
  public void read(Row row, StatementFormat.Sink into) {
    Transaction it = columns.read(row, terms.coins(), words);
    switch (it.type()) {
      case "buy", "advanced trade buy", "advance trade buy" -> into.add(bought(it));
      case "sell", "advanced trade sell", "advance trade sell" -> into.add(sold(it));
      case "convert" -> convert(it, into);
      case "send" -> send(it, into);
      case "receive" -> receive(it, into);
      case "withdrawal", "exchange deposit", "pro deposit", "prime deposit" ->
          into.add(draft(it, Entry.Kind.WITHDRAWAL).out(it.coin(), it.quantity()).entry());
      case "deposit", "exchange withdrawal", "pro withdrawal", "prime withdrawal" ->
          into.add(draft(it, Entry.Kind.DEPOSIT).in(it.coin(), it.quantity()).entry());
      case "retail staking transfer",
          "retail unstaking transfer",
          "vault deposit",
          "vault withdrawal",
          "cash to savings",
          "savings to cash",
          "transfer" ->
          into.add(draft(it, Entry.Kind.INTERNAL).entry());
      case "asset migration", "retail eth2 deprecation" -> pairs.migrated(it);
      case "retail simple dust" -> pairs.dust(it);
      default -> into.add(oneSided(it));
    }
  }

  private Entry oneSided(Transaction it) {
    return switch (it.type()) {
      case "staking income", "inflation reward" -> income(it, "staking");
      case "rewards income", "reward income", "learning reward", "coinbase earn" ->
          income(it, "reward");
      case "incentives rewards payout" -> income(it, "reward");
      case "interest payout" -> income(it, "interest");
      case "subscription rebate", "subscription rebates (24 hours)", "credit card reward" ->
          income(it, "cashback");
      case "credit" -> income(it, "other");
      case "card spend", "subscription", "admin debit" ->
          draft(it, Entry.Kind.SPENDING)
              .out(it.coin(), it.quantity())
              .value(it.value(), it.currency())
              .entry();
      case "donation" -> draft(it, Entry.Kind.REMOVAL).out(it.coin(), it.quantity()).entry();
      default -> throw RowFault.unknown("Transaction Type", it.type());
    };
  }

  private EntryDraft draft(Transaction it, Entry.Kind kind) {
    return EntryDraft.of(terms, kind, it.at(), account, it.line()).label(it.type()).id(it.id());
  }

  /** An income that is taken back takes its coins with it. */
  private Entry income(Transaction it, String label) {
    if (it.quantity().signum() < 0) {
      return draft(it, Entry.Kind.REMOVAL).out(it.coin(), it.quantity()).entry();
    }
    return draft(it, Entry.Kind.INCOME)
        .in(it.coin(), it.quantity())
        .value(it.value(), it.currency())
        .label(label)
        .entry();
  }

  private void send(Transaction it, StatementFormat.Sink into) {
    Entry entry = draft(it, Entry.Kind.WITHDRAWAL).out(it.coin(), it.quantity()).entry();
    if (it.asset().equalsIgnoreCase("ETH2")) {
      pairs.moved(it, entry);
    } else {
      into.add(entry);
    }
  }

  private void receive(Transaction it, StatementFormat.Sink into) {
    if (it.notes().contains("Coinbase Earn") || it.notes().contains("Coinbase Reward")) {
      into.add(income(it, "reward"));
    } else if (it.notes().contains("Coinbase Referral")) {
      into.add(income(it, "referral"));
    } else {
      Entry entry = draft(it, Entry.Kind.DEPOSIT).in(it.coin(), it.quantity()).entry();
      if (it.asset().equalsIgnoreCase("ETH")) {
        pairs.moved(it, entry);
      } else {
        into.add(entry);
      }
    }
  }

  /** The quote side if the notes tell another than money of the row's currency. */
  private Optional<CoinbaseNotes.Traded> foreign(Transaction it) {
    Optional<CoinbaseNotes.Traded> traded = CoinbaseNotes.traded(it.notes());
    if (traded.isEmpty() && it.type().startsWith("advance")) {
      throw new RowFault("an Advanced Trade whose `Notes` do not tell its pair", "");
    }
    return traded.filter(side -> !side.quote().equalsIgnoreCase(it.currency()));
  }

  private Entry bought(Transaction it) {
    EntryDraft draft = draft(it, Entry.Kind.TRADE).in(it.coin(), it.quantity());
    Optional<CoinbaseNotes.Traded> foreign = foreign(it);
    if (foreign.isPresent()) {
      BigDecimal paid = foreign.get().paid();
      BigDecimal net = net(it, foreign.get()).min(paid);
      inQuote(draft, it, foreign.get(), net.compareTo(paid) < 0);
      return draft
          .out(quote(foreign.get()), net)
          .fee(quote(foreign.get()), paid.subtract(net))
          .entry();
    }
    BigDecimal total = total(it);
    BigDecimal net = it.subtotal().orElse(total).min(total);
    Coin money = terms.coins().of(it.currency());
    return draft.out(money, net).fee(money, total.subtract(net)).entry();
  }

  private Entry sold(Transaction it) {
    EntryDraft draft = draft(it, Entry.Kind.TRADE).out(it.coin(), it.quantity());
    Optional<CoinbaseNotes.Traded> foreign = foreign(it);
    if (foreign.isPresent()) {
      BigDecimal paid = foreign.get().paid();
      BigDecimal gross = net(it, foreign.get()).max(paid);
      inQuote(draft, it, foreign.get(), gross.compareTo(paid) > 0);
      return draft
          .in(quote(foreign.get()), gross)
          .fee(quote(foreign.get()), gross.subtract(paid))
          .entry();
    }
    BigDecimal total = total(it);
    BigDecimal gross = it.subtotal().orElse(total).max(total);
    Coin money = terms.coins().of(it.currency());
    return draft.in(money, gross).fee(money, gross.subtract(total)).entry();
  }

  private Coin quote(CoinbaseNotes.Traded traded) {
    return CoinbaseColumns.coin(traded.quote(), terms.coins());
  }

  /** In the quote asset, without fees: what the rate comes to. */
  private static BigDecimal net(Transaction it, CoinbaseNotes.Traded traded) {
    return traded.rate().map(it.quantity().abs()::multiply).orElse(traded.paid());
  }

  private static void inQuote(
      EntryDraft draft, Transaction it, CoinbaseNotes.Traded traded, boolean feeApart) {
    boolean withoutFee = feeApart || traded.rate().isPresent();
    draft.value(withoutFee ? it.value() : it.total().or(it::value), it.currency());
    draft.feeValue(it.total().flatMap(total -> it.subtotal().map(total::subtract)), it.currency());
  }

  private static BigDecimal total(Transaction it) {
    return it.total()
        .or(it::subtotal)
        .orElseThrow(() -> new RowFault("neither `Subtotal` nor `Total` is stated", ""));
  }

  private void convert(Transaction it, StatementFormat.Sink into) {
    if (it.id().isEmpty()) {
      into.add(noted(it));
      return;
    }
    Transaction other = conversions.get(it.id());
    if (other == null) {
      conversions.put(it.id(), it);
    } else if (other.quantity().signum() * it.quantity().signum() < 0) {
      conversions.remove(it.id());
      boolean mine = it.quantity().signum() > 0;
      CoinbasePairs.swapped(terms, account, mine ? it : other, mine ? other : it)
          .forEach(into::add);
    } else {
      into.add(noted(it));
    }
  }

  /** A conversion in one row, which is of what was given; the notes tell what was got. */
  private Entry noted(Transaction it) {
    CoinbaseNotes.Converted got =
        CoinbaseNotes.converted(it.notes(), it.quantity().abs(), it.currency().equals("USD"))
            .orElseThrow(() -> new RowFault("a conversion without its other side", ""));
    Swap swap = new Swap(terms, account, it.at(), it.id(), "convert", it.currency());
    swap.add(it.line(), it.coin(), it.quantity().abs().negate(), Optional.empty());
    Coin coin = CoinbaseColumns.coin(got.asset(), terms.coins());
    swap.add(it.line(), coin, got.quantity(), it.value());
    return swap.entries().get(0);
  }

  @Override
  public void end(StatementFormat.Sink into) {
    List<Transaction> halves = new ArrayList<>(conversions.values());
    for (Transaction half : halves) {
      try {
        into.add(noted(half));
      } catch (RowFault e) {
        into.fault(half.line(), e);
      }
    }
    pairs.end(into);
  }
}
