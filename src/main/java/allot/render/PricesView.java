package allot.render;

import allot.catalog.Asset;
import allot.money.CurrencyUnit;
import allot.money.ExactDecimal;
import allot.price.Age;
import allot.price.Freshness;
import allot.price.Gap;
import allot.price.PriceState;
import allot.price.Quote;
import allot.price.Timestamp;
import allot.problem.Warning;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** How quotes read: what is priced, how old that is and who says so; what is not, and why. */
public final class PricesView {
  private final AskedPrices prices;
  private final Freshness freshness;

  private PricesView(AskedPrices prices, Freshness freshness) {
    this.prices = prices;
    this.freshness = freshness;
  }

  /**
   * @param freshness at which instant ages are told, and what is too old
   * @param zone in which that instant is told
   */
  public static Document document(
      AskedPrices prices,
      CurrencyUnit currency,
      Freshness freshness,
      ZoneId zone,
      List<Warning> warnings) {
    PricesView view = new PricesView(prices, freshness);
    List<Section> sections = new ArrayList<>();
    sections.add(
        Section.untitled(
            Facts.of(
                Fact.of("As of", Timestamp.words(freshness.at(), zone)),
                Fact.of("Currency", currency.code()),
                view.count())));
    if (!prices.quotes().isEmpty()) {
      sections.add(Section.of("Prices", view.quotes()));
    }
    if (!prices.missing().isEmpty()) {
      sections.add(Section.of("Not priced", view.missing()));
    }
    if (!warnings.isEmpty()) {
      sections.add(Section.of("Warnings", WarningLines.of(warnings)));
    }
    return new Document(sections);
  }

  private Fact count() {
    int priced = prices.quotes().size();
    int all = priced + prices.missing().size();
    Tone tone = prices.missing().isEmpty() ? Tone.GOOD : Tone.WARN;
    return Fact.of("Priced", Cell.of(priced + " of " + all, tone));
  }

  private Table quotes() {
    List<List<Cell>> rows = new ArrayList<>();
    for (AskedPrices.Priced priced : prices.quotes()) {
      rows.add(
          List.of(
              Cell.of(priced.asset().symbol(), Tone.STRONG),
              Cell.of(ExactDecimal.plain(priced.quote().value())),
              quoted(priced.quote()),
              Cell.of(priced.quote().source()),
              Cell.of(priced.asset().id(), Tone.MUTED)));
    }
    return new Table(
        List.of(
            Column.left("asset", Fit.KEEP),
            Column.figures("price"),
            Column.left("quoted", Fit.KEEP),
            Column.left("source", Fit.SHRINK),
            Column.left("id", Fit.drop(1))),
        rows);
  }

  private Cell quoted(Quote quote) {
    PriceState state = freshness.judge(quote);
    if (state instanceof PriceState.Missing) {
      return Cell.of("later than as-of", Tone.BAD);
    }
    String words = state.ageOfQuote().map(age -> Age.words(age) + " ago").orElse("no date");
    return state instanceof PriceState.Stale
        ? Cell.of(words + ", stale", Tone.WARN)
        : Cell.of(words);
  }

  private Table missing() {
    List<List<Cell>> rows = new ArrayList<>();
    for (AskedPrices.Unpriced unpriced : prices.missing()) {
      rows.add(
          List.of(
              Cell.of(unpriced.asset().symbol(), Tone.STRONG),
              Cell.of(words(unpriced.reason(), unpriced.asset()))));
    }
    return new Table(List.of(Column.left("asset", Fit.KEEP), Column.left("why", Fit.WRAP)), rows);
  }

  /** A reason as a clause about one asset. */
  public static String words(Gap reason, Asset asset) {
    return switch (reason) {
      case UNKNOWN_ID ->
          isTicker(asset)
              ? "not in the catalogue, and a ticker may be that of many coins; write the asset's"
                  + " CoinGecko id"
              : "no service knows the id `"
                  + asset.id()
                  + "`; "
                  + (asset.isKnown() ? "give it a price" : "write the asset's CoinGecko id");
      case NO_QUOTE -> "known, but no service has a price of it now";
      case NO_MARKET ->
          asset.isCash()
              ? "money, which services have no price of; give it one"
              : "not traded, so never asked for";
      case RATE_LIMITED -> "the service wants fewer questions; ask again in a few minutes";
      case NETWORK -> "no service that has it could be asked (see the warnings)";
      case REJECTED -> "the quote cannot be right: a jump, zero or less, or later than --as-of";
    };
  }

  private static boolean isTicker(Asset asset) {
    return !asset.isKnown() && !asset.symbol().equals(asset.id());
  }
}
