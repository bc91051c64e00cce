package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads Kraken's ledger. A trade is two rows or more of one reference; the fee of a row always
 * comes off the row's own asset.
 */
final class KrakenLedgerRows implements StatementFormat.Rows {

  /**
   * A row.
   *
   * @param type in lower case, with the subtype behind a slash if that decides
   * @param fee zero or more
   * @param value of the amount in dollars, without sign
   * @param feeValue of the fee in dollars
   */
  record Change(
      long line,
      Instant at,
      String type,
      String reference,
      String id,
      Coin coin,
      BigDecimal amount,
      BigDecimal fee,
      Optional<BigDecimal> value,
      Optional<BigDecimal> feeValue,
      boolean bonded) {}

  static final String DOLLARS = "USD";

  private final ReadingTerms terms;
  private final String account;
  private final RepeatedWords words = new RepeatedWords();
  private final KrakenCodes codes;
  private final KrakenHeld held;
  private final boolean hasId;
  private final boolean hasSubtype;
  private final boolean hasBalance;
  private final int id;
  private final int reference;
  private final int time;
  private final int type;
  private final int subtype;
  private final int asset;
  private final int wallet;
  private final int amount;
  private final int fee;
  private final int balance;
  private final int value;
  private final int feeValue;

  /** Exchanges of the second that is being read. */
  private final Map<String, Swap> current = new LinkedHashMap<>();

  /** Exchanges of other seconds that lack a side. */
  private final Map<String, Swap> waiting = new LinkedHashMap<>();

  /** The ids of that second, for two exports that were joined tell some rows twice. */
  private final Set<String> seen = new HashSet<>();

  private Instant second = Instant.MIN;

  KrakenLedgerRows(Header header, ReadingTerms terms) {
    this.terms = terms;
    this.account = terms.account(KrakenLedgers.ACCOUNT);
    this.codes = new KrakenCodes(terms.coins());
    this.held = new KrakenHeld(terms, account);
    this.hasId = header.has("txid");
    this.hasSubtype = header.has("subtype");
    this.hasBalance = header.has("balance");
    this.id = header.column("txid");
    this.reference = header.column("refid");
    this.time = header.column("time");
    this.type = header.column("type");
    this.subtype = header.column("subtype");
    this.asset = header.column("asset");
    this.wallet = header.column("wallet");
    this.amount = header.column("amount");
    this.fee = header.column("fee");
    this.balance = header.column("balance");
    this.value = header.column("amountusd");
    this.feeValue = header.column("feeusd");
  }

  @Override
  public void read(Row row, StatementFormat.Sink into) {
    Instant at = Times.iso(row.need(time, "time"), ZoneOffset.UTC);
    String word = words.lower(row.need(type, "type"));
    if (!at.equals(second)) {
      closeSecond(into);
      second = at;
    }
    String code = row.need(asset, "asset");
    String own = row.text(id);
    if (!own.isEmpty() && !seen.add(own)) {
      into.add(internal(row.line(), at, "repeated " + word));
      return;
    }
    if (isPending(row)) {
      into.add(internal(row.line(), at, "pending " + word));
      return;
    }
    if (KrakenCodes.isCredits(code)) {
      into.add(internal(row.line(), at, "fee credits"));
      return;
    }
    Optional<BigDecimal> stated = row.amount(balance);
    interpret(change(row, at, word, code), word, into);
    if (stated.isPresent()) {
      String part = words.same(KrakenCodes.wallet(row.text(wallet), code));
      Coin coin = codes.coin(code);
      into.balance(new Balance(at, account, part, coin, stated.get(), terms.at(row.line())));
    }
  }

  /** Kraken tells of a deposit or withdrawal once before and once when it has happened. */
  private boolean isPending(Row row) {
    return hasId ? row.text(id).isEmpty() : hasBalance && row.text(balance).isEmpty();
  }

  private Change change(Row row, Instant at, String word, String code) {
    String more = words.lower(row.text(subtype));
    return new Change(
        row.line(),
        at,
        isTold(word) || more.isEmpty() ? word : words.same(word + "/" + more),
        row.text(reference),
        row.text(id),
        codes.coin(code),
        row.needAmount(amount, "amount"),
        row.amount(fee).orElse(BigDecimal.ZERO),
        row.amount(value).map(BigDecimal::abs),
        row.amount(feeValue).map(BigDecimal::abs),
        !row.text(wallet).contains("flexible"));
  }

  /** Whether the type alone says what it is; of the other two the subtype does. */
  private static boolean isTold(String word) {
    return !word.equals("earn") && !word.equals("transfer");
  }

  private void interpret(Change it, String word, StatementFormat.Sink into) {
    switch (word) {
      case "trade", "spend", "receive", "settled", "sale", "conversion" -> swap(it, word);
      case "deposit", "withdrawal" -> held.move(it, into);
      case "staking" -> reward(it, "staking", into);
      case "dividend" -> reward(it, "other", into);
      case "invite bonus" -> reward(it, "referral", into);
      case "adjustment" -> held.adjust(it);
      case "margin", "rollover" -> result(it, into);
      case "hybridearnwithdrawal", "hybridearndeposit" -> inside(it, into);
      case "earn", "transfer" -> moved(it, into);
      default -> throw RowFault.unknown("type", word);
    }
  }

  private void moved(Change it, StatementFormat.Sink into) {
    switch (it.type()) {
      case "earn/reward" -> reward(it, it.bonded() ? "staking" : "reward", into);
      case "earn/airdrop", "transfer/airdrop" -> reward(it, "airdrop", into);
      case "earn/migration",
          "earn/allocation",
          "earn/autoallocation",
          "earn/autoallocate",
          "earn/deallocation",
          "transfer/spottostaking",
          "transfer/stakingfromspot",
          "transfer/stakingtospot",
          "transfer/spotfromstaking",
          "transfer/spottofutures",
          "transfer/spotfromfutures" ->
          inside(it, into);
      case "earn/delistingconversion", "transfer/delistingconversion" -> held.delisted(it);
      case "earn" -> held.untold(it);
      case "transfer" -> {
        if (hasSubtype) {
          reward(it, "airdrop", into);
        } else {
          held.untold(it);
        }
      }
      default -> throw RowFault.unknown("subtype", it.type());
    }
  }

  private void swap(Change it, String word) {
    String key = it.reference().isEmpty() ? it.id() : it.reference();
    Swap swap = current.get(key);
    if (swap == null) {
      swap = waiting.remove(key);
      if (swap == null) {
        String label = word.equals("spend") || word.equals("receive") ? "trade" : word;
        swap = new Swap(terms, account, it.at(), it.reference(), label, DOLLARS);
      }
      current.put(key, swap);
    }
    addTo(swap, it);
  }

  static void addTo(Swap swap, Change it) {
    boolean rebate = it.fee().signum() < 0;
    BigDecimal amount = rebate ? it.amount().subtract(it.fee()) : it.amount();
    swap.add(it.line(), it.coin(), amount, it.value());
    if (!rebate) {
      swap.addFee(it.line(), it.coin(), it.fee(), it.feeValue());
    }
  }

  /** What both sides are of is told; what lacks one may have it in another second. */
  private void closeSecond(StatementFormat.Sink into) {
    for (Map.Entry<String, Swap> each : current.entrySet()) {
      if (each.getValue().isComplete()) {
        tell(each.getValue(), into);
      } else {
        waiting.put(each.getKey(), each.getValue());
      }
    }
    current.clear();
    seen.clear();
  }

  private static void tell(Swap swap, StatementFormat.Sink into) {
    try {
      for (Entry entry : swap.entries()) {
        into.add(entry);
      }
    } catch (RowFault e) {
      into.fault(swap.line(), e);
    }
  }

  private Entry internal(long line, Instant at, String label) {
    return EntryDraft.of(terms, Entry.Kind.INTERNAL, at, account, line).label(label).entry();
  }

  private void inside(Change it, StatementFormat.Sink into) {
    into.add(internal(it.line(), it.at(), it.type()));
    if (it.fee().signum() != 0) {
      into.add(feeAlone(it));
    }
  }

  private Entry feeAlone(Change it) {
    return held.draft(it, Entry.Kind.FEE)
        .fee(it.coin(), it.fee())
        .feeValue(it.feeValue(), DOLLARS)
        .entry();
  }

  /** A reward net of its fee; one that is taken back takes its coins with it. */
  private void reward(Change it, String label, StatementFormat.Sink into) {
    into.add(held.reward(it, label));
  }

  /** What a position of borrowed money came to, or cost. */
  private void result(Change it, StatementFormat.Sink into) {
    if (it.amount().signum() > 0) {
      into.add(
          held.draft(it, Entry.Kind.INCOME)
              .in(it.coin(), it.amount())
              .value(it.value(), DOLLARS)
              .label("other")
              .entry());
    } else if (it.amount().signum() < 0) {
      into.add(
          held.draft(it, Entry.Kind.SPENDING)
              .out(it.coin(), it.amount())
              .value(it.value(), DOLLARS)
              .entry());
    }
    if (it.fee().signum() != 0) {
      into.add(feeAlone(it));
    } else if (it.amount().signum() == 0) {
      into.add(internal(it.line(), it.at(), it.type()));
    }
  }

  @Override
  public void end(StatementFormat.Sink into) {
    closeSecond(into);
    List<Swap> left = new ArrayList<>(waiting.values());
    waiting.clear();
    left.forEach(swap -> tell(swap, into));
    held.end(into);
  }
}
