package allot.file;

import allot.catalog.Asset;
import allot.catalog.Match;
import allot.problem.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads which asset a holding is of, from one name or several that must agree. */
final class IdentityReader {
  /** The keys that name an asset; an {@code id} may also be the row's own, and comes last. */
  static final List<String> KEYS =
      List.of(
          "asset",
          "symbol",
          "ticker",
          "coin",
          "token",
          "coin_id",
          "coinId",
          "coingecko_id",
          "coinSymbol",
          "id");

  private final Reading reading;

  IdentityReader(Reading reading) {
    this.reading = reading;
  }

  /** A written name, what it stands for, and how to complain about it. */
  private record Name(String key, String written, Match match, Complaint complaint) {
    List<Asset> candidates() {
      if (match instanceof Match.Found found) {
        return List.of(found.asset());
      }
      return match instanceof Match.Ambiguous ambiguous ? ambiguous.candidates() : List.of();
    }
  }

  /** Says what is wrong with a name, at its place. */
  private interface Complaint {
    void say(String message, String remedy);
  }

  /** The asset of an object, whose own key may name it too. */
  Optional<Asset> read(Node node, Members members, Optional<Members.Entry> entry) {
    List<Name> names = new ArrayList<>();
    entry.ifPresent(e -> names.add(name("key", e.key(), e.value()::refuse)));
    for (String key : reading.strict ? List.of("asset") : KEYS) {
      Optional<Node> value = members.take(key);
      Optional<String> text = value.flatMap(Node::text);
      if (value.isPresent() && text.isEmpty()) {
        return Optional.empty();
      }
      text.ifPresent(written -> names.add(name(key, written, value.get()::reveal)));
    }
    if (names.isEmpty()) {
      members.missing("asset");
      return Optional.empty();
    }
    return agreed(names);
  }

  /** The asset that a text names. */
  Optional<Asset> ofText(Node node) {
    return node.text().flatMap(written -> agreed(List.of(name("asset", written, node::reveal))));
  }

  /** The asset that a key of a map names. */
  Optional<Asset> ofKey(Members parent, Members.Entry entry) {
    Complaint complaint = (message, remedy) -> parent.refuseKey(entry, message, remedy);
    return agreed(List.of(name("key", entry.key(), complaint)));
  }

  private Name name(String key, String written, Complaint complaint) {
    return new Name(key, written, reading.catalog().find(written), complaint);
  }

  private Optional<Asset> agreed(List<Name> names) {
    List<Name> telling = new ArrayList<>(names);
    telling.removeIf(
        name -> name.key().equals("id") && name.candidates().isEmpty() && names.size() > 1);
    Name first = telling.get(0);
    List<Asset> common = new ArrayList<>(first.candidates());
    for (Name name : telling.subList(1, telling.size())) {
      boolean bothUnknown = common.isEmpty() && name.candidates().isEmpty();
      common.retainAll(name.candidates());
      if (common.isEmpty() && !bothUnknown) {
        name.complaint().say("names another asset than `" + first.key() + "` does", "");
        return Optional.empty();
      }
    }
    if (common.size() > 1) {
      first.complaint().say("is a symbol of several assets", "write " + choices(common));
      return Optional.empty();
    }
    if (common.isEmpty()) {
      return Optional.of(Asset.unknown(first.written()));
    }
    tellIfRenamed(common.get(0), telling);
    return Optional.of(common.get(0));
  }

  private static String choices(List<Asset> assets) {
    return new Match.Ambiguous(assets).choices();
  }

  private void tellIfRenamed(Asset asset, List<Name> names) {
    for (Name name : names) {
      for (String former : asset.former()) {
        if (former.equalsIgnoreCase(name.written())) {
          String message = former + " is now " + asset.symbol() + " (" + asset.id() + ")";
          reading.warnings.add(Warning.of(Warning.Code.RENAMED, asset.symbol(), message));
        }
      }
    }
  }
}
