package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Coinbase's raw transactions of the tax centre: what was acquired at which cost, and what was
 * disposed of for which proceeds. A trade that a row tells only one side of is one for money.
 */
final class CoinbaseTaxReport implements StatementFormat.Rows {
  private final ReadingTerms terms;
  private final String account;
  private final RepeatedWords words = new RepeatedWords();
  private final int id;
  private final int type;
  private final int time;
  private final int acquired;
  private final int quantityAcquired;
  private final int cost;
  private final int disposed;
  private final int quantityDisposed;
  private final int proceeds;
  private final String currency;

  CoinbaseTaxReport(Header header, ReadingTerms terms) {
    this.terms = terms;
    this.account = terms.account(Coinbase.ACCOUNT);
    this.id = header.column("Transaction ID");
    this.type = header.column("Transaction Type");
    this.time = header.column("Date & time");
    this.acquired = header.column("Asset Acquired");
    this.quantityAcquired = beginning(header, "quantity acquired");
    this.cost = beginning(header, "cost basis");
    this.disposed = beginning(header, "asset disposed");
    this.quantityDisposed = header.column("Quantity Disposed");
    this.proceeds = beginning(header, "proceeds");
    this.currency = currency(header, cost);
  }

  private static int beginning(Header header, String start) {
    List<String> names = header.names();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).startsWith(start)) {
        return i;
      }
    }
    return -1;
  }

  /** The last word in brackets, {@code Cost Basis (incl. fees and/or spread) (USD)}. */
  private static String currency(Header header, int column) {
    String name = column < 0 ? "" : header.names().get(column);
    int open = name.lastIndexOf('(');
    return name.endsWith(")") && open >= 0
        ? name.substring(open + 1, name.length() - 1).toUpperCase(Locale.ROOT)
        : "USD";
  }

  /** The legs of a row; one may be missing. */
  private record Legs(
      Optional<Leg> in, Optional<BigDecimal> cost, Optional<Leg> out, Optional<BigDecimal> got) {}

  @Override
  public void read(Row row, StatementFormat.Sink into) {
    Instant at = Times.iso(row.need(time, "Date & time"), ZoneOffset.UTC);
    String word = words.lower(row.need(type, "Transaction Type"));
    Legs legs =
        new Legs(
            leg(row, acquired, quantityAcquired, "Quantity Acquired"),
            row.amount(cost),
            leg(row, disposed, quantityDisposed, "Quantity Disposed"),
            row.amount(proceeds));
    if (legs.in().isEmpty() && legs.out().isEmpty()) {
      throw new RowFault("neither an asset acquired nor one disposed of is stated", "");
    }
    if (legs.in().isPresent() && legs.out().isPresent()) {
      both(row, at, word, legs, into);
    } else {
      into.add(oneSided(row, at, word, legs));
    }
  }

  private Optional<Leg> leg(Row row, int asset, int quantity, String name) {
    String code = row.text(asset);
    if (code.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Leg(CoinbaseColumns.coin(code, terms.coins()), row.needAmount(quantity, name).abs()));
  }

  private void both(Row row, Instant at, String word, Legs legs, StatementFormat.Sink into) {
    if (!isTrade(word) && !word.contains("migration") && !word.contains("deprecation")) {
      throw RowFault.unknown("Transaction Type", word);
    }
    Leg in = legs.in().orElseThrow();
    Leg out = legs.out().orElseThrow();
    if (!isTrade(word) && !in.coin().is(out.coin())) {
      into.add(
          draft(row, at, word, Entry.Kind.CONVERSION)
              .in(in.coin(), in.quantity())
              .out(out.coin(), out.quantity())
              .entry());
      return;
    }
    Swap swap = new Swap(terms, account, at, row.text(id), word, currency);
    swap.add(row.line(), in.coin(), in.quantity(), legs.cost());
    swap.add(row.line(), out.coin(), out.quantity().negate(), legs.got());
    swap.entries().forEach(into::add);
  }

  private static boolean isTrade(String word) {
    return switch (word) {
      case "buy",
          "sell",
          "convert",
          "converted from",
          "converted to",
          "advanced trade trade",
          "advanced trade buy",
          "advanced trade sell" ->
          true;
      default -> false;
    };
  }

  private Entry oneSided(Row row, Instant at, String word, Legs legs) {
    if (isTrade(word)) {
      return forMoney(row, at, word, legs);
    }
    if (legs.in().isPresent()) {
      return came(row, at, word, legs.in().get(), legs.cost());
    }
    Leg out = legs.out().orElseThrow();
    Entry.Kind kind = gone(word);
    EntryDraft draft = draft(row, at, word, kind).out(out.coin(), out.quantity());
    return kind == Entry.Kind.SPENDING ? draft.value(legs.got(), currency).entry() : draft.entry();
  }

  private static Entry.Kind gone(String word) {
    return switch (word) {
      case "send", "outgoing", "withdrawal", "pro deposit", "exchange deposit" ->
          Entry.Kind.WITHDRAWAL;
      case "card spend", "debit", "admin debit" -> Entry.Kind.SPENDING;
      case "donation", "gift" -> Entry.Kind.REMOVAL;
      default -> throw RowFault.unknown("Transaction Type", word);
    };
  }

  private Entry forMoney(Row row, Instant at, String word, Legs legs) {
    EntryDraft draft = draft(row, at, word, Entry.Kind.TRADE);
    Leg leg = legs.in().or(legs::out).orElseThrow();
    if (leg.coin().money()) {
      return draft(row, at, word, Entry.Kind.INTERNAL).entry();
    }
    Coin money = terms.coins().of(currency);
    Optional<BigDecimal> price = legs.in().isPresent() ? legs.cost() : legs.got();
    BigDecimal paid =
        price.orElseThrow(() -> new RowFault("neither cost nor proceeds are stated", ""));
    return legs.in().isPresent()
        ? draft.in(leg.coin(), leg.quantity()).out(money, paid).entry()
        : draft.out(leg.coin(), leg.quantity()).in(money, paid).entry();
  }

  private Entry came(Row row, Instant at, String word, Leg in, Optional<BigDecimal> cost) {
    String income =
        switch (word) {
          case "receive", "incoming", "deposit", "pro withdrawal", "exchange withdrawal" -> "";
          case "reward", "rewards", "rewards income", "reward income" -> "reward";
          case "coinbase earn", "learning reward" -> "reward";
          case "staking income", "staking", "inflation reward" -> "staking";
          case "interest", "interest payout" -> "interest";
          case "airdrop", "fork" -> "airdrop";
          case "subscription rebate", "credit card reward" -> "cashback";
          case "credit" -> "other";
          default -> throw RowFault.unknown("Transaction Type", word);
        };
    Entry.Kind kind = income.isEmpty() ? Entry.Kind.DEPOSIT : Entry.Kind.INCOME;
    EntryDraft draft = draft(row, at, word, kind).in(in.coin(), in.quantity());
    return income.isEmpty() ? draft.entry() : draft.label(income).value(cost, currency).entry();
  }

  private EntryDraft draft(Row row, Instant at, String word, Entry.Kind kind) {
    return EntryDraft.of(terms, kind, at, account, row.line()).label(word).id(row.text(id));
  }
}
