package allot.file;

import allot.catalog.Asset;
import allot.catalog.Match;
import allot.portfolio.Classification;
import allot.portfolio.Holding;
import allot.portfolio.Role;
import java.math.BigDecimal;
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

  private final Reading reading;
  private final Members root;
  private final Optional<Node> holdings;
  private final Optional<Node> ownAssets;

  /** Decides where the holdings are and where the file's own assets. */
  HoldingShapes(Reading reading, Node document, Members root) {
    this.reading = reading;
    this.root = root;
    boolean bare = document.json() instanceof JsonValue.Arr;
    Optional<Node> listed = bare ? Optional.of(document) : root.take("holdings");
    Optional<Node> wrapped = reading.strict ? Optional.empty() : root.takeNested("portfolio");
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

  /** The members of the root; a bare list of holdings has none. */
  static Members root(Node document) {
    if (document.json() instanceof JsonValue.Arr list) {
      return new Members(new JsonValue.Obj(list.span(), List.of()), "", document.problems());
    }
    Optional<Members> members = document.members();
    if (members.isEmpty()) {
      document.problems().throwIfAny();
    }
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
        .ifPresent(amount -> found.add(cash(amount)));
    return found;
  }

  private Holding cash(BigDecimal amount) {
    Asset asset = reading.catalog().byId(reading.currency.code()).orElseThrow();
    return new Holding(
        asset,
        amount,
        Optional.empty(),
        "",
        Role.TRADABLE,
        new Classification(asset.bucket(), Classification.By.CATALOGUE, ""),
        List.of(),
        Optional.empty(),
        "");
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
    if (!readMap(root, found) && !cashOnly) {
      root.missing("holdings");
    }
  }

  /** Reads a map of assets; whether there was anything to read, right or wrong. */
  private boolean readMap(Members map, List<Holding> found) {
    HoldingReader reader = new HoldingReader(reading);
    boolean any = false;
    for (Members.Entry entry : map.takeRest()) {
      boolean known = !(reading.catalog().find(entry.key()) instanceof Match.Unknown);
      boolean holds = entry.value().isNumber() || entry.value().json() instanceof JsonValue.Obj;
      if (!known && refusedAsNoAsset(map, entry)) {
        any = true;
      } else if (known || holds) {
        any = true;
        reader.readEntry(map, entry).ifPresent(found::add);
      } else {
        reading.ignoredKeys.add(entry.key());
      }
    }
    return any;
  }

  /** What stands where an asset should: a lone holding, a whole file, or a misspelt key of one. */
  private static boolean refusedAsNoAsset(Members map, Members.Entry entry) {
    boolean ofHolding = HoldingReader.ALL_NAMES.contains(entry.key());
    boolean ofFile = PortfolioFile.ALL_NAMES.contains(entry.key());
    if (ofHolding && entry.value().isNumber()) {
      map.refuseKey(entry, "names no asset", "put a single holding in a list, [ { ... } ]");
      return true;
    }
    if (ofFile && entry.value().isNested()) {
      map.refuseKey(entry, "stands too deep", "move it to the top of the file");
      return true;
    }
    return !ofHolding && map.refusedAsMisspelt(entry, PortfolioFile.ALL_NAMES);
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
        "lists transactions, not holdings",
        "write what is held, its purchases as `lots`, or have `allot import` read the export");
  }
}
