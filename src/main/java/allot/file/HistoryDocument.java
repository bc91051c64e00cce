package allot.file;

import allot.problem.Problems;
import allot.problem.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A history of many assets as the program itself writes it: allot.history/1. Assets are named by
 * their ids; those that no catalogue knows are read, too.
 */
final class HistoryDocument {
  private static final String SCHEMA = "allot.history/1";

  private final HistoryAssets assets;
  private final CloseCollector closes;
  private final Set<String> seen = new HashSet<>();

  private HistoryDocument(HistoryAssets assets, CloseCollector closes) {
    this.assets = assets;
    this.closes = closes;
  }

  /** Whether a document says of itself what it is; a service's answer does not. */
  static boolean isOne(JsonValue json) {
    return json instanceof JsonValue.Obj object
        && object.members().stream().anyMatch(member -> member.name().equals("schema"));
  }

  /**
   * Adds the closes of all its assets.
   *
   * @param named the one asset that the file was said to be of; it is of many, so that is refused
   */
  static void read(
      JsonValue json,
      Problems problems,
      HistoryAssets assets,
      Optional<String> named,
      CloseCollector closes) {
    Optional<Members> root = new Node(json, "", problems).members();
    root.flatMap(members -> members.need("schema")).ifPresent(is -> is.oneOf(List.of(SCHEMA)));
    problems.throwIfAny();
    if (named.isPresent()) {
      Span start = new Span(json.span().start(), json.span().start() + 1);
      String remedy = "write it without " + named.get() + "=";
      problems.add(start, "", "the document names its assets itself", remedy, true);
    }
    root.ifPresent(members -> new HistoryDocument(assets, closes).read(members));
    problems.throwIfAny();
  }

  private void read(Members document) {
    Optional<Node> currency = document.need("currency");
    String own = assets.currency().code();
    if (currency.flatMap(Node::text).filter(text -> !text.equals(own)).isPresent()) {
      currency.get().reveal("is not the portfolio's currency", "fetch the history in " + own);
    }
    for (Node item : document.need("assets").flatMap(Node::items).orElse(List.of())) {
      item.members().ifPresent(this::readAsset);
    }
  }

  private void readAsset(Members asset) {
    Optional<Node> idNode = asset.need("id");
    Optional<String> id = idNode.flatMap(Node::text).map(assets::ofId);
    if (id.isPresent() && !seen.add(id.get())) {
      idNode.get().reveal("has closes already", "keep one entry for each asset");
    }
    Set<LocalDate> days = new HashSet<>();
    for (Node item : asset.need("closes").flatMap(Node::items).orElse(List.of())) {
      item.members().ifPresent(close -> readClose(close, id, days));
    }
  }

  private void readClose(Members close, Optional<String> id, Set<LocalDate> days) {
    Optional<Node> dateNode = close.need("date");
    Optional<LocalDate> date = dateNode.flatMap(Node::date);
    Optional<Node> priceNode = close.need("price");
    Optional<BigDecimal> price = priceNode.flatMap(node -> node.number(Node.Range.POSITIVE));
    if (date.isPresent() && !days.add(date.get())) {
      dateNode.get().reveal("has a close already", "keep one close for each day");
    } else if (id.isPresent() && date.isPresent() && price.isPresent()) {
      closes.add(id.get(), date.get(), price.get(), () -> priceNode.get().json().span());
    }
  }
}
