package allot.render;

import allot.money.CurrencyUnit;
import allot.price.FetchedHistory;
import allot.price.Timestamp;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The document allot.history/1, which {@code --history} reads. */
public record HistoryJson(
    String schema,
    String asOf,
    String currency,
    List<Envelope.Input> inputs,
    int days,
    String from,
    String to,
    List<AssetRow> assets,
    List<MissingRow> missing,
    List<Envelope.Notice> warnings) {

  /** The closes of an asset, the oldest first. */
  public record AssetRow(String id, String symbol, String source, List<CloseRow> closes) {}

  /** The close of a UTC day, in full. */
  public record CloseRow(String date, BigDecimal price) {}

  /** An asset without closes, and why. */
  public record MissingRow(String id, String reason) {}

  /**
   * @param asOf the instant of the run
   */
  public static HistoryJson of(
      FetchedHistory history,
      CurrencyUnit currency,
      Instant asOf,
      List<Envelope.Input> inputs,
      List<Warning> warnings) {
    return new HistoryJson(
        "allot.history/1",
        Timestamp.format(asOf),
        currency.code(),
        List.copyOf(inputs),
        history.days(),
        history.from().toString(),
        history.to().toString(),
        assets(history),
        missing(history),
        Envelope.notices(warnings));
  }

  private static List<AssetRow> assets(FetchedHistory history) {
    List<AssetRow> rows = new ArrayList<>(history.series().size());
    for (FetchedHistory.Series series : history.series()) {
      List<CloseRow> closes = new ArrayList<>();
      for (Map.Entry<LocalDate, BigDecimal> close : history.within(series).entrySet()) {
        closes.add(new CloseRow(close.getKey().toString(), close.getValue()));
      }
      rows.add(new AssetRow(series.asset().id(), series.asset().symbol(), series.source(), closes));
    }
    return rows;
  }

  private static List<MissingRow> missing(FetchedHistory history) {
    List<MissingRow> rows = new ArrayList<>(history.missing().size());
    for (FetchedHistory.Missing missing : history.missing()) {
      rows.add(new MissingRow(missing.asset().id(), missing.reason().label()));
    }
    return rows;
  }
}
