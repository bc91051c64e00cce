package allot.statement;

import static allot.statement.Entry.Kind.CONVERSION;
import static allot.statement.Entry.Kind.DEPOSIT;
import static allot.statement.Entry.Kind.REMOVAL;
import static allot.statement.Entry.Kind.SPENDING;
import static allot.statement.Entry.Kind.TRADE;
import static allot.statement.Entry.Kind.WITHDRAWAL;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * CoinTracking's list of transactions. Three columns are named {@code Cur.}: each is that of the
 * amount before it. What is bought and sold has the fee in it if it is of the same coin; a fee in a
 * third coin is for information, for the tool lists it again in a row of its own.
 */
final class CoinTracking implements StatementFormat {
  private static final Words TYPES =
      new Words("a type of transaction")
          .mean(TRADE, "trade")
          .mean(CONVERSION, "swap (non taxable)")
          .mean(DEPOSIT, "deposit", "gift/tip", "income (non taxable)", "airdrop (non taxable)")
          .mean(WITHDRAWAL, "withdrawal")
          .income("staking", "staking", "masternode")
          .income("mining", "mining", "mining (commercial)")
          .income("airdrop", "airdrop")
          .income("reward", "reward/bonus", "minting")
          .income("interest", "interest income", "lending income")
          .income("other", "income", "other income", "dividends income")
          .mean(SPENDING, "spend", "other expense", "borrowing fee", "margin fee")
          .mean(REMOVAL, "donation", "gift", "lost", "stolen", "stolen/hacked/fraud")
          .mean(REMOVAL, "expense (non taxable)")
          .mean(Entry.Kind.FEE, "other fee");

  @Override
  public String source() {
    return "cointracking";
  }

  @Override
  public boolean isTool() {
    return true;
  }

  @Override
  public List<String> headers() {
    return List.of("Type,Buy,Cur.,Sell,Cur.,Fee,Cur.,Exchange,Group,Comment,Date,Tx-ID");
  }

  @Override
  public Optional<Rows> open(Header header, ReadingTerms terms) {
    boolean known =
        header.has("type", "buy", "sell", "fee", "date")
            && isCurrency(header, "buy")
            && isCurrency(header, "sell")
            && isCurrency(header, "fee");
    return known ? Optional.of(new Trades(header, terms)) : Optional.empty();
  }

  private static boolean isCurrency(Header header, String amount) {
    int after = header.column(amount) + 1;
    return after < header.names().size() && header.names().get(after).startsWith("cur");
  }

  private static final class Trades implements Rows {
    private final ReadingTerms terms;
    private final int type;
    private final LegColumns in;
    private final LegColumns out;
    private final LegColumns fee;
    private final int exchange;
    private final int date;
    private final int id;

    Trades(Header header, ReadingTerms terms) {
      this.terms = terms;
      type = header.column("type");
      in = legs(header, "Buy");
      out = legs(header, "Sell");
      fee = legs(header, "Fee");
      exchange = header.column("exchange");
      date = header.column("date");
      id = header.column("tx-id", "tx id", "txid");
    }

    private static LegColumns legs(Header header, String amount) {
      int column = header.column(amount);
      return new LegColumns(column, column + 1, amount);
    }

    @Override
    public void read(Row row, Sink into) {
      String word = row.need(type, "Type");
      Words.Meaning meaning = TYPES.find(word);
      Optional<Leg> came = in.read(row, terms.coins()::of);
      Optional<Leg> went = out.read(row, terms.coins()::of);
      Optional<Leg> paid = fee.read(row, terms.coins()::of);
      boolean fromOut = sameCoin(went, paid);
      boolean fromIn = !fromOut && sameCoin(came, paid);
      new Movement(
              terms,
              row.line(),
              time(row),
              row.text(exchange),
              row.text(exchange),
              fromIn ? came.map(leg -> with(leg, paid.get())) : came,
              fromOut ? went.map(leg -> without(leg, paid.get())) : went,
              fromIn || fromOut ? paid : Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              "",
              row.text(id))
          .put(meaning.kind(), meaning.label(word), into);
    }

    private Instant time(Row row) {
      String text = row.need(date, "Date");
      return text.length() > 2 && text.charAt(2) == '.'
          ? Times.dayFirst(text, terms.zone())
          : Times.iso(text, terms.zone());
    }

    private static boolean sameCoin(Optional<Leg> side, Optional<Leg> paid) {
      return side.isPresent() && paid.isPresent() && side.get().coin().is(paid.get().coin());
    }

    private static Leg with(Leg leg, Leg paid) {
      return new Leg(leg.coin(), leg.quantity().add(paid.quantity()));
    }

    private static Leg without(Leg leg, Leg paid) {
      if (leg.quantity().compareTo(paid.quantity()) < 0) {
        throw new RowFault("`Fee` is above `Sell`, which has it in it", "");
      }
      return new Leg(leg.coin(), leg.quantity().subtract(paid.quantity()));
    }
  }
}
