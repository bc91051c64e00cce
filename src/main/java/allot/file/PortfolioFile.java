package allot.file;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.catalog.Bucket;
import allot.money.CurrencyUnit;
import allot.money.ExactDecimal;
import allot.portfolio.Bands;
import allot.portfolio.Costs;
import allot.portfolio.DcaTerms;
import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.portfolio.TargetMix;
import allot.portfolio.TaxProfile;
import allot.problem.ProblemException;
import allot.problem.Problems;
import allot.problem.Source;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a portfolio file: the documented form, or one of the shapes that people have already. */
public final class PortfolioFile {
  private static final List<String> KEYS =
      List.of(
          "version",
          "name",
          "currency",
          "timezone",
          "asOf",
          "target",
          "within",
          "band",
          "holdings",
          "assets",
          "costs",
          "tax",
          "dca",
          "recorded");

  /** What to do, in a file with a version, about the names that others have for our keys. */
  private static final Map<String, String> REMEDIES =
      Map.of(
          "portfolio", "did you mean `holdings`?",
          "cashBalance", "write a holding of cash, as { \"asset\": \"USD\", \"quantity\": 250 }");

  /** With the names that a file without a version may use. */
  static final List<String> ALL_NAMES = allNames();

  private final Node document;
  private final Members root;
  private final boolean strict;

  private PortfolioFile(Node document, Members root) {
    this.document = document;
    this.root = root;
    this.strict = root.has("version");
  }

  /**
   * Reads a portfolio.
   *
   * @throws ProblemException with everything that one pass finds wrong
   */
  public static Portfolio read(InputFile file, AssetCatalog catalog) {
    Source source = file.source();
    Problems problems = new Problems(source);
    JsonValue json = JsonReader.read(source, problems);
    Node document = new Node(json, "", problems);
    Members root = HoldingShapes.root(document);
    Portfolio portfolio = new PortfolioFile(document, root).read(catalog);
    problems.throwIfAny();
    return portfolio;
  }

  private Portfolio read(AssetCatalog builtIn) {
    root.take("version").ifPresent(PortfolioFile::checkVersion);
    String name = root.take("name").flatMap(Node::anyText).orElse("").strip();
    CurrencyUnit currency = root.take("currency").map(this::currency).orElse(CurrencyUnit.USD);
    Optional<Node> zoneNode = root.take("timezone");
    ZoneId zone = zoneNode.flatMap(Zones::read).orElse(ZoneOffset.UTC);
    Optional<Instant> asOf = root.take("asOf").flatMap(n -> n.instant(zone));
    Reading reading = new Reading(strict, currency, zone, asOf, builtIn);
    SettingsReader settings = new SettingsReader(reading);
    HoldingShapes shapes = new HoldingShapes(reading, document, root);
    shapes.ownAssets().ifPresent(list -> reading.addOwn(new OwnAssetReader(reading).readAll(list)));
    Optional<TargetMix> target = root.take("target").flatMap(settings::target);
    Optional<Bands> bands = root.take("band").flatMap(settings::bands);
    Optional<Node> withinNode = root.take("within");
    Optional<Members> costs = root.take("costs").flatMap(Node::members);
    Optional<Members> tax = root.take("tax").flatMap(Node::members);
    Optional<Members> dca = root.take("dca").flatMap(Node::members);
    root.take("recorded").ifPresent(RecordedReader::read);
    Costs costTerms = costs.map(settings::costs).orElse(Costs.NONE);
    Optional<TaxProfile> taxProfile = tax.map(settings::tax);
    Optional<DcaTerms> dcaTerms = dca.map(members -> DcaTermsReader.read(reading, members));
    List<Holding> holdings = shapes.holdings();
    Map<Bucket, Map<String, BigDecimal>> within =
        withinNode.map(n -> settings.within(n, bucketsOf(holdings))).orElse(Map.of());
    reading.finish(root, strict ? KEYS : ALL_NAMES, REMEDIES);
    if (tax.isPresent() && zoneNode.isEmpty()) {
      reading.warnings.add(
          Warning.of(
              Warning.Code.NO_TIMEZONE,
              "no timezone: dates are UTC, and a sale late in the day may fall on the wrong one"));
    }
    warnOfIgnoredKeys(reading);
    warnOfDifferingPrices(reading, holdings);
    return new Portfolio(
        name,
        currency,
        zone,
        asOf,
        target.orElse(TargetMix.ARTICLES),
        bands.orElse(Bands.FIVE_25),
        within,
        holdings,
        costTerms,
        taxProfile,
        dcaTerms,
        reading.catalog(),
        reading.warnings);
  }

  private static List<String> allNames() {
    List<String> names = new ArrayList<>(KEYS);
    names.add("portfolio");
    names.add("cashBalance");
    return List.copyOf(names);
  }

  private static void checkVersion(Node node) {
    if (!(node.json() instanceof JsonValue.Num)) {
      node.refuse("must be the number 1", "");
      return;
    }
    Optional<BigDecimal> version = node.number(Node.Range.ANY);
    if (version.isPresent() && version.get().compareTo(BigDecimal.ONE) != 0) {
      node.refuse("is not a version that this allot knows", "it reads version 1");
    }
  }

  private CurrencyUnit currency(Node node) {
    Optional<String> code = node.word();
    Optional<CurrencyUnit> currency = code.flatMap(CurrencyUnit::of);
    if (code.isPresent() && currency.isEmpty()) {
      node.reveal("is no currency", "write its ISO code in capitals, as USD");
    }
    return currency.orElse(CurrencyUnit.USD);
  }

  /** An asset is where the catalogue has it, or where one of its holdings says it is. */
  private static SettingsReader.BucketOf bucketsOf(List<Holding> holdings) {
    Map<String, Set<Bucket>> held = new HashMap<>();
    for (Holding holding : holdings) {
      held.computeIfAbsent(holding.asset().id(), id -> new HashSet<>()).add(holding.bucket());
    }
    return (bucket, asset) ->
        asset.bucket().equals(bucket) || held.getOrDefault(asset.id(), Set.of()).contains(bucket);
  }

  private static void warnOfIgnoredKeys(Reading reading) {
    if (!reading.ignoredKeys.isEmpty()) {
      reading.warnings.add(
          Warning.of(
              Warning.Code.IGNORED_KEYS,
              "ignored keys that allot does not know: " + String.join(", ", reading.ignoredKeys)));
    }
  }

  private static void warnOfDifferingPrices(Reading reading, List<Holding> holdings) {
    Map<String, BigDecimal> first = new HashMap<>();
    Set<String> told = new HashSet<>();
    for (Holding holding : holdings) {
      if (holding.price().isEmpty()) {
        continue;
      }
      Asset asset = holding.asset();
      BigDecimal price = holding.price().get().value();
      BigDecimal other = first.putIfAbsent(asset.id(), price);
      if (other != null && other.compareTo(price) != 0 && told.add(asset.id())) {
        String message =
            asset.symbol()
                + " has prices that differ, "
                + ExactDecimal.plain(other)
                + " and "
                + ExactDecimal.plain(price)
                + ": each holding is valued at its own";
        reading.warnings.add(Warning.of(Warning.Code.PRICES_DIFFER, asset.symbol(), message));
      }
    }
  }
}
