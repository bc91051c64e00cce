package allot.render;

import allot.money.CurrencyUnit;
import allot.price.Quote;
import allot.price.Timestamp;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document allot.prices/1, which {@code --prices} reads. */
public record PricesJson(
    String schema,
    String asOf,
    String currency,
    List<Envelope.Input> inputs,
    List<QuoteRow> quotes,
    List<MissingRow> missing,
    List<Envelope.Notice> warnings) {

  /** A quote, its price in full; the instant is null if nobody says it. */
  public record QuoteRow(
      String id, String symbol, BigDecimal price, @Nullable String asOf, String source) {}

  /** An asset without a quote, and why. */
  public record MissingRow(String id, String symbol, String reason) {}

  /**
   * @param asOf the instant of the run
   */
  public static PricesJson of(
      AskedPrices prices,
      CurrencyUnit currency,
      Instant asOf,
      List<Envelope.Input> inputs,
      List<Warning> warnings) {
    return new PricesJson(
        "allot.prices/1",
        Timestamp.format(asOf),
        currency.code(),
        List.copyOf(inputs),
        quotes(prices),
        missing(prices),
        Envelope.notices(warnings));
  }

  private static List<QuoteRow> quotes(AskedPrices prices) {
    List<QuoteRow> rows = new ArrayList<>(prices.quotes().size());
    for (AskedPrices.Priced priced : prices.quotes()) {
      Quote quote = priced.quote();
      rows.add(
          new QuoteRow(
              priced.asset().id(),
              priced.asset().symbol(),
              quote.value(),
              quote.asOf().map(Timestamp::format).orElse(null),
              quote.source()));
    }
    return rows;
  }

  private static List<MissingRow> missing(AskedPrices prices) {
    List<MissingRow> rows = new ArrayList<>(prices.missing().size());
    for (AskedPrices.Unpriced unpriced : prices.missing()) {
      rows.add(
          new MissingRow(
              unpriced.asset().id(), unpriced.asset().symbol(), unpriced.reason().label()));
    }
    return rows;
  }

  /** The quotes as a table of data, which {@code --prices} reads, too. */
  public CsvTable table() {
    return CsvTable.ofRecords(QuoteRow.class, quotes);
  }
}
