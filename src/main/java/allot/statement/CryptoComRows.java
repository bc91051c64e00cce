package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the rows of the Crypto.com app by their kinds. */
final class CryptoComRows implements StatementFormat.Rows {
  private final ReadingTerms terms;
  private final String account;
  private final RepeatedWords words = new RepeatedWords();
  private final int time;
  private final int coin;
  private final int amount;
  private final int toCoin;
  private final int toAmount;
  private final int nativeCoin;
  private final int nativeAmount;
  private final int dollars;
  private final int kind;
  private final int hash;

  /** Conversions whose rows share a second, by it and what they are called. */
  private final Map<String, Swap> together = new LinkedHashMap<>();

  CryptoComRows(Header header, ReadingTerms terms) {
    this.terms = terms;
    this.account = terms.account("Crypto.com");
    this.time = header.column("Timestamp (UTC)");
    this.coin = header.column("Currency");
    this.amount = header.column("Amount");
    this.toCoin = header.column("To Currency");
    this.toAmount = header.column("To Amount");
    this.nativeCoin = header.column("Native Currency");
    this.nativeAmount = header.column("Native Amount");
    this.dollars = header.column("Native Amount (in USD)");
    this.kind = header.column("Transaction Kind");
    this.hash = header.column("Transaction Hash");
  }

  @Override
  public void read(Row row, StatementFormat.Sink into) {
    Instant at = Times.iso(row.need(time, "Timestamp (UTC)"), ZoneOffset.UTC);
    String word = words.lower(row.need(kind, "Transaction Kind"));
    switch (word) {
      case "dust_conversion_debited", "dust_conversion_credited" ->
          together(row, at, "dust_conversion");
      case "crypto_wallet_swap_debited", "crypto_wallet_swap_credited" ->
          together(row, at, "crypto_wallet_swap");
      case "viban_purchase",
          "van_purchase",
          "recurring_buy_order",
          "crypto_exchange",
          "crypto_viban_exchange",
          "crypto_to_van_sell_order",
          "trading.limit_order.fiat_wallet.sell_commit",
          "trading.limit_order.fiat_wallet.purchase_commit" ->
          into.add(traded(row, at, word));
      case "crypto_purchase" -> into.add(purchased(row, at, word));
      case "crypto_deposit",
          "exchange_to_crypto_transfer",
          "crypto_withdrawal",
          "crypto_to_exchange_transfer",
          "crypto_transfer",
          "viban_deposit",
          "van_deposit",
          "viban_withdrawal",
          "van_withdrawal" ->
          into.add(moved(row, at, word));
      case "crypto_payment", "card_top_up" -> into.add(gone(row, at, word, Entry.Kind.SPENDING));
      case "card_cashback_reverted", "reimbursement_reverted" ->
          into.add(gone(row, at, word, Entry.Kind.REMOVAL));
      default -> other(row, at, word, into);
    }
  }

  private void other(Row row, Instant at, String word, StatementFormat.Sink into) {
    if (isInside(word)) {
      into.add(draft(row, at, word, Entry.Kind.INTERNAL).entry());
      return;
    }
    String income = income(word);
    if (income.isEmpty()) {
      throw RowFault.unknown("Transaction Kind", word);
    }
    BigDecimal came = row.needAmount(amount, "Amount");
    into.add(
        came.signum() < 0
            ? gone(row, at, word, Entry.Kind.REMOVAL)
            : draft(row, at, income, Entry.Kind.INCOME)
                .in(coin(row), came)
                .value(value(row), valued(row))
                .entry());
  }

  /** Locking, staking and what else moves nothing out of the account. */
  private static boolean isInside(String word) {
    return word.startsWith("lockup_")
        || word.startsWith("crypto_earn_program_")
        || word.startsWith("dynamic_coin_swap_")
        || word.startsWith("interest_swap_")
        || word.endsWith("_lock")
        || word.endsWith("_unlock")
        || switch (word) {
          case "supercharger_deposit",
              "supercharger_withdrawal",
              "council_node_deposit_created",
              "finance.lockup.dpos_lock.crypto_wallet",
              "finance.dpos.staking.crypto_wallet",
              "finance.dpos.unstaking.crypto_wallet" ->
              true;
          default -> false;
        };
  }

  /** What kind of income it is; empty if it is none. */
  private static String income(String word) {
    if (word.endsWith("_cashback")) {
      return "cashback";
    }
    if (word.startsWith("referral_")) {
      return "referral";
    }
    return switch (word) {
      case "crypto_earn_interest_paid", "crypto_earn_extra_interest_paid" -> "interest";
      case "mco_stake_reward",
          "finance.lockup.dpos_compound_interest.crypto_wallet",
          "finance.dpos.non_compound_interest.crypto_wallet",
          "finance.dpos.compound_interest.crypto_wallet" ->
          "staking";
      case "reimbursement" -> "cashback";
      case "campaign_reward",
          "gift_card_reward",
          "rewards_platform_deposit_credited",
          "supercharger_reward_to_app_credited" ->
          "reward";
      case "admin_wallet_credited" -> "other";
      default -> "";
    };
  }

  private EntryDraft draft(Row row, Instant at, String label, Entry.Kind of) {
    return EntryDraft.of(terms, of, at, account, row.line()).label(label).hash(row.text(hash));
  }

  private Coin coin(Row row) {
    return terms.coins().of(row.need(coin, "Currency"));
  }

  private boolean isNative(Row row) {
    return row.text(nativeCoin).equalsIgnoreCase(terms.currency().code());
  }

  private Optional<BigDecimal> value(Row row) {
    return row.amount(isNative(row) ? nativeAmount : dollars);
  }

  /** The currency that {@link #value} is in. */
  private String valued(Row row) {
    return isNative(row) ? terms.currency().code() : "USD";
  }

  private Entry traded(Row row, Instant at, String word) {
    if (row.text(toCoin).isEmpty()) {
      return purchased(row, at, word);
    }
    return draft(row, at, word, Entry.Kind.TRADE)
        .out(coin(row), row.needAmount(amount, "Amount"))
        .in(terms.coins().of(row.text(toCoin)), row.needAmount(toAmount, "To Amount"))
        .value(value(row), valued(row))
        .entry();
  }

  /** What came by card: the native amount was paid. */
  private Entry purchased(Row row, Instant at, String word) {
    BigDecimal came = row.needAmount(amount, "Amount");
    Coin money = terms.coins().of(row.need(nativeCoin, "Native Currency"));
    if (came.signum() <= 0 || coin(row).is(money)) {
      throw new RowFault("a purchase that does not tell what was bought", "");
    }
    return draft(row, at, word, Entry.Kind.TRADE)
        .in(coin(row), came)
        .out(money, row.needAmount(nativeAmount, "Native Amount"))
        .value(value(row), valued(row))
        .entry();
  }

  private Entry moved(Row row, Instant at, String word) {
    BigDecimal quantity = row.needAmount(amount, "Amount");
    return quantity.signum() < 0
        ? draft(row, at, word, Entry.Kind.WITHDRAWAL).out(coin(row), quantity).entry()
        : draft(row, at, word, Entry.Kind.DEPOSIT).in(coin(row), quantity).entry();
  }

  private Entry gone(Row row, Instant at, String word, Entry.Kind of) {
    EntryDraft draft = draft(row, at, word, of).out(coin(row), row.needAmount(amount, "Amount"));
    return of == Entry.Kind.SPENDING ? draft.value(value(row), valued(row)).entry() : draft.entry();
  }

  private void together(Row row, Instant at, String label) {
    BigDecimal quantity = row.needAmount(amount, "Amount");
    Coin of = coin(row);
    Optional<BigDecimal> worth = value(row);
    together
        .computeIfAbsent(label + at, key -> new Swap(terms, account, at, "", label, valued(row)))
        .add(row.line(), of, quantity, worth);
  }

  @Override
  public void end(StatementFormat.Sink into) {
    for (Swap swap : together.values()) {
      try {
        for (Entry entry : swap.entries()) {
          into.add(swap.label().equals("dust_conversion") ? entry : renamed(entry));
        }
      } catch (RowFault e) {
        into.fault(swap.line(), e);
      }
    }
  }

  /** A balance that Crypto.com turned into another keeps its lots. */
  private static Entry renamed(Entry entry) {
    if (entry.kind() != Entry.Kind.TRADE) {
      return entry;
    }
    return new Entry(
        Entry.Kind.CONVERSION,
        entry.at(),
        entry.account(),
        entry.in(),
        entry.out(),
        entry.fee(),
        Optional.empty(),
        Optional.empty(),
        "",
        entry.label(),
        entry.hash(),
        entry.id(),
        entry.origin());
  }
}
