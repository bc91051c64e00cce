package allot.file;

import allot.catalog.Asset;
import allot.catalog.Asset.Basis;
import allot.catalog.Asset.Market;
import allot.catalog.Asset.Origin;
import allot.catalog.Bucket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the file's own assets, which add to the catalogue or replace entries of it. What one that
 * replaces leaves out stays as it was, so that its symbol still finds it.
 */
final class OwnAssetReader {
  private static final List<String> KEYS =
      List.of("id", "symbol", "name", "bucket", "sector", "hosts", "peg", "aliases", "reason");

  private final Reading reading;
  private final Set<String> ids = new HashSet<>();

  OwnAssetReader(Reading reading) {
    this.reading = reading;
  }

  List<Asset> readAll(Node list) {
    List<Asset> assets = new ArrayList<>();
    for (Node item : list.items().orElse(List.of())) {
      item.members().flatMap(this::read).ifPresent(assets::add);
    }
    return assets;
  }

  private Optional<Asset> read(Members members) {
    Optional<Node> idNode = members.need("id");
    Optional<String> id = idNode.flatMap(Node::text);
    Optional<String> symbol = members.take("symbol").flatMap(Node::text);
    Optional<String> name = members.take("name").flatMap(Node::text);
    Optional<Bucket> bucket = members.need("bucket").flatMap(Reading::bucket);
    Optional<String> sector = members.take("sector").flatMap(Node::text);
    Optional<List<String>> hosts = members.take("hosts").map(OwnAssetReader::texts);
    Optional<String> peg = members.take("peg").flatMap(Node::text);
    Optional<List<String>> aliases = members.take("aliases").map(OwnAssetReader::texts);
    String reason = members.take("reason").flatMap(Node::text).orElse("");
    reading.finish(members, KEYS, Map.of());
    if (id.isEmpty() || bucket.isEmpty()) {
      return Optional.empty();
    }
    if (!ids.add(id.get().toLowerCase(Locale.ROOT))) {
      idNode.orElseThrow().reveal("is listed twice", "keep one of the two");
    }
    if (reading.catalog().byId(id.get()).filter(Asset::isCash).isPresent()) {
      idNode.orElseThrow().reveal("is cash, and stays so", "use an id of your own");
    }
    Optional<Asset> replaced = reading.catalog().byId(id.get());
    String ticker =
        symbol.or(() -> replaced.map(Asset::symbol)).orElse(id.get().toUpperCase(Locale.ROOT));
    return Optional.of(
        new Asset(
            replaced.map(Asset::id).orElse(id.get()),
            ticker,
            name.or(() -> replaced.map(Asset::name)).orElse(ticker),
            bucket.get(),
            sector.or(() -> replaced.map(Asset::sector)).orElse(""),
            hosts.or(() -> replaced.map(Asset::homes)).orElse(List.of()),
            peg.or(() -> replaced.flatMap(Asset::peg)),
            aliases.or(() -> replaced.map(Asset::aliases)).orElse(List.of()),
            new Origin(Basis.OWN, reason, Optional.empty(), "", ""),
            Market.LISTED,
            List.of(),
            Optional.empty()));
  }

  private static List<String> texts(Node list) {
    List<String> texts = new ArrayList<>();
    for (Node item : list.items().orElse(List.of())) {
      item.text().ifPresent(texts::add);
    }
    return texts;
  }
}
