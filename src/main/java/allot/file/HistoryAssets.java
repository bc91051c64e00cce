package allot.file;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.catalog.Match;
import allot.money.CurrencyUnit;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Spelling;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which asset a history is of.
 *
 * @param catalog where names are looked up
 * @param currency whose code a download's name may carry, {@code tao-usd-max.csv}
 */
record HistoryAssets(AssetCatalog catalog, CurrencyUnit currency) {
  /** What a download's name says beside the asset. Numbers are not here: some ids end in one. */
  private static final Set<String> NO_NAMES =
      Set.of("max", "history", "historical", "prices", "price", "data", "market_chart", "daily");

  private static final String NAME_IT = "name it: TAO=";

  /**
   * The id that a column's name stands for.
   *
   * @param complaint about a name of several assets
   * @param stranger about one of none: a history may serve other portfolios, too
   */
  Optional<String> ofColumn(
      String name, PriceFile.Complaint complaint, PriceFile.Complaint stranger) {
    Match match = catalog.find(name);
    if (match instanceof Match.Found found) {
      return Optional.of(found.asset().id());
    }
    if (match instanceof Match.Ambiguous ambiguous) {
      complaint.say("is a symbol of several assets", "write " + ambiguous.choices());
    } else {
      String near = Spelling.suggest(name, catalog.names());
      stranger.say(
          "names no known asset",
          near.isEmpty() ? "leave the column out, or add it to `assets`" : near);
    }
    return Optional.empty();
  }

  /** An id as the catalogue writes it; one that is in none stands for itself. */
  String ofId(String id) {
    return catalog.byId(id).map(Asset::id).orElseGet(() -> id.toLowerCase(Locale.ROOT));
  }

  /**
   * The id of the one asset that a file is of: the one that was named, else the one that the file
   * is named after.
   *
   * @throws ProblemException of kind DATA if that is none or several
   */
  String ofFile(String file, Optional<String> named) {
    Optional<Match> match = named.map(catalog::find);
    if (match.isEmpty()) {
      match = Optional.of(ofName(file));
    }
    if (match.get() instanceof Match.Found found) {
      return found.asset().id();
    }
    String asset = named.orElse("its name");
    if (match.get() instanceof Match.Ambiguous ambiguous) {
      throw refused(
          file, asset + " stands for several assets", "write " + ambiguous.choices() + " before =");
    }
    if (named.isPresent()) {
      String near = Spelling.suggest(asset, catalog.names());
      throw refused(file, asset + " names no known asset", near);
    }
    throw refused(file, "is of one asset and does not say which", NAME_IT + file);
  }

  private static ProblemException refused(String file, String message, String remedy) {
    return new ProblemException(Problem.ofFile(Kind.DATA, file, message, remedy));
  }

  /** Looks the name up without its ending, then without the words behind it that name no asset. */
  private Match ofName(String file) {
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    int point = name.indexOf('.');
    String rest = (point < 0 ? name : name.substring(0, point)).toLowerCase(Locale.ROOT);
    while (true) {
      Match match = catalog.find(rest);
      int cut = Math.max(rest.lastIndexOf('-'), rest.lastIndexOf('_'));
      if (rest.endsWith("market_chart")) {
        cut = rest.length() - "market_chart".length() - 1;
      }
      if (!(match instanceof Match.Unknown) || cut < 0 || !saysNothing(rest.substring(cut + 1))) {
        return match;
      }
      rest = rest.substring(0, cut);
    }
  }

  private boolean saysNothing(String word) {
    return NO_NAMES.contains(word) || word.equalsIgnoreCase(currency.code());
  }
}
