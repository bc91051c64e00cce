package allot.cli;

import allot.catalog.AssetCatalog;
import allot.file.HistoryFile;
import allot.file.InputFile;
import allot.money.CurrencyUnit;
import allot.portfolio.Portfolio;
import allot.price.PriceHistory;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file given to {@code --history}, {@code closes.csv} or, with the one asset it is of, {@code
 * TAO=closes.csv}. A path with {@code =} in it is written with a directory: {@code ./a=b.csv}.
 *
 * @param asset as written; empty if none is
 * @param file a path, or {@code -}
 */
record HistoryOption(Optional<String> asset, String file) {

  static HistoryOption parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0 || text.substring(0, equals).indexOf('/') >= 0) {
      return new HistoryOption(Optional.empty(), text);
    }
    if (equals == 0 || equals == text.length() - 1) {
      throw new ProblemException(
          Problem.usage("--history " + text + " lacks an asset or a file", "write TAO=closes.csv"));
    }
    return new HistoryOption(Optional.of(text.substring(0, equals)), text.substring(equals + 1));
  }

  /**
   * The closes of all files named by the option.
   *
   * @param inputs takes in the files
   */
  static PriceHistory read(
      List<String> texts, Portfolio portfolio, Session session, List<InputFile> inputs) {
    return HistoryFile.read(files(texts, session, inputs), portfolio);
  }

  /**
   * The closes of all files named by the option, of assets of the built-in catalogue.
   *
   * @param inputs takes in the files
   */
  static PriceHistory read(
      List<String> texts, CurrencyUnit currency, Session session, List<InputFile> inputs) {
    return HistoryFile.read(files(texts, session, inputs), AssetCatalog.builtIn(), currency);
  }

  private static List<HistoryFile> files(
      List<String> texts, Session session, List<InputFile> inputs) {
    List<HistoryFile> files = new ArrayList<>();
    for (String text : texts) {
      HistoryOption option = parse(text);
      InputFile input = ValuationSettings.read(option.file, session);
      inputs.add(input);
      files.add(option.historyIn(input));
    }
    return files;
  }

  private HistoryFile historyIn(InputFile input) {
    return asset.map(name -> HistoryFile.of(input, name)).orElseGet(() -> HistoryFile.of(input));
  }
}
