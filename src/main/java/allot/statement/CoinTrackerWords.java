package allot.statement;

import static allot.statement.Entry.Kind.CONVERSION;
import static allot.statement.Entry.Kind.DEPOSIT;
import static allot.statement.Entry.Kind.INTERNAL;
import static allot.statement.Entry.Kind.REMOVAL;
import static allot.statement.Entry.Kind.SPENDING;
import static allot.statement.Entry.Kind.TRADE;
import static allot.statement.Entry.Kind.TRANSFER;
import static allot.statement.Entry.Kind.WITHDRAWAL;

/** What CoinTracker's types and tags mean, which are the same words. */
final class CoinTrackerWords {
  private static final Words IN =
      new Words("a type or tag of what comes")
          .income("airdrop", "airdrop", "fork", "forked")
          .income("mining", "mined", "mining", "mining reward")
          .income("staking", "staked", "staking", "staking reward")
          .income("interest", "interest", "interest payment", "interest earned", "interest income")
          .income("reward", "reward")
          .income("cashback", "rebate", "cashback")
          .income("other", "income", "other income", "payment", "margin gain", "margin rebate")
          .mean(DEPOSIT, "", "receive", "transfer", "gift", "borrow")
          .mean(INTERNAL, "spam", "unstake");
  private static final Words OUT =
      new Words("a type or tag of what goes")
          .mean(REMOVAL, "gift", "lost", "stolen", "lost/stolen", "donation")
          .mean(SPENDING, "payment", "cost", "margin fee", "margin loss", "interest expense")
          .mean(WITHDRAWAL, "", "send", "transfer", "loan repayment")
          .mean(Entry.Kind.FEE, "fee")
          .mean(INTERNAL, "spam", "stake", "staked");
  private static final Words BOTH =
      new Words("a type or tag of a trade")
          .mean(TRADE, "", "buy", "sell", "trade", "multi token trade", "stake", "unstake")
          .mean(CONVERSION, "wrap", "unwrap")
          .mean(TRANSFER, "transfer", "bridge")
          .mean(INTERNAL, "spam");

  private CoinTrackerWords() {}

  /** What a type or a tag makes of a row. */
  static void put(Movement row, String word, StatementFormat.Sink into) {
    Words words =
        switch (row.sides()) {
          case IN -> IN;
          case BOTH -> BOTH;
          case OUT, NONE -> OUT;
        };
    Words.Meaning meaning = words.find(word);
    if (row.sides() == Movement.Sides.NONE) {
      row.put(Entry.Kind.FEE, word.isEmpty() ? "fee" : word, into);
    } else {
      row.put(meaning.kind(), meaning.label(word), into);
    }
  }
}
