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

  /** The asset of an object. */
  Optional<Asset> read(Members members) {
    return read(members, new ArrayList<>());
  }

  /** The asset of an object in a map, where the key names it and the object may too. */
  Optional<Asset> readEntry(Members map, Members.Entry entry, Members members) {
    List<Name> names = new ArrayList<>();
    names.add(keyName(map, entry));
    return read(members, names);
  }

  private Optional<Asset> read(Members members, List<Name> names) {
    boolean whole = true;
    for (String key : reading.strict ? List.of("asset") : KEYS) {
      Optional<Node> value = members.take(key);
      if (value.isEmpty() || (key.equals("id") && !names.isEmpty() && value.get().isNumber())) {
        continue;
      }
      Optional<String> text = value.get().text();
      whole &= text.isPresent();
      text.ifPresent(written -> names.add(name(key, written, value.get()::reveal)));
    }
    if (!whole) {
      return Optional.empty();
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
    return agreed(List.of(keyName(parent, entry)));
  }

  private Name keyName(Members map, Members.Entry entry) {
    return name("", entry.key(), (message, remedy) -> map.refuseKey(entry, message, remedy));
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
        String other = first.key().isEmpty() ? "its key" : "`" + first.key() + "`";
        name.complaint().say("names another asset than " + other + " does", "keep the right one");
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
