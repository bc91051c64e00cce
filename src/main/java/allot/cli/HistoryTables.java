package allot.cli;

import allot.catalog.Asset;
import allot.catalog.Match;
import allot.file.InputFile;
import allot.portfolio.Portfolio;
import allot.price.PriceHistory;
import allot.problem.Place;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Spelling;
import allot.simulate.CloseTable;
import allot.simulate.HistoryWindow;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options of the verbs that need a history of all that is held, as they were typed. */
final class HistoryTables {
  private static final String FETCH =
      "`allot prices --history 1095 -o closes.csv` fetches one: then write --history closes.csv";

  @Option(
      names = "--history",
      arity = "1..*",
      parameterConsumer = HistoryFiles.class,
      paramLabel = "FILE",
      description = "daily closes, as `allot prices --history` writes them; TAO=FILE for one asset")
  private List<String> histories = List.of();

  @Option(
      names = "--proxy",
      paramLabel = "ASSET=OTHER",
      description = "the closes of another asset stand in; USDC=USD stands still; repeatable")
  private List<String> proxies = List.of();

  /** Refuses what is wrong whatever the portfolio. */
  void validate() {
    if (histories.isEmpty()) {
      throw PlanValues.refused("--history is missing", FETCH);
    }
    for (String proxy : proxies) {
      int equals = proxy.indexOf('=');
      if (equals < 1 || equals == proxy.length() - 1) {
        throw PlanValues.refused(
            "--proxy " + proxy + " lacks an asset on one side of `=`", "write --proxy AKT=TAO");
      }
    }
  }

  /**
   * The portfolio file, where it is written behind the histories and so was taken for one; it is
   * none of them from now on. Only a file that lists holdings is meant.
   */
  Optional<String> takePortfolio() {
    String last = histories.get(histories.size() - 1);
    if (histories.size() < 2 || last.equals(InputFile.STDIN) || !listsHoldings(last)) {
      return Optional.empty();
    }
    histories = List.copyOf(histories.subList(0, histories.size() - 1));
    return Optional.of(last);
  }

  private static boolean listsHoldings(String file) {
    try {
      String text = InputFile.read(file, InputStream.nullInputStream()).source().text();
      return text.stripLeading().startsWith("{") && text.contains("\"holdings\"");
    } catch (ProblemException e) {
      // whoever reads it as a history says so
      return false;
    }
  }

  /**
   * The closes of these assets from all files.
   *
   * @param assets what is held, or may be bought, without cash of the portfolio's own currency
   * @param inputs takes in the files
   * @throws ProblemException of kind DATA if a file or what they hold in all will not do
   */
  CloseTable read(
      Portfolio portfolio,
      List<Asset> assets,
      HistoryWindow window,
      Session session,
      List<InputFile> inputs) {
    Map<String, Asset> standIns = standIns(portfolio, assets);
    List<InputFile> files = new ArrayList<>();
    PriceHistory history = HistoryOption.read(histories, portfolio, session, files);
    inputs.addAll(files);
    for (Asset other : standIns.values()) {
      if (portfolio.isOwnCash(other)) {
        history = history.merge(still(other, history));
      }
    }
    window.refuseOutside(
        history, assets.stream().map(a -> standIns.getOrDefault(a.id(), a).id()).toList());
    try {
      return CloseTable.of(history, assets, standIns, window);
    } catch (ProblemException e) {
      throw files.size() == 1 ? placed(e, files.get(0).name()) : e;
    }
  }

  /**
   * Reads the files of a run that has no use for them, so that it names them and what is wrong.
   *
   * @param inputs takes in the files
   */
  void check(Portfolio portfolio, Session session, List<InputFile> inputs) {
    List<InputFile> files = new ArrayList<>();
    HistoryOption.read(histories, portfolio, session, files);
    inputs.addAll(files);
  }

  private Map<String, Asset> standIns(Portfolio portfolio, List<Asset> assets) {
    Map<String, Asset> standIns = new HashMap<>();
    for (String proxy : proxies) {
      int equals = proxy.indexOf('=');
      Asset asset = find(proxy, proxy.substring(0, equals), portfolio);
      Asset other = find(proxy, proxy.substring(equals + 1), portfolio);
      if (!assets.contains(asset)) {
        throw refused(proxy, asset.symbol() + " is not held", "leave it out");
      }
      if (asset.equals(other)) {
        throw refused(proxy, "an asset does not stand in for itself", "leave it out");
      }
      if (standIns.put(asset.id(), other) != null) {
        throw refused(proxy, asset.symbol() + " has a stand-in already", "keep one of them");
      }
    }
    return standIns;
  }

  private static Asset find(String proxy, String name, Portfolio portfolio) {
    Match match = portfolio.find(name);
    if (match instanceof Match.Found found) {
      return found.asset();
    }
    if (match instanceof Match.Ambiguous ambiguous) {
      throw refused(proxy, name + " is a symbol of several assets", "write " + ambiguous.choices());
    }
    throw refused(
        proxy,
        name + " names no asset of the catalogue or the file",
        Spelling.suggest(name, portfolio.catalog().names()));
  }

  private static ProblemException refused(String proxy, String why, String remedy) {
    return PlanValues.refused("--proxy " + proxy + ": " + why, remedy);
  }

  /** Money, which is worth 1 on every day that anything has a close of. */
  private static PriceHistory still(Asset money, PriceHistory history) {
    Map<LocalDate, BigDecimal> ones = new TreeMap<>();
    for (String id : history.assets()) {
      history.closes(id).keySet().forEach(day -> ones.put(day, BigDecimal.ONE));
    }
    return PriceHistory.of(Map.of(money.id(), ones));
  }

  /** The same problems, told of a file as a whole. */
  static ProblemException placed(ProblemException failure, String file) {
    List<Problem> problems = new ArrayList<>();
    for (Problem problem : failure.problems()) {
      problems.add(
          new Problem(
              problem.kind(),
              Optional.of(Place.ofFile(file)),
              problem.message(),
              problem.remedy(),
              problem.excerpt()));
    }
    return new ProblemException(problems, failure.unlisted());
  }
}
