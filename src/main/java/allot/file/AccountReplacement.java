package allot.file;

import allot.catalog.Asset;
import allot.file.JsonValue.Obj;
import allot.portfolio.HeldLots;
import allot.portfolio.Holding;
import allot.portfolio.HoldingChange;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of the rows of a portfolio file when statements tell all that some of its accounts
 * hold. Accounts are compared without case, and keep the spelling of the file. Money stays as it
 * is, for statements tell of none.
 */
final class AccountReplacement {
  private final String file;
  private final Portfolio portfolio;
  private final List<JsonValue> items;

  /** The file's spelling of each account that is replaced; at first the statements'. */
  private final Map<String, String> spellings = new LinkedHashMap<>();

  private final List<HoldingChange> changes = new ArrayList<>();
  private final List<Holding> added = new ArrayList<>();
  private final Set<Integer> removed = new HashSet<>();

  /**
   * @param items the rows as they are written
   * @throws ProblemException of kind DATA if several rows are of one asset in one account: a
   *     statement does not tell which of them it means
   */
  AccountReplacement(
      String file,
      Portfolio portfolio,
      List<JsonValue> items,
      List<String> accounts,
      List<HeldLots> held) {
    this.file = file;
    this.portfolio = portfolio;
    this.items = items;
    accounts.forEach(this::replace);
    held.forEach(holding -> replace(holding.account()));
    Map<Key, Integer> rows = rows();
    for (HeldLots holding : held) {
      put(holding, rows);
    }
    removed.addAll(rows.values());
  }

  /** What a statement can tell apart. */
  private record Key(String account, String asset) {}

  private static String folded(String account) {
    return account.strip().toLowerCase(Locale.ROOT);
  }

  private void replace(String account) {
    spellings.putIfAbsent(folded(account), account);
  }

  /** Rows that change, each with what is meant of it. */
  List<HoldingChange> changes() {
    return changes;
  }

  /** Rows that go. */
  Set<Integer> removed() {
    return removed;
  }

  List<Holding> added() {
    return added;
  }

  private Map<Key, Integer> rows() {
    Map<Key, List<Integer>> all = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < items.size(); row++) {
      Holding holding = portfolio.holdings().get(row);
      String account = folded(holding.account());
      if (!spellings.containsKey(account)) {
        continue;
      }
      if (seen.add(account)) {
        spellings.put(account, holding.account());
      }
      if (!holding.asset().isCash()) {
        Key key = new Key(account, holding.asset().id());
        all.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
      }
    }
    refuseSeveral(all);
    Map<Key, Integer> rows = new LinkedHashMap<>();
    all.forEach((key, several) -> rows.put(key, several.get(0)));
    return rows;
  }

  private void refuseSeveral(Map<Key, List<Integer>> rows) {
    List<Problem> problems = new ArrayList<>();
    rows.forEach(
        (key, several) -> {
          if (several.size() > 1) {
            problems.add(several(several));
          }
        });
    if (!problems.isEmpty()) {
      int listed = Math.min(problems.size(), Problems.LISTED);
      throw new ProblemException(problems.subList(0, listed), problems.size() - listed);
    }
  }

  private Problem several(List<Integer> rows) {
    Holding first = portfolio.holdings().get(rows.get(0));
    boolean frozen =
        rows.stream().anyMatch(row -> portfolio.holdings().get(row).role() == Role.FROZEN);
    String where = first.account().isEmpty() ? "without an account" : "in " + first.account();
    return Problem.ofFile(
        Kind.DATA,
        file,
        "has "
            + rows.size()
            + " rows of "
            + first.asset().symbol()
            + " "
            + where
            + ", and a statement does not tell which is which",
        frozen
            ? "give the frozen row an account of its own"
            : "make one of them, or import under another name with --account");
  }

  private void put(HeldLots held, Map<Key, Integer> rows) {
    Asset asset = AssetNames.resolved(file, portfolio.catalog(), held.asset());
    String account = folded(held.account());
    Integer row = rows.remove(new Key(account, asset.id()));
    if (row == null) {
      added.add(
          new Holding(
              asset,
              held.quantity(),
              Optional.empty(),
              spellings.getOrDefault(account, held.account()),
              Role.TRADABLE,
              HoldingReader.classify(asset, Optional.empty(), ""),
              held.lots(),
              Lot.cost(held.lots()),
              ""));
      return;
    }
    Holding before = portfolio.holdings().get(row);
    if (!isSame(before, held)) {
      changes.add(change(row, before, held));
    }
  }

  private static boolean isSame(Holding before, HeldLots held) {
    boolean same =
        before.quantity().compareTo(held.quantity()) == 0
            && before.lots().size() == held.lots().size();
    for (int i = 0; same && i < held.lots().size(); i++) {
      same = isSame(before.lots().get(i), held.lots().get(i));
    }
    return same;
  }

  private static boolean isSame(Lot a, Lot b) {
    return a.acquired().equals(b.acquired())
        && a.quantity().compareTo(b.quantity()) == 0
        && a.cost().isPresent() == b.cost().isPresent()
        && (a.cost().isEmpty() || a.cost().get().compareTo(b.cost().get()) == 0);
  }

  /** Lots that are still there, or partly, stay where they stand; what follows them is new. */
  private HoldingChange change(int row, Holding before, HeldLots held) {
    List<Optional<Lot>> left =
        new ArrayList<>(Collections.nCopies(before.lots().size(), Optional.empty()));
    Obj object = (Obj) items.get(row);
    int from = 0;
    int kept = 0;
    for (Lot lot : held.lots()) {
      int at = find(before.lots(), from, lot, object);
      if (at < 0) {
        break;
      }
      left.set(at, Optional.of(isSame(before.lots().get(at), lot) ? before.lots().get(at) : lot));
      from = at + 1;
      kept++;
    }
    Holding after =
        new Holding(
            before.asset(),
            held.quantity(),
            before.price(),
            before.account(),
            before.role(),
            before.classification(),
            held.lots(),
            Lot.cost(held.lots()),
            before.note());
    List<Lot> gained = held.lots().subList(kept, held.lots().size());
    return new HoldingChange(row, before, after, left, gained);
  }

  private static int find(List<Lot> lots, int from, Lot lot, Obj holding) {
    for (int i = from; i < lots.size(); i++) {
      if (isSame(lots.get(i), lot)) {
        return i;
      }
    }
    for (int i = from; i < lots.size(); i++) {
      if (isLess(lots.get(i), lot) && !hasPrice(holding, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isLess(Lot old, Lot lot) {
    return old.acquired().equals(lot.acquired())
        && old.quantity().compareTo(lot.quantity()) > 0
        && old.cost().isPresent() == lot.cost().isPresent();
  }

  /** Whether a lot is written with a price per coin: part of it may cost another one. */
  private static boolean hasPrice(Obj holding, int lot) {
    JsonValue.Arr lots = (JsonValue.Arr) holding.member("lots").orElseThrow().value();
    return ((Obj) lots.items().get(lot)).member("price").isPresent();
  }
}
