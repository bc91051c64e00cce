package allot.file;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.money.CurrencyUnit;
import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.price.PriceHistory;
import allot.problem.ProblemException;
import allot.problem.Problems;
import allot.problem.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads daily closes. What a file is shows in its content, not in its name:
 *
 * <ul>
 *   <li>CSV with {@code date} and a column for each asset, by CoinGecko id or symbol; {@code date}
 *       is the UTC day whose close it is; an empty cell is no close
 *   <li>CSV with {@code date} and {@code price}, the same for one asset
 *   <li>CoinGecko's download, {@code snapped_at,price,...}, and its market_chart JSON, of one
 *       asset: a point of 00:00 is the close of the day before, of several points a day the last
 *       counts, and a last point that is not of 00:00 belongs to a day that was still running
 *   <li>an allot.history/1 document, as {@code allot prices --history} writes it, of many assets
 *   <li>an exchange's CSV with a date and {@code close}, of one asset: a row is of the day it
 *       begins in, rows of parts of a day are points at their ends
 * </ul>
 *
 * CSV may be divided by comma, semicolon or tab, and have the oldest or the newest row first.
 * Columns of no known asset are left out, unless there are no others.
 */
public final class HistoryFile {
  private final InputFile file;
  private final Optional<String> asset;

  private HistoryFile(InputFile file, Optional<String> asset) {
    this.file = file;
    this.asset = asset;
  }

  /** A file that says itself what it is of, or is named after it: {@code tao-usd-max.csv}. */
  public static HistoryFile of(InputFile file) {
    return new HistoryFile(file, Optional.empty());
  }

  /** A file of one asset; one with a column for each asset is refused, for they name theirs. */
  public static HistoryFile of(InputFile file, String asset) {
    return new HistoryFile(file, Optional.of(asset));
  }

  /**
   * The closes of all files, for the assets of a portfolio and its catalogue.
   *
   * @throws ProblemException of kind DATA with everything that is wrong with the first file that is
   */
  public static PriceHistory read(List<HistoryFile> files, Portfolio portfolio) {
    List<Asset> unknown =
        portfolio.holdings().stream()
            .map(Holding::asset)
            .filter(held -> portfolio.catalog().byId(held.id()).isEmpty())
            .distinct()
            .toList();
    return read(files, portfolio.catalog().with(unknown), portfolio.currency());
  }

  /**
   * The closes of all files.
   *
   * @param catalog where names of assets are looked up
   * @param currency in which the closes are; a file may be named after it, {@code tao-usd-max.csv}
   * @throws ProblemException of kind DATA with everything that is wrong with the first file that
   *     is; that its closes differ from those of a file before it is wrong, too
   */
  public static PriceHistory read(
      List<HistoryFile> files, AssetCatalog catalog, CurrencyUnit currency) {
    HistoryAssets assets = new HistoryAssets(catalog, currency);
    List<CloseCollector.Earlier> read = new ArrayList<>();
    PriceHistory all = PriceHistory.EMPTY;
    for (HistoryFile file : files) {
      PriceHistory history = file.read(assets, read);
      read.add(new CloseCollector.Earlier(file.file.name(), history));
      all = all.merge(history);
    }
    return all;
  }

  private PriceHistory read(HistoryAssets assets, List<CloseCollector.Earlier> earlier) {
    Source source = file.source();
    Problems problems = new Problems(source);
    CloseCollector closes = new CloseCollector(problems, earlier);
    String start = source.text().stripLeading();
    if (start.startsWith("{") || start.startsWith("[")) {
      JsonValue json = JsonReader.read(source, problems);
      problems.throwIfAny();
      if (HistoryDocument.isOne(json)) {
        HistoryDocument.read(json, problems, assets, asset, closes);
      } else {
        HistoryChart.read(json, problems, assets.ofFile(file.name(), asset), closes);
      }
    } else {
      HistoryTable.read(source, problems, assets, asset, closes);
    }
    return closes.history();
  }
}
