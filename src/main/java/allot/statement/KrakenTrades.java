package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Kraken's {@code trades.csv}: a row for each trade, which its ledger tells too. Cost and fee are
 * in the quote side, the volume in the base.
 */
final class KrakenTrades implements StatementFormat {
  @Override
  public String source() {
    return KrakenLedgers.SOURCE;
  }

  @Override
  public boolean isTool() {
    return false;
  }

  @Override
  public List<String> headers() {
    return List.of(
        "txid,ordertxid,pair,time,type,ordertype,price,cost,fee,vol,margin,misc,ledgers");
  }

  @Override
  public Optional<StatementFormat.Rows> open(Header header, ReadingTerms terms) {
    return header.has("txid", "pair", "time", "type", "cost", "fee", "vol")
        ? Optional.of(new Trades(header, terms))
        : Optional.empty();
  }

  private static final class Trades implements StatementFormat.Rows {
    private final ReadingTerms terms;
    private final String account;
    private final RepeatedWords words = new RepeatedWords();
    private final KrakenCodes codes;
    private final int id;
    private final int pair;
    private final int time;
    private final int type;
    private final int cost;
    private final int fee;
    private final int volume;
    private final int margin;
    private final int value;
    private final int feeValue;

    Trades(Header header, ReadingTerms terms) {
      this.terms = terms;
      this.account = terms.account(KrakenLedgers.ACCOUNT);
      this.codes = new KrakenCodes(terms.coins());
      this.id = header.column("txid");
      this.pair = header.column("pair");
      this.time = header.column("time");
      this.type = header.column("type");
      this.cost = header.column("cost");
      this.fee = header.column("fee");
      this.volume = header.column("vol");
      this.margin = header.column("margin");
      this.value = header.column("costusd");
      this.feeValue = header.column("feeusd");
    }

    @Override
    public void read(Row row, StatementFormat.Sink into) {
      Instant at = Times.iso(row.need(time, "time"), ZoneOffset.UTC);
      if (row.amount(margin).filter(used -> used.signum() != 0).isPresent()) {
        throw new RowFault("a trade with borrowed money moves no coins", "import ledgers.csv");
      }
      KrakenCodes.Pair sides = KrakenCodes.pair(row.need(pair, "pair"));
      Coin base = codes.coin(sides.base());
      Coin quote = codes.coin(sides.quote());
      BigDecimal amount = row.needAmount(volume, "vol");
      BigDecimal paid = row.needAmount(cost, "cost");
      String side = words.lower(row.need(type, "type"));
      EntryDraft draft =
          EntryDraft.of(terms, Entry.Kind.TRADE, at, account, row.line())
              .fee(quote, row.amount(fee).orElse(BigDecimal.ZERO))
              .value(row.amount(value), KrakenLedgerRows.DOLLARS)
              .feeValue(row.amount(feeValue), KrakenLedgerRows.DOLLARS)
              .label(side)
              .id(row.text(id));
      switch (side) {
        case "buy" -> into.add(draft.in(base, amount).out(quote, paid).entry());
        case "sell" -> into.add(draft.out(base, amount).in(quote, paid).entry());
        default -> throw RowFault.unknown("type", side);
      }
    }
  }
}
