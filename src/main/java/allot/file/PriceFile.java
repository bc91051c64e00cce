package allot.file;

import allot.catalog.Asset;
import allot.catalog.Match;
import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.price.Quote;
import allot.problem.ProblemException;
import allot.problem.Problems;
import allot.problem.Source;
import allot.problem.Spelling;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads prices beside a portfolio: an allot.prices/1 document, a map of asset to price, or a CSV
 * with the columns asset, price and perhaps asOf, or with those of the document's quotes.
 */
public final class PriceFile {
  static final String SCHEMA = "allot.prices/1";

  private final InputFile file;

  private PriceFile(InputFile file) {
    this.file = file;
  }

  public static PriceFile of(InputFile file) {
    return new PriceFile(file);
  }

  /**
   * The quotes by asset id, read with a portfolio's own assets, zone and currency. A name that no
   * catalogue knows prices the holding of that name.
   *
   * @throws ProblemException with everything that one pass finds wrong
   */
  public Map<String, Quote> quotes(Portfolio portfolio) {
    Source source = file.source();
    Problems problems = new Problems(source);
    Quotes quotes = new Quotes(file.name(), portfolio);
    if (isJson(source.text())) {
      readJson(JsonReader.read(source, problems), problems, quotes);
    } else {
      PriceTable.read(source, problems, quotes);
    }
    problems.throwIfAny();
    return quotes.byId;
  }

  /** A warning of the prices that belong to no asset of the catalogue or the portfolio. */
  public Optional<Warning> strangers(Map<String, Quote> quotes, Portfolio portfolio) {
    Set<String> held = new HashSet<>();
    for (Holding holding : portfolio.holdings()) {
      held.add(holding.asset().id());
    }
    List<String> strangers = new ArrayList<>();
    for (String id : new TreeSet<>(quotes.keySet())) {
      if (!held.contains(id) && portfolio.catalog().byId(id).isEmpty()) {
        String hint =
            Spelling.misspelling(id, portfolio.catalog().names())
                .map(near -> " (did you mean `" + near + "`?)")
                .orElse("");
        strangers.add(id + hint);
      }
    }
    return strangers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Warning.of(
                Warning.Code.IGNORED_KEYS,
                file.name()
                    + " prices no asset that is known here: "
                    + String.join(", ", strangers)));
  }

  private static boolean isJson(String text) {
    String start = text.stripLeading();
    return start.startsWith("{") || start.startsWith("[");
  }

  private static void readJson(JsonValue json, Problems problems, Quotes quotes) {
    Optional<Members> root = new Node(json, "", problems).members();
    if (root.isEmpty()) {
      return;
    }
    Optional<Node> schema = root.get().take("schema");
    if (schema.isPresent()) {
      schema.get().oneOf(List.of(SCHEMA)).ifPresent(is -> readDocument(root.get(), quotes));
    } else {
      readMap(root.get(), quotes);
    }
  }

  private static void readMap(Members map, Quotes quotes) {
    Optional<Instant> asOf = map.take("asOf").flatMap(quotes::instant);
    for (Members.Entry entry : map.takeRest()) {
      Complaint complaint = (message, remedy) -> map.refuseKey(entry, message, remedy);
      Optional<BigDecimal> price = entry.value().number(Node.Range.NOT_NEGATIVE);
      price.ifPresent(value -> quotes.addNamed(entry.key(), value, asOf, complaint));
    }
  }

  private static void readDocument(Members document, Quotes quotes) {
    Optional<Node> currency = document.take("currency");
    String own = quotes.portfolio.currency().code();
    if (currency.flatMap(Node::text).filter(text -> !text.equals(own)).isPresent()) {
      currency.get().reveal("is not the portfolio's currency", "fetch the prices in " + own);
    }
    for (Node item : document.need("quotes").flatMap(Node::items).orElse(List.of())) {
      item.members().ifPresent(members -> readQuote(members, quotes));
    }
  }

  /** A service's quote; its price of zero or null is no price. */
  private static void readQuote(Members members, Quotes quotes) {
    Optional<Node> idNode = members.need("id");
    Optional<String> id = idNode.flatMap(Node::text);
    Optional<Node> priceNode = members.need("price");
    boolean unknown = priceNode.filter(n -> n.json() instanceof JsonValue.Nul).isPresent();
    Optional<BigDecimal> price =
        unknown ? Optional.empty() : priceNode.flatMap(n -> n.number(Node.Range.NOT_NEGATIVE));
    Optional<Instant> asOf =
        members
            .take("asOf")
            .filter(n -> !(n.json() instanceof JsonValue.Nul))
            .flatMap(quotes::instant);
    String source = members.take("source").flatMap(Node::anyText).orElse("");
    if (id.isPresent() && price.filter(p -> p.signum() > 0).isPresent()) {
      Complaint complaint = (message, remedy) -> idNode.get().reveal(message, remedy);
      quotes.addById(id.get(), price.get(), asOf, source, complaint);
    }
  }

  /** Says what is wrong with a name of an asset, at its place. */
  interface Complaint {
    void say(String message, String remedy);
  }

  /** The quotes as they come, each asset once. */
  static final class Quotes {
    private final String fileName;
    private final Portfolio portfolio;
    private final Map<String, Quote> byId = new HashMap<>();

    Quotes(String fileName, Portfolio portfolio) {
      this.fileName = fileName;
      this.portfolio = portfolio;
    }

    Optional<Instant> instant(Node node) {
      return node.instant(portfolio.zone());
    }

    ZoneId zone() {
      return portfolio.zone();
    }

    void addNamed(String name, BigDecimal price, Optional<Instant> asOf, Complaint complaint) {
      Match match = portfolio.catalog().find(name.strip());
      if (match instanceof Match.Ambiguous ambiguous) {
        complaint.say("is a symbol of several assets", "write " + ambiguous.choices());
        return;
      }
      String id =
          match instanceof Match.Found found
              ? found.asset().id()
              : name.strip().toLowerCase(Locale.ROOT);
      addById(id, price, asOf, "", complaint);
    }

    void addById(
        String id, BigDecimal price, Optional<Instant> asOf, String from, Complaint complaint) {
      boolean ownCash =
          portfolio
              .catalog()
              .byId(id)
              .filter(Asset::isCash)
              .filter(asset -> asset.symbol().equals(portfolio.currency().code()))
              .isPresent();
      if (ownCash && price.compareTo(BigDecimal.ONE) != 0) {
        complaint.say("is cash, worth 1 of its own currency", "leave it out");
      }
      String source = from.isEmpty() ? fileName : from + " in " + fileName;
      if (byId.put(id.toLowerCase(Locale.ROOT), new Quote(price, asOf, source)) != null) {
        complaint.say("has a price already", "keep one price for each asset");
      }
    }
  }
}
