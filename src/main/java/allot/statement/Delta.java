package allot.statement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Delta's export and template: a base amount and a total in another currency, {@code SOL (Solana)},
 * times with an offset.
 */
final class Delta implements StatementFormat {
  private static final Words WAYS =
      new Words("a way of a transaction")
          .mean(new Words.Meaning(Entry.Kind.TRADE, "buy"), "buy")
          .mean(new Words.Meaning(Entry.Kind.TRADE, "sell"), "sell")
          .mean(Entry.Kind.DEPOSIT, "deposit")
          .mean(Entry.Kind.WITHDRAWAL, "withdraw", "withdrawal")
          .mean(Entry.Kind.TRANSFER, "transfer");

  private static final Words BASE_TYPES =
      new Words("a base type that is kept here")
          .mean(Entry.Kind.INTERNAL, "", "crypto", "fiat", "forex");

  /** Deposits from these are income; all else is somebody's name. */
  private static final List<String> INCOME =
      List.of("airdrop", "mining", "staking", "interest", "reward", "referral", "cashback");

  @Override
  public String source() {
    return "delta";
  }

  @Override
  public boolean isTool() {
    return true;
  }

  @Override
  public List<String> headers() {
    return List.of(
        "Date,Way,Base amount,Base currency (name),Base type,Quote amount,Quote currency,Exchange,"
            + "Sent/Received from,Sent to,Fee amount,Fee currency (name),Broker,Notes");
  }

  @Override
  public Optional<Rows> open(Header header, ReadingTerms terms) {
    return header.has("date", "way", "base amount", "quote amount", "quote currency")
            && header.find("base currency (name)", "base currency").isPresent()
        ? Optional.of(new Trades(header, terms))
        : Optional.empty();
  }

  private static final class Trades implements Rows {
    private final ReadingTerms terms;
    private final int date;
    private final int way;
    private final LegColumns base;
    private final LegColumns quote;
    private final LegColumns fee;
    private final int baseType;
    private final int exchange;
    private final int from;
    private final int to;
    private final int broker;

    Trades(Header header, ReadingTerms terms) {
      this.terms = terms;
      date = header.column("date");
      way = header.column("way");
      base = legs(header, "Base amount", "base currency (name)", "base currency");
      quote = legs(header, "Quote amount", "quote currency", "quote currency (name)");
      fee = legs(header, "Fee amount", "fee currency (name)", "fee currency");
      baseType = header.column("base type");
      exchange = header.column("exchange");
      from = header.column("sent/received from");
      to = header.column("sent to");
      broker = header.column("broker");
    }

    private static LegColumns legs(Header header, String amount, String... currency) {
      return new LegColumns(header.column(amount), header.column(currency), amount);
    }

    @Override
    public void read(Row row, Sink into) {
      BASE_TYPES.find(row.text(baseType));
      String word = row.need(way, "Way");
      Words.Meaning meaning = WAYS.find(word);
      Optional<Leg> amount = base.read(row, this::coin);
      if (amount.isEmpty()) {
        throw new RowFault("`Base amount` is empty or zero", "");
      }
      switch (meaning.kind()) {
        case TRADE -> trade(row, word, meaning.label().equals("buy"), amount, into);
        case DEPOSIT -> deposit(row, word, amount, into);
        case WITHDRAWAL -> {
          String place = place(row);
          movement(row, place, "", Optional.empty(), amount).put(meaning.kind(), word, into);
        }
        default -> {
          String left = row.text(from).isEmpty() ? place(row) : row.text(from);
          movement(row, left, row.text(to), amount, amount).put(meaning.kind(), word, into);
        }
      }
    }

    private void trade(Row row, String word, boolean buy, Optional<Leg> amount, Sink into) {
      Optional<Leg> total = quote.read(row, this::coin);
      if (total.isEmpty()) {
        throw new RowFault(
            "`Quote amount` is empty or zero", "write the total, or `DEPOSIT` if it is unknown");
      }
      String place = place(row);
      movement(row, place, place, buy ? amount : total, buy ? total : amount)
          .put(Entry.Kind.TRADE, word, into);
    }

    private void deposit(Row row, String word, Optional<Leg> amount, Sink into) {
      String origin = row.text(from).toLowerCase(Locale.ROOT);
      boolean income = INCOME.contains(origin);
      movement(row, "", place(row), amount, Optional.empty())
          .put(income ? Entry.Kind.INCOME : Entry.Kind.DEPOSIT, income ? origin : word, into);
    }

    private Movement movement(
        Row row, String left, String reached, Optional<Leg> came, Optional<Leg> went) {
      return new Movement(
          terms,
          row.line(),
          Times.iso(row.need(date, "Date"), terms.zone()),
          left,
          reached,
          came,
          went,
          fee.read(row, this::coin),
          Optional.empty(),
          Optional.empty(),
          "",
          "");
    }

    private String place(Row row) {
      String place = row.text(exchange);
      return place.isEmpty() ? row.text(broker) : place;
    }

    /** {@code SOL (Solana)} is SOL. */
    private Coin coin(String cell) {
      int name = cell.indexOf(" (");
      return terms.coins().of(name < 0 ? cell : cell.substring(0, name));
    }
  }
}
