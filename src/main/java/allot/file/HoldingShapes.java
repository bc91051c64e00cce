package allot.file;

import allot.catalog.Asset;
import allot.catalog.Match;
import allot.portfolio.Classification;
import allot.portfolio.Holding;
import allot.portfolio.Role;
import allot.problem.Problems;
import allot.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the holdings in a file: in {@code holdings}, or, where no version is stated, in the shapes
 * that people write by hand.
 */
final class HoldingShapes {
  static final int MOST_HOLDINGS = 200_000;
  private static final List<String> TRANSACTIONS =
      List.of("trades", "transactions", "deposits", "withdrawals", "withdraws", "activities");
  private static final List<String> SIDES =
      List.of("buy", "sell", "trade", "deposit", "withdrawal", "transfer", "swap");
  private static final List<String> ROOT_KEYS =
      List.of(
          "version",
          "holdings",
          "portfolio",
          "assets",
          "target",
          "within",
          "costs",
          "timezone",
          "currency",
          "cashBalance");

  private final Reading reading;
  private final Members root;
  private final Optional<Node> holdings;
  private final Optional<Node> ownAssets;

  /** Decides where the holdings are and where the file's own assets. */
  HoldingShapes(Reading reading, Members root) {
    this.reading = reading;
    this.root = root;
    Optional<Node> listed = root.take("holdings");
    Optional<Node> wrapped = reading.strict ? Optional.empty() : root.take("portfolio");
    if (listed.isPresent() && wrapped.isPresent()) {
      wrapped.get().refuse("stands beside `holdings`", "keep one of them");
    }
    Optional<Node> found = listed.or(() -> wrapped);
    boolean assetsAreHoldings = found.isEmpty() && !reading.strict;
    Optional<Node> assets = root.take("assets");
    this.holdings = assetsAreHoldings ? assets : found;
    this.ownAssets = assetsAreHoldings ? Optional.empty() : assets;
  }

  Optional<Node> ownAssets() {
    return ownAssets;
  }

  /** The members of the root; a bare list of holdings counts as the member of that name. */
  static Members root(JsonValue json, Problems problems) {
    if (json instanceof JsonValue.Arr) {
      JsonValue.Member holdings =
          new JsonValue.Member(
              "holdings", new Span(json.span().start(), json.span().start()), json);
      return new Members(new JsonValue.Obj(json.span(), List.of(holdings)), "", problems);
    }
    Optional<Members> members = new Node(json, "", problems).members();
    problems.throwIfAny();
    return members.orElseThrow();
  }

  List<Holding> holdings() {
    List<Holding> found = new ArrayList<>();
    Optional<Node> cash = reading.strict ? Optional.empty() : root.take("cashBalance");
    if (holdings.isPresent()) {
      readContainer(holdings.get(), found);
    } else if (reading.strict) {
      root.missing("holdings");
    } else {
      readRootMap(found, cash.isPresent());
    }
    cash.flatMap(node -> node.number(Node.Range.NOT_NEGATIVE))
        .ifPresent(
            amount -> {
              Asset asset = reading.catalog().byId(reading.currency.code()).orElseThrow();
              found.add(
                  new Holding(
                      asset,
                      amount,
                      Optional.empty(),
                      "",
                      Role.TRADABLE,
                      new Classification(asset.bucket(), Classification.By.CATALOGUE, ""),
                      List.of(),
                      Optional.empty(),
                      ""));
            });
    return found;
  }

  private void readContainer(Node container, List<Holding> found) {
    if (!reading.strict && container.json() instanceof JsonValue.Obj) {
      readMap(container.members().orElseThrow(), found);
      return;
    }
    List<Node> items = container.items().orElse(List.of());
    if (items.size() > MOST_HOLDINGS) {
      container.refuse(
          "has " + items.size() + " holdings", "at most " + MOST_HOLDINGS + " are read");
      return;
    }
    if (!reading.strict && !items.isEmpty() && isTransaction(items.get(0))) {
      refuseTransactions(container);
      return;
    }
    HoldingReader reader = new HoldingReader(reading);
    for (Node item : items) {
      reader.read(item).ifPresent(found::add);
    }
  }

  private void readRootMap(List<Holding> found, boolean cashOnly) {
    for (String key : TRANSACTIONS) {
      Optional<Node> node = root.take(key);
      if (node.isPresent()) {
        refuseTransactions(node.get());
        return;
      }
    }
    int before = found.size();
    boolean misspelt = !readMap(root, found);
    if (found.size() == before && !cashOnly && !misspelt) {
      root.missing("holdings");
    }
  }

  /** Reads a map of assets; whether none of its keys was refused as misspelt. */
  private boolean readMap(Members map, List<Holding> found) {
    HoldingReader reader = new HoldingReader(reading);
    boolean wellSpelt = true;
    for (Members.Entry entry : map.takeRest()) {
      boolean known = !(reading.catalog().find(entry.key()) instanceof Match.Unknown);
      boolean holds = entry.value().isNumber() || entry.value().json() instanceof JsonValue.Obj;
      if (!known && map.refusedAsMisspelt(entry, ROOT_KEYS)) {
        wellSpelt = false;
      } else if (known || holds) {
        reader.readEntry(map, entry).ifPresent(found::add);
      } else {
        reading.ignoredKeys.add(entry.key());
      }
    }
    return wellSpelt;
  }

  private static boolean isTransaction(Node item) {
    if (!(item.json() instanceof JsonValue.Obj object)) {
      return false;
    }
    for (JsonValue.Member member : object.members()) {
      boolean side =
          member.name().equals("type")
              || member.name().equals("side")
              || member.name().equals("action");
      if (side
          && member.value() instanceof JsonValue.Str string
          && SIDES.contains(string.value().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static void refuseTransactions(Node node) {
    node.refuse(
        "lists transactions, not holdings", "allot reads what is held: a quantity for each asset");
  }
}
