package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gemini's transaction history, a spreadsheet that users save as CSV: three columns for every asset
 * that the account ever held, negative amounts in brackets, units behind the numbers.
 */
final class Gemini implements StatementFormat {
  @Override
  public String source() {
    return "gemini";
  }

  @Override
  public boolean isTool() {
    return false;
  }

  @Override
  public List<String> headers() {
    return List.of(
        "Date,Time (UTC),Type,Symbol,Specification,Liquidity Indicator,Trading Fee Rate (bps),"
            + "USD Amount USD,Fee (USD) USD,USD Balance USD,Trade ID,Order ID,Order Date,"
            + "Order Time,Client Order ID,API Session,Tx Hash,Deposit Destination,"
            + "Deposit Tx Output,Withdrawal Destination,Withdrawal Tx Output");
  }

  @Override
  public Optional<StatementFormat.Rows> open(Header header, ReadingTerms terms) {
    return header.has("Date", "Time (UTC)", "Type", "Symbol", "Specification")
        ? Optional.of(new History(header, terms))
        : Optional.empty();
  }

  /**
   * An asset's columns.
   *
   * @param code as the header writes it
   */
  private record Asset(String code, int amount, int fee, int balance) {}

  /** The sides of a market, both with columns. */
  private record Pair(Asset base, Asset quote) {}

  private static final class History implements StatementFormat.Rows {
    private final ReadingTerms terms;
    private final String account;
    private final RepeatedWords words = new RepeatedWords();
    private final Map<String, Asset> assets = new TreeMap<>();
    private final int date;
    private final int time;
    private final int type;
    private final int symbol;
    private final int specification;
    private final int trade;
    private final int hash;

    History(Header header, ReadingTerms terms) {
      this.terms = terms;
      this.account = terms.account("Gemini");
      this.date = header.column("Date");
      this.time = header.column("Time (UTC)");
      this.type = header.column("Type");
      this.symbol = header.column("Symbol");
      this.specification = header.column("Specification");
      this.trade = header.column("Trade ID");
      this.hash = header.column("Tx Hash");
      for (String name : header.names()) {
        int middle = name.indexOf(" amount ");
        String code = middle < 0 ? "" : name.substring(0, middle);
        if (!code.isEmpty() && name.endsWith(" " + code)) {
          assets.put(
              code.toUpperCase(Locale.ROOT),
              new Asset(
                  code.toUpperCase(Locale.ROOT),
                  header.column(name),
                  header.column("Fee (" + code + ") " + code),
                  header.column(code + " Balance " + code)));
        }
      }
    }

    /** Totals and blank rows at the end have no date. */
    @Override
    public boolean isFooter(Row row) {
      return row.text(date).isEmpty() && row.text(type).isEmpty();
    }

    @Override
    public void read(Row row, StatementFormat.Sink into) {
      Instant at = at(row);
      String word = words.lower(row.need(type, "Type"));
      switch (word) {
        case "buy", "sell" -> trade(row, at, word.equals("buy"), into);
        case "credit" -> credit(row, at, into);
        case "debit" -> debit(row, at, into);
        default -> throw RowFault.unknown("Type", word);
      }
    }

    /** A date cell may hold the time as well, or midnight in its place. */
    private Instant at(Row row) {
      String day = row.need(date, "Date");
      String clock = row.text(time);
      boolean whole = day.length() > 10 && !(day.startsWith("00:00", 11) && !clock.isEmpty());
      if (whole || clock.isEmpty()) {
        return Times.iso(day, ZoneOffset.UTC);
      }
      return Times.iso(day.substring(0, Math.min(10, day.length())) + " " + clock, ZoneOffset.UTC);
    }

    private void trade(Row row, Instant at, boolean buy, StatementFormat.Sink into) {
      Pair pair = pair(row.need(symbol, "Symbol").toUpperCase(Locale.ROOT));
      BigDecimal base = need(row, pair.base());
      BigDecimal quote = need(row, pair.quote());
      Asset feeOf = row.text(pair.quote().fee()).isEmpty() ? pair.base() : pair.quote();
      EntryDraft draft =
          draft(row, at, Entry.Kind.TRADE)
              .fee(coin(feeOf), row.amount(feeOf.fee()).orElse(BigDecimal.ZERO));
      into.add(
          buy
              ? draft.in(coin(pair.base()), base).out(coin(pair.quote()), quote).entry()
              : draft.out(coin(pair.base()), base).in(coin(pair.quote()), quote).entry());
      balance(row, at, pair.base(), into);
      balance(row, at, pair.quote(), into);
    }

    /** The symbol has no separator: its sides are the two assets that have columns. */
    private Pair pair(String written) {
      String joined = written.replace("/", "").replace("-", "");
      if (joined.endsWith("PERP")) {
        throw new RowFault("a perpetual future moves no coins", "leave its rows out");
      }
      for (Asset quote : assets.values()) {
        int split = joined.length() - quote.code().length();
        Asset base = split > 0 ? assets.get(joined.substring(0, split)) : null;
        if (base != null && joined.endsWith(quote.code())) {
          return new Pair(base, quote);
        }
      }
      throw RowFault.unknown("Symbol", written);
    }

    private void credit(Row row, Instant at, StatementFormat.Sink into) {
      Asset asset = single(row);
      BigDecimal amount = need(row, asset);
      String income = income(words.lower(row.text(specification)));
      EntryDraft draft =
          draft(row, at, income.isEmpty() ? Entry.Kind.DEPOSIT : Entry.Kind.INCOME)
              .in(coin(asset), amount)
              .fee(coin(asset), row.amount(asset.fee()).orElse(BigDecimal.ZERO));
      into.add(income.isEmpty() ? draft.entry() : draft.label(income).entry());
      balance(row, at, asset, into);
    }

    /** What kind of income a credit is; empty if it is a deposit. */
    private static String income(String word) {
      if (word.isEmpty() || word.contains("deposit") || word.contains("redemption")) {
        return "";
      }
      if (word.contains("stak")) {
        return "staking";
      }
      if (word.contains("interest")) {
        return "interest";
      }
      if (word.contains("referral")) {
        return "referral";
      }
      if (word.contains("reward")) {
        return "reward";
      }
      if (word.contains("airdrop") || word.contains("promo")) {
        return "airdrop";
      }
      if (word.contains("administrative")) {
        return "other";
      }
      throw RowFault.unknown("Specification", word);
    }

    private void debit(Row row, Instant at, StatementFormat.Sink into) {
      Asset asset = single(row);
      BigDecimal amount = need(row, asset);
      String word = words.lower(row.text(specification));
      Entry.Kind kind;
      if (word.isEmpty() || word.contains("withdrawal") || word.contains("transfer")) {
        kind = Entry.Kind.WITHDRAWAL;
      } else if (word.contains("administrative")) {
        kind = Entry.Kind.REMOVAL;
      } else if (word.contains("pay")) {
        kind = Entry.Kind.SPENDING;
      } else {
        throw RowFault.unknown("Specification", word);
      }
      into.add(
          draft(row, at, kind)
              .out(coin(asset), amount)
              .fee(coin(asset), row.amount(asset.fee()).orElse(BigDecimal.ZERO))
              .entry());
      balance(row, at, asset, into);
    }

    private Asset single(Row row) {
      String code = row.need(symbol, "Symbol").toUpperCase(Locale.ROOT);
      Asset asset = assets.get(code);
      if (asset == null) {
        throw RowFault.unknown("Symbol", code);
      }
      return asset;
    }

    private static BigDecimal need(Row row, Asset asset) {
      return row.needAmount(asset.amount(), asset.code() + " Amount " + asset.code());
    }

    private Coin coin(Asset asset) {
      return terms.coins().of(asset.code());
    }

    private EntryDraft draft(Row row, Instant at, Entry.Kind kind) {
      return EntryDraft.of(terms, kind, at, account, row.line())
          .label(words.same(row.text(specification)))
          .hash(row.text(hash))
          .id(row.text(trade));
    }

    private void balance(Row row, Instant at, Asset asset, StatementFormat.Sink into) {
      Optional<BigDecimal> held = row.amount(asset.balance());
      if (held.isPresent()) {
        into.balance(new Balance(at, account, "", coin(asset), held.get(), terms.at(row.line())));
      }
    }
  }
}
