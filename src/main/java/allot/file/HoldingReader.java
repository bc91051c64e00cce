package allot.file;

import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.file.Node.Range;
import allot.money.ExactDecimal;
import allot.portfolio.Classification;
import allot.portfolio.Classification.By;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Role;
import allot.portfolio.WrittenPrice;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one holding, written as an object, a pair, or an entry of a map. */
final class HoldingReader {
  static final List<String> KEYS =
      List.of(
          "asset",
          "quantity",
          "price",
          "priceAsOf",
          "account",
          "role",
          "bucket",
          "reason",
          "lots",
          "avg_price",
          "total_cost",
          "note");
  static final List<String> QUANTITY =
      List.of("quantity", "amount", "qty", "balance", "units", "tokens");
  static final List<String> AVERAGE =
      List.of("avg_price", "avgPrice", "avgBuyPrice", "purchase_price");
  static final List<String> TOTAL = List.of("total_cost", "totalInvested", "invested");
  private static final List<String> AMBIGUOUS_COST = List.of("cost_basis", "costBasis");
  private static final String COST_REMEDY = "write `avg_price` (per coin) or `total_cost`";
  private static final Map<String, String> REMEDIES = remedies();
  static final List<String> ALL_NAMES = allNames();

  /** Average prices are rounded: so far, in parts of the total, they may be off it. */
  private static final BigDecimal AGREEMENT = new BigDecimal("0.005");

  private final Reading reading;
  private final IdentityReader identity;

  HoldingReader(Reading reading) {
    this.reading = reading;
    this.identity = new IdentityReader(reading);
  }

  /** What to do, in a file with a version, about the names that others have for our keys. */
  private static Map<String, String> remedies() {
    Map<String, String> remedies = new HashMap<>();
    for (String key : IdentityReader.KEYS) {
      remedies.put(key, "did you mean `asset`?");
    }
    for (List<String> names : List.of(QUANTITY, AVERAGE, TOTAL)) {
      for (String name : names) {
        remedies.put(name, "did you mean `" + names.get(0) + "`?");
      }
    }
    for (String key : AMBIGUOUS_COST) {
      remedies.put(key, COST_REMEDY);
    }
    return remedies;
  }

  private static List<String> allNames() {
    List<String> names = new ArrayList<>(KEYS);
    names.addAll(REMEDIES.keySet());
    return List.copyOf(names);
  }

  /** A holding as an object or a pair. */
  Optional<Holding> read(Node node) {
    if (!reading.strict && node.json() instanceof JsonValue.Arr) {
      return readPair(node);
    }
    Optional<Members> members = node.members();
    if (members.isEmpty()) {
      return Optional.empty();
    }
    return readObject(node, members.get(), identity.read(members.get()));
  }

  /** An entry of a map: a quantity, or an object, under the name of an asset. */
  Optional<Holding> readEntry(Members parent, Members.Entry entry) {
    if (entry.value().json() instanceof JsonValue.Obj) {
      Members members = entry.value().members().orElseThrow();
      Optional<Asset> asset = identity.readEntry(parent, entry, members);
      return readObject(entry.value(), members, asset);
    }
    Optional<Asset> asset = identity.ofKey(parent, entry);
    return plain(asset, entry.value().number(Range.NOT_NEGATIVE), entry.value());
  }

  private Optional<Holding> readPair(Node node) {
    List<Node> items = node.items().orElseThrow();
    if (items.size() != 2) {
      node.refuse("must be a pair of an asset and a quantity", "");
      return Optional.empty();
    }
    Optional<Asset> asset = identity.ofText(items.get(0));
    return plain(asset, items.get(1).number(Range.NOT_NEGATIVE), node);
  }

  private Optional<Holding> plain(Optional<Asset> asset, Optional<BigDecimal> quantity, Node node) {
    if (asset.isEmpty() || quantity.isEmpty()) {
      return Optional.empty();
    }
    Details none = new Details(List.of(), Optional.empty(), Optional.empty());
    return Optional.of(
        holding(asset.get(), quantity.get(), none, Optional.empty(), Optional.empty(), node));
  }

  /** What an object says of a holding beside the asset and the quantity. */
  private record Details(
      List<Lot> lots, Optional<BigDecimal> average, Optional<BigDecimal> total) {}

  private Optional<Holding> readObject(Node node, Members members, Optional<Asset> asset) {
    Optional<Node> lotsNode = members.take("lots");
    List<Lot> lots = lotsNode.map(list -> new LotReader(reading).readAll(list)).orElse(List.of());
    Optional<BigDecimal> quantity = quantity(members, lotsNode, lots);
    Details details = details(members, quantity, lots);
    Optional<WrittenPrice> price = price(members, asset);
    HoldingTraits traits = HoldingTraits.read(members);
    reading.finish(members, reading.strict ? KEYS : ALL_NAMES, REMEDIES);
    if (asset.isEmpty() || quantity.isEmpty()) {
      return Optional.empty();
    }
    boolean costs = details.average().or(details::total).isPresent();
    if (reading.isOwnCash(asset.get()) && (!lots.isEmpty() || costs)) {
      node.refuse("cash has no lots and no cost", "leave them out");
    }
    return Optional.of(
        holding(asset.get(), quantity.get(), details, price, Optional.of(traits), node));
  }

  /** The quantity; in a file without a version the sum of the lots, where none is written. */
  private Optional<BigDecimal> quantity(Members members, Optional<Node> lotsNode, List<Lot> lots) {
    Optional<Node> node = reading.strict ? members.take("quantity") : members.takeOne(QUANTITY);
    if (node.isPresent()) {
      return node.get().number(Range.NOT_NEGATIVE);
    }
    if (reading.strict || lotsNode.isEmpty() || lotsNode.get().isEmptyList()) {
      members.missing("quantity");
      return Optional.empty();
    }
    return sumOf(lots);
  }

  private Details details(Members members, Optional<BigDecimal> quantity, List<Lot> lots) {
    if (!reading.strict) {
      for (String key : AMBIGUOUS_COST) {
        members
            .take(key)
            .ifPresent(n -> n.refuse("may be the price of a coin or of all of them", COST_REMEDY));
      }
    }
    Optional<Node> averageNode =
        reading.strict ? members.take("avg_price") : members.takeOne(AVERAGE);
    Optional<Node> totalNode = reading.strict ? members.take("total_cost") : members.takeOne(TOTAL);
    Optional<BigDecimal> average = averageNode.flatMap(n -> n.number(Range.NOT_NEGATIVE));
    Optional<BigDecimal> total = totalNode.flatMap(n -> n.number(Range.NOT_NEGATIVE));
    if (quantity.isPresent() && average.isPresent() && total.isPresent()) {
      checkAgreement(quantity.get(), average.get(), total.get(), totalNode.orElseThrow());
    }
    return new Details(lots, average, total);
  }

  private Holding holding(
      Asset asset,
      BigDecimal quantity,
      Details details,
      Optional<WrittenPrice> price,
      Optional<HoldingTraits> traits,
      Node node) {
    Optional<Bucket> bucket = traits.flatMap(HoldingTraits::bucket);
    if (reading.isOwnCash(asset) && bucket.filter(b -> !b.equals(Bucket.STABLECOIN)).isPresent()) {
      node.refuse("cash belongs to the bucket stablecoin", "leave its bucket out");
    }
    return new Holding(
        asset,
        quantity,
        price,
        traits.map(HoldingTraits::account).orElse(""),
        traits.map(HoldingTraits::role).orElse(Role.TRADABLE),
        classify(asset, bucket, traits.map(HoldingTraits::reason).orElse("")),
        details.lots(),
        cost(asset, quantity, details),
        traits.map(HoldingTraits::note).orElse(""));
  }

  static Classification classify(Asset asset, Optional<Bucket> bucket, String reason) {
    if (bucket.isPresent()) {
      return new Classification(bucket.get(), By.HOLDING, reason);
    }
    return switch (asset.origin().basis()) {
      case OWN -> new Classification(asset.bucket(), By.OWN_ASSET, asset.origin().source());
      case NONE -> new Classification(Bucket.UNCLASSIFIED, By.NOBODY, "");
      case ARTICLE, RULE -> new Classification(asset.bucket(), By.CATALOGUE, "");
    };
  }

  private Optional<WrittenPrice> price(Members members, Optional<Asset> asset) {
    Optional<Node> node = members.take("price");
    Optional<Node> asOfNode = members.take("priceAsOf");
    Optional<Instant> asOf = asOfNode.flatMap(n -> n.instant(reading.zone));
    if (asOfNode.isPresent() && node.isEmpty()) {
      asOfNode.get().refuse("stands without a price", "write `price`, or leave it out");
    }
    Optional<BigDecimal> value = node.flatMap(n -> n.number(Range.NOT_NEGATIVE));
    if (value.isPresent()
        && asset.filter(reading::isOwnCash).isPresent()
        && value.get().compareTo(BigDecimal.ONE) != 0) {
      node.orElseThrow().refuse("cash is worth 1 of its own currency", "leave its price out");
    }
    return value.map(v -> new WrittenPrice(v, asOf.or(() -> reading.asOf)));
  }

  private Optional<BigDecimal> cost(Asset asset, BigDecimal quantity, Details details) {
    if (details.lots().isEmpty()) {
      return details.total().or(() -> details.average().map(quantity::multiply));
    }
    BigDecimal inLots = sumOf(details.lots()).orElseThrow();
    if (inLots.compareTo(quantity) != 0) {
      String message =
          asset.symbol()
              + ": the lots hold "
              + ExactDecimal.plain(inLots)
              + ", the holding "
              + ExactDecimal.plain(quantity)
              + ": "
              + ExactDecimal.plain(inLots.subtract(quantity).abs())
              + " apart";
      reading.warnings.add(Warning.of(Warning.Code.LOTS_DIFFER, asset.symbol(), message));
      return Optional.empty();
    }
    return costOfLots(asset, details.lots());
  }

  private Optional<BigDecimal> costOfLots(Asset asset, List<Lot> lots) {
    BigDecimal cost = BigDecimal.ZERO;
    int unknown = 0;
    for (Lot lot : lots) {
      unknown += lot.cost().isPresent() ? 0 : 1;
      cost = cost.add(lot.cost().orElse(BigDecimal.ZERO));
    }
    if (unknown > 0) {
      String message =
          asset.symbol() + ": cost unknown of " + unknown + " of " + lots.size() + " lots";
      reading.warnings.add(Warning.of(Warning.Code.COST_UNKNOWN, asset.symbol(), message));
      return Optional.empty();
    }
    return Optional.of(cost);
  }

  private static Optional<BigDecimal> sumOf(List<Lot> lots) {
    return lots.stream().map(Lot::quantity).reduce(BigDecimal::add);
  }

  private static void checkAgreement(
      BigDecimal quantity, BigDecimal average, BigDecimal total, Node totalNode) {
    if (!agree(quantity, average, total)) {
      totalNode.refuse("contradicts the average price times the quantity", "leave one of them out");
    }
  }

  /** Whether an average price and a total cost may stand together. */
  static boolean agree(BigDecimal quantity, BigDecimal average, BigDecimal total) {
    BigDecimal apart = quantity.multiply(average).subtract(total).abs();
    return apart.compareTo(total.multiply(AGREEMENT)) <= 0;
  }
}
