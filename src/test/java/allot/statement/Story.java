package allot.statement;

import allot.catalog.AssetCatalog;
import allot.money.CurrencyUnit;
import allot.price.PriceHistory;
import allot.statement.Entry.Kind;
import allot.tax.LotSelection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What happened, told entry by entry, as a statement would; and how a ledger of it reads. */
final class Story {
  static final LedgerTerms TERMS = terms(ZoneOffset.UTC, LotSelection.FIFO, false);

  private static final Coins COINS = new Coins(AssetCatalog.builtIn());

  private final String file;
  private final String source;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Balance> balances = new ArrayList<>();
  private Instant at = Instant.parse("2026-01-01T00:00:00Z");
  private String account = "Kraken";
  private Optional<Leg> fee = Optional.empty();
  private Optional<BigDecimal> feeValue = Optional.empty();
  private Optional<BigDecimal> value = Optional.empty();
  private String hash = "";
  private String id = "";
  private String label = "";

  Story(String file, String source) {
    this.file = file;
    this.source = source;
  }

  static Story told() {
    return new Story("k.csv", "kraken");
  }

  static LedgerTerms terms(ZoneId zone, LotSelection selection, boolean fillMissing) {
    return new LedgerTerms(
        CurrencyUnit.USD,
        zone,
        selection,
        fillMissing,
        PriceHistory.EMPTY,
        date -> true,
        Instant.MAX);
  }

  static Coin coin(String code) {
    return COINS.of(code);
  }

  /** {@code 1.25 TAO}. */
  static Leg leg(String amount) {
    int space = amount.indexOf(' ');
    return new Leg(coin(amount.substring(space + 1)), new BigDecimal(amount.substring(0, space)));
  }

  /** {@code 2026-01-05} or {@code 2026-01-05T14:25:00Z}. */
  Story on(String time) {
    at = Instant.parse(time.length() == 10 ? time + "T00:00:00Z" : time);
    return this;
  }

  Story in(String name) {
    account = name;
    return this;
  }

  /** A fee of the next entry. */
  Story fee(String amount) {
    fee = Optional.of(leg(amount));
    return this;
  }

  /** A fee of the next entry, and what it was worth. */
  Story fee(String amount, String worth) {
    feeValue = Optional.of(new BigDecimal(worth));
    return fee(amount);
  }

  Story worth(String money) {
    value = Optional.of(new BigDecimal(money));
    return this;
  }

  Story hash(String text) {
    hash = text;
    return this;
  }

  Story id(String text) {
    id = text;
    return this;
  }

  Story trade(String in, String out) {
    return add(Kind.TRADE, Optional.of(leg(in)), Optional.of(leg(out)), "");
  }

  Story income(String in, String kind) {
    label = kind;
    return add(Kind.INCOME, Optional.of(leg(in)), Optional.empty(), "");
  }

  Story deposit(String in) {
    return add(Kind.DEPOSIT, Optional.of(leg(in)), Optional.empty(), "");
  }

  Story withdrawal(String out) {
    return add(Kind.WITHDRAWAL, Optional.empty(), Optional.of(leg(out)), "");
  }

  Story transfer(String out, String in, String to) {
    return add(Kind.TRANSFER, Optional.of(leg(in)), Optional.of(leg(out)), to);
  }

  Story conversion(String in, String out) {
    return add(Kind.CONVERSION, Optional.of(leg(in)), Optional.of(leg(out)), "");
  }

  Story spending(String out) {
    return add(Kind.SPENDING, Optional.empty(), Optional.of(leg(out)), "");
  }

  Story removal(String out) {
    return add(Kind.REMOVAL, Optional.empty(), Optional.of(leg(out)), "");
  }

  /** The fee alone. */
  Story feeAlone() {
    return add(Kind.FEE, Optional.empty(), Optional.empty(), "");
  }

  Story balance(String wallet, String amount) {
    Leg stated = leg(amount);
    balances.add(
        new Balance(at, account, wallet, stated.coin(), stated.quantity(), origin(entries.size())));
    return this;
  }

  private Entry.Origin origin(int row) {
    return new Entry.Origin(file, row + 1L);
  }

  private Story add(Kind kind, Optional<Leg> in, Optional<Leg> out, String to) {
    entries.add(
        new Entry(
            kind,
            at,
            account,
            in,
            out,
            fee,
            value,
            feeValue,
            to,
            label,
            hash,
            id,
            origin(entries.size() + 1)));
    fee = Optional.empty();
    value = Optional.empty();
    feeValue = Optional.empty();
    hash = "";
    id = "";
    label = "";
    return this;
  }

  List<Entry> entries() {
    return entries;
  }

  Statement statement() {
    return new Statement(
        file,
        source,
        false,
        entries.size(),
        List.copyOf(entries),
        new BitSet(),
        balances,
        List.of());
  }

  Ledger ledger() {
    return ledger(TERMS);
  }

  Ledger ledger(LedgerTerms terms) {
    return LotLedger.of(List.of(statement()), terms);
  }

  /** {@code Kraken 2 TAO: 1 of 2026-01-05 for 300, 1 of ? for ?}. */
  static List<String> positions(Ledger ledger) {
    return ledger.positions().stream()
        .map(
            position ->
                position.account()
                    + " "
                    + plain(position.quantity())
                    + " "
                    + position.coin().code()
                    + ": "
                    + String.join(
                        ", ",
                        position.lots().stream()
                            .map(
                                lot ->
                                    plain(lot.quantity())
                                        + " of "
                                        + text(lot.acquired())
                                        + " for "
                                        + money(lot.cost()))
                            .toList()))
        .toList();
  }

  /** {@code 2026-04-10 sell 0.5 TAO of 2026-01-05 in Kraken: 210 - 200}. */
  static List<String> disposals(Ledger ledger) {
    return ledger.disposals().stream()
        .map(
            part ->
                part.sold()
                    + " "
                    + part.reason().label()
                    + " "
                    + plain(part.quantity())
                    + " "
                    + part.symbol()
                    + " of "
                    + text(part.acquired())
                    + " in "
                    + part.account()
                    + ": "
                    + money(part.proceeds())
                    + " - "
                    + money(part.cost()))
        .toList();
  }

  /** {@code 2026-01-20 0.05 TAO staking in Kraken: 15}. */
  static List<String> income(Ledger ledger) {
    return ledger.income().stream()
        .map(
            income ->
                income.date()
                    + " "
                    + plain(income.quantity())
                    + " "
                    + income.symbol()
                    + " "
                    + income.kind()
                    + " in "
                    + income.account()
                    + ": "
                    + money(income.value()))
        .toList();
  }

  private static String text(Optional<?> some) {
    return some.map(Object::toString).orElse("?");
  }

  private static String money(Optional<BigDecimal> amount) {
    return amount.map(Story::plain).orElse("?");
  }

  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
