package allot.statement;

import allot.catalog.Asset;
import allot.statement.Entry.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What might have happened on three accounts with three coins, in few seconds, so that many entries
 * share one. All values are known.
 */
final class RandomHistory {
  static final Coin USD = new Coin(Asset.cash("USD"), "USD", true);
  static final List<Coin> COINS = List.of(coin("AAA"), coin("BBB"), coin("CCC"));
  private static final List<String> ACCOUNTS = List.of("Kraken", "Coinbase", "Ledger");
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final SplittableRandom random;
  private final boolean funded;
  private final List<Entry> entries = new ArrayList<>();
  private BigDecimal known = BigDecimal.ZERO;
  private Instant at = START;

  private RandomHistory(SplittableRandom random, boolean funded) {
    this.random = random;
    this.funded = funded;
  }

  private static Coin coin(String code) {
    return new Coin(Asset.unknown(code), code, false);
  }

  /** Anything: also what comes from nowhere, goes nowhere, or was never there. */
  static RandomHistory any(SplittableRandom random) {
    RandomHistory history = new RandomHistory(random, false);
    int size = 1 + random.nextInt(30);
    for (int i = 0; i < size; i++) {
      history.next();
    }
    return history;
  }

  /** There is always enough, and nothing comes or goes without cost. */
  static RandomHistory funded(SplittableRandom random) {
    RandomHistory history = new RandomHistory(random, true);
    for (String account : ACCOUNTS) {
      for (Coin coin : COINS) {
        BigDecimal cost = history.money();
        history.known = history.known.add(cost);
        history.add(
            Kind.TRADE,
            account,
            Optional.of(new Leg(coin, BigDecimal.valueOf(100_000_000))),
            Optional.of(new Leg(USD, cost)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "");
      }
    }
    history.at = START.plusSeconds(1);
    int size = 1 + random.nextInt(30);
    for (int i = 0; i < size; i++) {
      history.next();
    }
    return history;
  }

  List<Entry> entries() {
    return entries;
  }

  /** What all acquisitions cost; of a funded history. */
  BigDecimal cost() {
    return known;
  }

  private BigDecimal money() {
    return BigDecimal.valueOf(random.nextLong(10_000_000), 2 + random.nextInt(5));
  }

  private BigDecimal units() {
    return BigDecimal.valueOf(1 + random.nextLong(1_000_000), random.nextInt(9));
  }

  private Coin anyCoin() {
    return COINS.get(random.nextInt(COINS.size()));
  }

  private void next() {
    at = at.plusSeconds(random.nextInt(3) == 0 ? 1 + random.nextInt(50_000) : 0);
    if (!entries.isEmpty() && random.nextInt(8) == 0 && !funded) {
      entries.add(again(entries.get(entries.size() - 1)));
      return;
    }
    String account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
    Leg one = new Leg(anyCoin(), units());
    Leg two = new Leg(COINS.get((COINS.indexOf(one.coin()) + 1) % COINS.size()), units());
    switch (random.nextInt(funded ? 7 : 10)) {
      case 0 -> buy(account, one);
      case 1 -> trade(account, new Leg(USD, money()), one);
      case 2 -> swap(account, one, two);
      case 3 -> income(account, one);
      case 4 -> transfer(account, one);
      case 5 -> convert(account, one, two);
      case 6 -> spend(account, one);
      case 7 -> move(Kind.WITHDRAWAL, account, one);
      case 8 -> move(Kind.DEPOSIT, account, one);
      default -> move(Kind.REMOVAL, account, one);
    }
  }

  /** Another entry, which says the same. */
  private Entry again(Entry e) {
    return new Entry(
        e.kind(),
        e.at(),
        e.account(),
        e.in(),
        e.out(),
        e.fee(),
        e.value(),
        e.feeValue(),
        e.toAccount(),
        e.label(),
        e.hash(),
        e.id(),
        origin());
  }

  private void buy(String account, Leg coin) {
    BigDecimal cost = money();
    BigDecimal fee = money();
    known = known.add(cost).add(fee);
    add(
        Kind.TRADE,
        account,
        Optional.of(coin),
        Optional.of(new Leg(USD, cost)),
        Optional.of(new Leg(USD, fee)),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private void trade(String account, Leg in, Leg out) {
    add(
        Kind.TRADE,
        account,
        Optional.of(in),
        Optional.of(out),
        Optional.of(new Leg(anyCoin(), units())),
        Optional.empty(),
        Optional.of(money()),
        "");
  }

  private void swap(String account, Leg in, Leg out) {
    BigDecimal value = money();
    known = known.add(value);
    add(
        Kind.TRADE,
        account,
        Optional.of(in),
        Optional.of(out),
        Optional.empty(),
        Optional.of(value),
        Optional.empty(),
        "");
  }

  private void income(String account, Leg in) {
    BigDecimal value = money();
    known = known.add(value);
    add(
        Kind.INCOME,
        account,
        Optional.of(in),
        Optional.empty(),
        Optional.empty(),
        Optional.of(value),
        Optional.empty(),
        "");
  }

  private void transfer(String account, Leg leg) {
    add(
        Kind.TRANSFER,
        account,
        Optional.of(leg),
        Optional.of(leg),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ACCOUNTS.get(random.nextInt(ACCOUNTS.size())));
  }

  private void convert(String account, Leg in, Leg out) {
    add(
        Kind.CONVERSION,
        account,
        Optional.of(in),
        Optional.of(out),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private void spend(String account, Leg out) {
    add(
        Kind.SPENDING,
        account,
        Optional.empty(),
        Optional.of(out),
        Optional.empty(),
        Optional.of(money()),
        Optional.empty(),
        "");
  }

  private void move(Kind kind, String account, Leg leg) {
    Optional<Leg> some = Optional.of(leg);
    boolean comes = kind == Kind.DEPOSIT;
    add(
        kind,
        account,
        comes ? some : Optional.empty(),
        comes ? Optional.empty() : some,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
    if (kind == Kind.WITHDRAWAL && random.nextBoolean()) {
      at = at.plusSeconds(random.nextInt(3));
      move(Kind.DEPOSIT, ACCOUNTS.get(random.nextInt(ACCOUNTS.size())), leg);
    }
  }

  private Entry.Origin origin() {
    return new Entry.Origin("a.csv", entries.size() + 2L);
  }

  private void add(
      Kind kind,
      String account,
      Optional<Leg> in,
      Optional<Leg> out,
      Optional<Leg> fee,
      Optional<BigDecimal> value,
      Optional<BigDecimal> feeValue,
      String to) {
    entries.add(
        new Entry(
            kind, at, account, in, out, fee, value, feeValue, to, "staking", "", "", origin()));
  }
}
