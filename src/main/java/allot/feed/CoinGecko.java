package allot.feed;

import allot.file.HistoryChart;
import allot.file.JsonValue;
import allot.money.CurrencyUnit;
import allot.price.Gap;
import allot.problem.ProblemException;
import allot.problem.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Collectors;

/** CoinGecko, version 3, or a service that answers as it does. */
public final class CoinGecko implements PriceService {
  private static final String NAME = "CoinGecko";
  private static final int MOST_IDS = 250;
  private static final int NOT_FOUND = 404;

  private final Fetcher fetcher;
  private final Access access;

  public CoinGecko(Fetcher fetcher, Access access) {
    this.fetcher = fetcher;
    this.access = access;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** It leaves a currency that it does not know out of its answers: there is no quote then. */
  @Override
  public boolean speaks(CurrencyUnit currency) {
    return true;
  }

  @Override
  public Quotes quotes(List<String> ids, CurrencyUnit currency, Instant at) {
    return Batches.ask(ids, MOST_IDS, (batch, answer) -> ask(batch, currency, at, answer));
  }

  private Optional<Failure> ask(
      List<String> ids, CurrencyUnit currency, Instant at, Map<String, Judgement> answer) {
    String path =
        "/simple/price?ids="
            + ids.stream().map(Batches::encoded).collect(Collectors.joining(","))
            + "&vs_currencies="
            + code(currency)
            + "&include_last_updated_at=true&precision=full";
    Content content = Content.of(fetcher.get(access, path, at), access);
    if (content instanceof Content.Missing missing) {
      return Optional.of(missing.failure());
    }
    JsonValue.Obj byId = ((Content.Present) content).json();
    for (String id : ids) {
      byId.member(id).ifPresent(found -> answer.put(id, judge(found.value(), code(currency), at)));
    }
    return Optional.empty();
  }

  private static Judgement judge(JsonValue coin, String currency, Instant at) {
    if (!(coin instanceof JsonValue.Obj || coin instanceof JsonValue.Nul)) {
      return new Judgement.Not(Gap.REJECTED);
    }
    return Judgement.of(
        Json.member(coin, currency), Json.member(coin, "last_updated_at"), at, NAME);
  }

  private static String code(CurrencyUnit currency) {
    return currency.code().toLowerCase(Locale.ROOT);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The service counts its days back from its own now, and the last of its points is of a day
   * that is still running.
   */
  @Override
  public Closes closes(String id, CurrencyUnit currency, int days, Instant at) {
    if (!Batches.isAskable(id)) {
      return DayWindow.none(Gap.UNKNOWN_ID);
    }
    String path =
        "/coins/"
            + Batches.encoded(id)
            + "/market_chart?vs_currency="
            + code(currency)
            + "&days="
            + days
            + "&interval=daily&precision=full";
    Answer answer = fetcher.get(access, path, at);
    if (answer instanceof Answer.Refused refused
        && refused.status() == NOT_FOUND
        && Json.parse(refused.body()).isPresent()) {
      return DayWindow.none(Gap.UNKNOWN_ID);
    }
    Content content = Content.of(answer, access);
    if (content instanceof Content.Missing missing) {
      return DayWindow.failed(missing.failure());
    }
    try {
      NavigableMap<LocalDate, BigDecimal> closes =
          HistoryChart.closes(new Source(NAME, ((Content.Present) content).text()));
      return DayWindow.before(at, days).of(closes);
    } catch (ProblemException e) {
      return DayWindow.failed(ServiceError.unreadable("sent closes that cannot be read"));
    }
  }
}
