package allot.statement;

import static allot.statement.Entry.Kind.CONVERSION;
import static allot.statement.Entry.Kind.DEPOSIT;
import static allot.statement.Entry.Kind.INTERNAL;
import static allot.statement.Entry.Kind.REMOVAL;
import static allot.statement.Entry.Kind.SPENDING;
import static allot.statement.Entry.Kind.TRADE;
import static allot.statement.Entry.Kind.TRANSFER;
import static allot.statement.Entry.Kind.WITHDRAWAL;

import allot.statement.StatementFormat.Sink;

/** What Koinly's types and labels mean. */
final class KoinlyWords {
  private static final Words IN =
      new Words("a label of a deposit")
          .income("airdrop", "airdrop", "fork")
          .income("mining", "mining")
          .income("staking", "staking", "staking reward")
          .income("reward", "reward")
          .income("interest", "lending interest", "loan interest", "interest")
          .income("cashback", "cashback", "fee refund")
          .income("other", "income", "other income", "salary")
          .income("other", "realized gain", "realized pnl", "realized p&l", "margin gain")
          .mean(DEPOSIT, "", "gift", "loan", "margin loan")
          .mean(INTERNAL, "received from pool", "remove from pool", "unstake", "ignored");
  private static final Words OUT =
      new Words("a label of a withdrawal")
          .mean(REMOVAL, "gift", "lost", "donation", "stolen")
          .mean(SPENDING, "cost", "payment", "tax", "loan fee", "margin fee", "interest payment")
          .mean(SPENDING, "realized gain", "realized loss", "realized pnl", "realized p&l")
          .mean(WITHDRAWAL, "", "loan repayment", "margin repayment")
          .mean(INTERNAL, "sent to pool", "add to pool", "stake", "ignored");
  private static final Words BOTH =
      new Words("a label of a trade")
          .mean(TRADE, "", "liquidity in", "liquidity out")
          .mean(CONVERSION, "swap")
          .mean(INTERNAL, "ignored");
  private static final Words MOVED = new Words("a label of a transfer").mean(TRANSFER, "");

  private static final Words TYPES =
      new Words("a type of transaction")
          .mean(TRADE, "buy", "sell", "exchange", "trade")
          .mean(TRANSFER, "transfer")
          .mean(DEPOSIT, "deposit", "fiat deposit", "crypto deposit", "receive")
          .mean(WITHDRAWAL, "withdrawal", "fiat withdrawal", "crypto withdrawal", "send");

  private KoinlyWords() {}

  /**
   * Hands on a row that has a type: it tells trades from transfers; what is filled tells what comes
   * from what goes.
   */
  static void put(Movement row, String type, String label, Sink into) {
    Entry.Kind kind = TYPES.find(type).kind();
    Movement.Sides sides = row.sides();
    boolean both = sides == Movement.Sides.BOTH;
    boolean wrong =
        kind == TRADE ? !both && sides != Movement.Sides.NONE : both && kind != TRANSFER;
    if (wrong) {
      throw new RowFault(
          "the type `" + type + "` does not go with " + (both ? "two amounts" : "one amount"), "");
    }
    if (both && kind == TRANSFER) {
      MOVED.find(label);
      row.put(TRANSFER, label.isEmpty() ? type : label, into);
    } else {
      put(row, label, into);
    }
  }

  /** Hands on a row that has a label alone; both sides are a trade. */
  static void put(Movement row, String label, Sink into) {
    switch (row.sides()) {
      case IN -> put(row, IN, label, into);
      case OUT -> put(row, OUT, label, into);
      case BOTH -> put(row, BOTH, label, into);
      case NONE -> {
        OUT.find(label);
        row.put(Entry.Kind.FEE, label.isEmpty() ? "fee" : label, into);
      }
    }
  }

  private static void put(Movement row, Words words, String label, Sink into) {
    Words.Meaning meaning = words.find(label);
    row.put(meaning.kind(), meaning.label(label), into);
  }
}
