package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binance.US, in its new and its legacy columns. In spot trading the base is bought or sold; in all
 * other trades the base is what was given and the quote what was got, whatever the word.
 */
final class BinanceUs implements StatementFormat {
  private static final String LEGS =
      "Primary Asset,Realized Amount For Primary Asset,Realized Amount for Primary Asset in USD,"
          + "Base Asset,Realized Amount For Base Asset,Realized Amount For Base Asset In USD,"
          + "Quote Asset,Realized Amount for Quote Asset,Realized Amount for Quote Asset in USD,"
          + "Fee Asset,Realized Amount for Fee Asset,Realized Amount for Fee Asset in USD,";

  @Override
  public String source() {
    return "binance-us";
  }

  @Override
  public boolean isTool() {
    return false;
  }

  @Override
  public List<String> headers() {
    return List.of(
        "User ID,Time,Category,Operation,Order ID,Transaction ID,"
            + LEGS
            + "Payment Method,Withdraw Method,Additional Note",
        "User_Id,Time,Category,Operation,Order_Id,Transaction_Id,"
            + LEGS.replace(' ', '_')
                .replace("for", "For")
                .replace("in_USD", "In_USD")
                .replace("In_USD", "In_USD_Value")
            + "Payment_Method,Withdrawal_Method,Additional_Note");
  }

  @Override
  public Optional<StatementFormat.Rows> open(Header header, ReadingTerms terms) {
    List<String> names = new ArrayList<>();
    for (String name : header.names()) {
      names.add(name.replace('_', ' ').replace(" in usd value", " in usd"));
    }
    Header common = new Header(names);
    return common.has("Time", "Category", "Operation", "Primary Asset", "Base Asset", "Quote Asset")
        ? Optional.of(new History(common, terms))
        : Optional.empty();
  }

  private static final class History implements StatementFormat.Rows {
    private static final String DOLLARS = "USD";

    /** The columns of one leg. */
    private record Columns(String name, int asset, int amount, int dollars) {
      static Columns of(Header header, String name) {
        String amount = "Realized Amount For " + name + " Asset";
        return new Columns(
            name,
            header.column(name + " Asset"),
            header.column(amount),
            header.column(amount + " in USD"));
      }
    }

    /** A leg of a row, with its sign. */
    private record Side(Coin coin, BigDecimal amount, Optional<BigDecimal> dollars) {}

    private final ReadingTerms terms;
    private final String account;
    private final RepeatedWords words = new RepeatedWords();
    private final int time;
    private final int category;
    private final int operation;
    private final int id;
    private final Columns primary;
    private final Columns base;
    private final Columns quote;
    private final Columns fee;

    History(Header header, ReadingTerms terms) {
      this.terms = terms;
      this.account = terms.account("Binance.US");
      this.time = header.column("Time");
      this.category = header.column("Category");
      this.operation = header.column("Operation");
      this.id = header.column("Transaction ID");
      this.primary = Columns.of(header, "Primary");
      this.base = Columns.of(header, "Base");
      this.quote = Columns.of(header, "Quote");
      this.fee = Columns.of(header, "Fee");
    }

    @Override
    public void read(Row row, StatementFormat.Sink into) {
      Instant at = Times.iso(row.need(time, "Time"), ZoneOffset.UTC);
      String word = words.lower(row.need(category, "Category"));
      into.add(
          switch (word) {
            case "deposit" -> {
              Side came = side(row, primary);
              yield fee(row, draft(row, at, Entry.Kind.DEPOSIT))
                  .in(came.coin(), came.amount())
                  .entry();
            }
            case "withdrawal" -> {
              Side went = side(row, primary);
              yield fee(row, draft(row, at, Entry.Kind.WITHDRAWAL))
                  .out(went.coin(), went.amount())
                  .entry();
            }
            case "distribution" -> distribution(row, at);
            case "spot trading" -> spot(row, at);
            case "buy", "sell", "quick buy", "quick sell", "convert" -> exchanged(row, at);
            default -> throw RowFault.unknown("Category", word);
          });
    }

    private EntryDraft draft(Row row, Instant at, Entry.Kind kind) {
      return EntryDraft.of(terms, kind, at, account, row.line())
          .label(words.same(row.text(operation)))
          .id(row.text(id));
    }

    private Side side(Row row, Columns of) {
      Coin coin = terms.coins().of(row.need(of.asset(), of.name() + " Asset"));
      Optional<BigDecimal> dollars = row.amount(of.dollars());
      Optional<BigDecimal> amount = row.amount(of.amount());
      return new Side(
          coin,
          amount
              .or(() -> asDollars(coin, dollars))
              .orElseThrow(() -> new RowFault("no amount of the " + of.name() + " Asset", "")),
          dollars);
    }

    /** What is worth a dollar may be stated in dollars only. */
    private static Optional<BigDecimal> asDollars(Coin coin, Optional<BigDecimal> dollars) {
      return switch (coin.code()) {
        case "USD", "USDT", "BUSD" -> dollars;
        default -> Optional.empty();
      };
    }

    private EntryDraft fee(Row row, EntryDraft draft) {
      if (row.amount(fee.amount()).filter(paid -> paid.signum() != 0).isEmpty()) {
        return draft;
      }
      Side paid = side(row, fee);
      return draft.fee(paid.coin(), paid.amount()).feeValue(paid.dollars(), DOLLARS);
    }

    private Entry spot(Row row, Instant at) {
      Side main = side(row, base);
      Side price = side(row, quote);
      EntryDraft draft =
          fee(row, draft(row, at, Entry.Kind.TRADE))
              .value(price.dollars().or(main::dollars), DOLLARS);
      String word = words.lower(row.need(operation, "Operation"));
      return switch (word) {
        case "buy" ->
            draft.in(main.coin(), main.amount()).out(price.coin(), price.amount()).entry();
        case "sell" ->
            draft.out(main.coin(), main.amount()).in(price.coin(), price.amount()).entry();
        default -> throw RowFault.unknown("Operation", word);
      };
    }

    /** The base was given for the quote; money that was given holds its fee already. */
    private Entry exchanged(Row row, Instant at) {
      Side gave = side(row, base);
      Side got = side(row, quote);
      EntryDraft draft =
          fee(row, draft(row, at, Entry.Kind.TRADE))
              .in(got.coin(), got.amount())
              .value(got.dollars().or(gave::dollars), DOLLARS);
      return draft.out(gave.coin(), withoutFee(row, gave)).entry();
    }

    private BigDecimal withoutFee(Row row, Side gave) {
      BigDecimal paid = row.amount(fee.amount()).map(BigDecimal::abs).orElse(BigDecimal.ZERO);
      boolean within =
          gave.coin().money()
              && paid.signum() > 0
              && terms.coins().of(row.need(fee.asset(), "Fee Asset")).is(gave.coin())
              && paid.compareTo(gave.amount().abs()) <= 0;
      return within ? gave.amount().abs().subtract(paid) : gave.amount();
    }

    private Entry distribution(Row row, Instant at) {
      Side came = side(row, primary);
      String word = words.lower(row.need(operation, "Operation"));
      String income =
          switch (word) {
            case "staking rewards" -> "staking";
            case "referral commission" -> "referral";
            case "others" -> "airdrop";
            default -> throw RowFault.unknown("Operation", word);
          };
      if (came.amount().signum() < 0) {
        return draft(row, at, Entry.Kind.FEE)
            .fee(came.coin(), came.amount())
            .feeValue(came.dollars(), DOLLARS)
            .entry();
      }
      return fee(row, draft(row, at, Entry.Kind.INCOME))
          .in(came.coin(), came.amount())
          .value(came.dollars(), DOLLARS)
          .label(income)
          .entry();
    }
  }
}
