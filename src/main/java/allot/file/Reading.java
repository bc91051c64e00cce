package allot.file;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.catalog.Bucket;
import allot.catalog.Match;
import allot.money.CurrencyUnit;
import allot.problem.Spelling;
import allot.problem.Warning;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the readers of a portfolio file's parts share while they read. */
final class Reading {
  /** Whether the file states a version, so that unknown keys are refused. */
  final boolean strict;

  final CurrencyUnit currency;
  final ZoneId zone;
  final Optional<Instant> asOf;
  final List<Warning> warnings = new ArrayList<>();
  final Set<String> ignoredKeys = new LinkedHashSet<>();
  private AssetCatalog catalog;

  Reading(
      boolean strict,
      CurrencyUnit currency,
      ZoneId zone,
      Optional<Instant> asOf,
      AssetCatalog catalog) {
    this.strict = strict;
    this.currency = currency;
    this.zone = zone;
    this.asOf = asOf;
    boolean listed = catalog.byId(currency.code()).isPresent();
    this.catalog = listed ? catalog : catalog.with(List.of(Asset.cash(currency.code())));
  }

  AssetCatalog catalog() {
    return catalog;
  }

  void addOwn(List<Asset> own) {
    catalog = catalog.with(own);
  }

  boolean isOwnCash(Asset asset) {
    return asset.isCash() && asset.symbol().equals(currency.code());
  }

  /** Ends the reading of an object as the kind of file asks. */
  void finish(Members members, List<String> known, Map<String, String> remedies) {
    if (strict) {
      members.refuseRest(known, remedies);
    } else {
      members.ignoreRest(known, ignoredKeys);
    }
  }

  /** The one known asset that a key names; a key that names none or several is refused. */
  Optional<Asset> assetOfKey(Members members, Members.Entry entry) {
    Match match = catalog.find(entry.key());
    if (match instanceof Match.Found found) {
      return Optional.of(found.asset());
    }
    if (match instanceof Match.Ambiguous ambiguous) {
      members.refuseKey(entry, "is a symbol of several assets", "write " + ambiguous.choices());
    } else {
      String near = Spelling.suggest(entry.key(), catalog.names());
      members.refuseKey(
          entry, "names no known asset", near.isEmpty() ? "add it to `assets`" : near);
    }
    return Optional.empty();
  }

  /** The bucket that a text names. */
  static Optional<Bucket> bucket(Node node) {
    Optional<String> text = node.word();
    Optional<Bucket> bucket = text.flatMap(Bucket::parse);
    if (text.isPresent() && bucket.isEmpty()) {
      node.reveal(
          "is no name of a bucket", "write layer-1, layer-2, hybrid, stablecoin or kebab-case");
    }
    return bucket;
  }
}
