package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened, as a statement tells it. Which legs there are depends on the kind; the
 * constructor refuses others.
 *
 * @param kind what it is
 * @param at when, in UTC
 * @param account where: of a transfer the account that it leaves
 * @param in what came; the whole amount, before any fee that is taken of it on top
 * @param out what went, without the fee
 * @param fee what was paid beside {@code in} and {@code out}, of the same account
 * @param value what the legs were worth then, in the currency of the statement's reader: of a trade
 *     one side without fees, of income what came, of a spending what went; empty if unknown
 * @param feeValue what a fee was worth then; empty if unknown, or if it is in that currency itself
 * @param toAccount of a transfer the account that it reaches; else empty
 * @param label of income what it is ({@code staking}, {@code airdrop}, {@code interest}, {@code
 *     reward}, {@code mining}, {@code referral}, {@code cashback}, {@code other}), of the other
 *     kinds the statement's own word, for {@code --dry-run}
 * @param hash of the transaction on its chain, else empty
 * @param id by which an exchange knows it, so that overlapping files count it once; else empty
 * @param origin where it stands
 */
public record Entry(
    Kind kind,
    Instant at,
    String account,
    Optional<Leg> in,
    Optional<Leg> out,
    Optional<Leg> fee,
    Optional<BigDecimal> value,
    Optional<BigDecimal> feeValue,
    String toAccount,
    String label,
    String hash,
    String id,
    Origin origin) {

  /** What happened. */
  public enum Kind {
    /** {@code out} was given for {@code in}; either may be money. */
    TRADE(true, true),
    /** {@code in} came as income, taxed at its value: rewards, airdrops, interest. */
    INCOME(true, false),
    /** {@code in} came from somewhere: an account of one's own, or nobody knows. */
    DEPOSIT(true, false),
    /** {@code out} went somewhere: to an account of one's own, or nobody knows. */
    WITHDRAWAL(false, true),
    /** {@code out} left the account and {@code in} reached {@code toAccount}: one's own. */
    TRANSFER(true, true),
    /** {@code out} paid for something: a disposal at its value. */
    SPENDING(false, true),
    /** {@code out} was given away or lost: lots go, without proceeds, gain or income. */
    REMOVAL(false, true),
    /** {@code out} became {@code in}: a rename or migration; lots and dates stay. */
    CONVERSION(true, true),
    /** A fee alone. */
    FEE(false, false),
    /** A movement inside the account that changes nothing, as staking and unstaking. */
    INTERNAL(false, false);

    private final boolean in;
    private final boolean out;

    Kind(boolean in, boolean out) {
      this.in = in;
      this.out = out;
    }
  }

  /**
   * Where an entry stands.
   *
   * @param file as the user named it
   * @param line 1-based, of the row or the first of its rows
   */
  public record Origin(String file, long line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  public Entry {
    if (kind.in != in.isPresent() && kind != Kind.INTERNAL) {
      throw new IllegalArgumentException(kind + " and what came");
    }
    if (kind.out != out.isPresent() && kind != Kind.INTERNAL) {
      throw new IllegalArgumentException(kind + " and what went");
    }
    if (kind == Kind.FEE && fee.isEmpty()) {
      throw new IllegalArgumentException("a fee of nothing");
    }
    if ((kind == Kind.TRANSFER) == toAccount.isEmpty()) {
      throw new IllegalArgumentException(kind + " and where it goes");
    }
  }
}
