package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The account statement of Coinbase Pro, which was an account of its own beside Coinbase: a row for
 * each leg, those of one trade with one trade id.
 */
final class CoinbasePro implements StatementFormat {
  @Override
  public String source() {
    return "coinbase-pro";
  }

  @Override
  public boolean isTool() {
    return false;
  }

  @Override
  public List<String> headers() {
    return List.of(
        "portfolio,type,time,amount,balance,amount/balance unit,transfer id,trade id,order id");
  }

  @Override
  public Optional<StatementFormat.Rows> open(Header header, ReadingTerms terms) {
    return header.has("type", "time", "amount", "amount/balance unit", "trade id")
        ? Optional.of(new Legs(header, terms))
        : Optional.empty();
  }

  private static final class Legs implements StatementFormat.Rows {
    private final ReadingTerms terms;
    private final String account;
    private final RepeatedWords words = new RepeatedWords();
    private final int portfolio;
    private final int type;
    private final int time;
    private final int amount;
    private final int balance;
    private final int unit;
    private final int transfer;
    private final int trade;
    private final int order;

    /** Trades that may get more legs, by order and trade: a trade's number is its market's. */
    private final Map<String, Swap> trades = new LinkedHashMap<>();

    Legs(Header header, ReadingTerms terms) {
      this.terms = terms;
      this.account = terms.account("Coinbase Pro");
      this.portfolio = header.column("portfolio");
      this.type = header.column("type");
      this.time = header.column("time");
      this.amount = header.column("amount");
      this.balance = header.column("balance");
      this.unit = header.column("amount/balance unit");
      this.transfer = header.column("transfer id");
      this.trade = header.column("trade id");
      this.order = header.column("order id");
    }

    @Override
    public void read(Row row, StatementFormat.Sink into) {
      Instant at = Times.iso(row.need(time, "time"), ZoneOffset.UTC);
      Coin coin = terms.coins().of(row.need(unit, "amount/balance unit"));
      BigDecimal quantity = row.needAmount(amount, "amount");
      String word = words.lower(row.need(type, "type"));
      switch (word) {
        case "deposit" ->
            into.add(moved(row, at, Entry.Kind.DEPOSIT, word).in(coin, quantity).entry());
        case "withdrawal" ->
            into.add(moved(row, at, Entry.Kind.WITHDRAWAL, word).out(coin, quantity).entry());
        case "match" -> trade(row, at, "trade").add(row.line(), coin, quantity, Optional.empty());
        case "fee" -> trade(row, at, "trade").addFee(row.line(), coin, quantity, Optional.empty());
        case "conversion" -> trade(row, at, word).add(row.line(), coin, quantity, Optional.empty());
        default -> throw RowFault.unknown("type", word);
      }
      Optional<BigDecimal> held = row.amount(balance);
      if (held.isPresent()) {
        String wallet = words.same(row.text(portfolio));
        into.balance(new Balance(at, account, wallet, coin, held.get(), terms.at(row.line())));
      }
    }

    private EntryDraft moved(Row row, Instant at, Entry.Kind kind, String word) {
      return EntryDraft.of(terms, kind, at, account, row.line()).label(word).id(row.text(transfer));
    }

    private Swap trade(Row row, Instant at, String label) {
      String id = row.text(order) + "/" + row.text(trade);
      boolean known = id.length() > 1;
      String key = known ? id : label + row.text(transfer) + at;
      return trades.computeIfAbsent(
          key, each -> new Swap(terms, account, at, known ? id : "", label, ""));
    }

    @Override
    public void end(StatementFormat.Sink into) {
      for (Swap trade : trades.values()) {
        try {
          trade.entries().forEach(into::add);
        } catch (RowFault e) {
          into.fault(trade.line(), e);
        }
      }
    }
  }
}
