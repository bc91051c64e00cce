package allot.statement;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Koinly's template of trades: a pair, a side, and what was exchanged before the fee. */
final class KoinlyTrades implements StatementFormat.Rows {
  private static final Words SIDES =
      new Words("a side of a trade")
          .mean(new Words.Meaning(Entry.Kind.TRADE, "buy"), "buy")
          .mean(new Words.Meaning(Entry.Kind.TRADE, "sell"), "sell");

  private final ReadingTerms terms;
  private final KoinlyCoins coins;
  private final Map<String, Pair> pairs = new HashMap<>();
  private final int date;
  private final int pair;
  private final int side;
  private final LegColumns fee;
  private final int amount;
  private final int total;
  private final int trade;

  KoinlyTrades(Header header, ReadingTerms terms) {
    this.terms = terms;
    this.coins = new KoinlyCoins(terms.coins());
    date = header.column("koinly date", "date");
    pair = header.column("pair");
    side = header.column("side");
    amount = header.column("amount");
    total = header.column("total");
    fee = LegColumns.of(header, "Fee Amount", "Fee Currency");
    trade = header.column("trade id");
  }

  private record Pair(Coin base, Coin quote) {}

  @Override
  public void read(Row row, StatementFormat.Sink into) {
    String word = row.need(side, "Side");
    Words.Meaning meaning = SIDES.find(word);
    Pair traded = pair(row.need(pair, "Pair"));
    Optional<Leg> base = Optional.of(new Leg(traded.base(), above(row, amount, "Amount")));
    Optional<Leg> quote = Optional.of(new Leg(traded.quote(), above(row, total, "Total")));
    boolean buy = meaning.label().equals("buy");
    new Movement(
            terms,
            row.line(),
            Times.iso(row.need(date, "Date"), ZoneOffset.UTC),
            "",
            "",
            buy ? base : quote,
            buy ? quote : base,
            fee.read(row, coins::of),
            Optional.empty(),
            Optional.empty(),
            "",
            row.text(trade))
        .put(meaning.kind(), word, into);
  }

  private static BigDecimal above(Row row, int column, String name) {
    BigDecimal amount = row.needAmount(column, name);
    if (amount.signum() < 0) {
      throw new RowFault("`" + name + "` is below zero", "the side says what comes and goes");
    }
    return amount;
  }

  private Pair pair(String written) {
    Pair known = pairs.get(written);
    if (known == null) {
      int dash = written.lastIndexOf('-');
      if (dash < 1) {
        throw new RowFault("`Pair` is no pair as TAO-USD", "");
      }
      known = new Pair(coins.of(written.substring(0, dash)), coins.of(written.substring(dash + 1)));
      pairs.put(written, known);
    }
    return known;
  }
}
