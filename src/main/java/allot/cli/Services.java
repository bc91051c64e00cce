package allot.cli;

import allot.feed.Access;
import allot.feed.ApiKey;
import allot.feed.ClosesCache;
import allot.feed.CoinGecko;
import allot.feed.DefiLlama;
import allot.feed.Fetcher;
import allot.feed.HistoryFeed;
import allot.feed.HttpTransport;
import allot.feed.Pace;
import allot.feed.PriceService;
import allot.feed.ProxyRoute;
import allot.feed.QuoteCache;
import allot.feed.QuoteFeed;
import allot.feed.ServiceRoot;
import allot.feed.Transport;
import allot.feed.Waiting;
import allot.price.PriceSource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** The price services as environment and options say, known to be right; nothing is asked yet. */
final class Services {
  static final String COINGECKO_ROOT = "COINGECKO_BASE_URL";
  static final String DEFILLAMA_ROOT = "DEFILLAMA_BASE_URL";
  static final String PRO_KEY = "COINGECKO_PRO_API_KEY";
  static final String DEMO_KEY = "COINGECKO_DEMO_API_KEY";

  /** Which services to ask. */
  enum Choice {
    COINGECKO,
    DEFILLAMA,
    /** The first, and the second for what that has not. */
    BOTH
  }

  private final Session session;
  private final Map<String, String> env;
  private final Access coinGecko;
  private final ServiceRoot defiLlama;
  private final Transport transport;

  /**
   * @param keyFile stronger than a key in the environment
   * @throws allot.problem.ProblemException if a root, a proxy or a key is wrong
   */
  Services(Session session, Optional<String> keyFile) {
    this.session = session;
    this.env = session.env();
    this.coinGecko = coinGecko(keyFile);
    this.defiLlama =
        variable(DEFILLAMA_ROOT)
            .map(text -> ServiceRoot.parse(DEFILLAMA_ROOT, text))
            .orElse(ServiceRoot.DEFILLAMA);
    this.transport = new HttpTransport(proxy());
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(env.get(name)).filter(text -> !text.isEmpty());
  }

  private Access coinGecko(Optional<String> keyFile) {
    Optional<ServiceRoot> root =
        variable(COINGECKO_ROOT).map(text -> ServiceRoot.parse(COINGECKO_ROOT, text));
    boolean pro = variable(PRO_KEY).isPresent() || root.filter(ServiceRoot::isProHost).isPresent();
    Optional<ApiKey> key = keyFile.map(file -> keyIn(file, pro)).or(this::keyOfEnvironment);
    boolean keyed = pro && key.isPresent();
    return new Access(root.orElse(keyed ? ServiceRoot.COINGECKO_PRO : ServiceRoot.COINGECKO), key);
  }

  private ApiKey keyIn(String file, boolean pro) {
    session.read(file);
    return ApiKey.read(file, pro ? ApiKey.Plan.PRO : ApiKey.Plan.DEMO);
  }

  private Optional<ApiKey> keyOfEnvironment() {
    return variable(PRO_KEY)
        .map(key -> ApiKey.of(ApiKey.Plan.PRO, key, PRO_KEY))
        .or(() -> variable(DEMO_KEY).map(key -> ApiKey.of(ApiKey.Plan.DEMO, key, DEMO_KEY)));
  }

  private ProxyRoute proxy() {
    for (String name : List.of("HTTPS_PROXY", "https_proxy")) {
      Optional<String> text = variable(name);
      if (text.isPresent()) {
        String direct = variable("NO_PROXY").or(() -> variable("no_proxy")).orElse("");
        return ProxyRoute.of(name, text.get(), direct);
      }
    }
    return ProxyRoute.none();
  }

  /** Current prices of both services. */
  PriceSource quotes() {
    return quotes(Choice.BOTH, false, false);
  }

  PriceSource quotes(Choice choice, boolean acceptJump, boolean crossCheck) {
    Fetcher fetcher =
        Fetcher.forQuotes(
            transport, Waiting.real(), ThreadLocalRandom.current()::nextDouble, log());
    return new QuoteFeed(
        services(choice, fetcher, fetcher), QuoteCache.at(cache()), acceptJump, crossCheck);
  }

  HistoryFeed history(Choice choice, HistoryFeed.Progress progress, Consumer<Duration> onWait) {
    Pace pace = Pace.ofCoinGecko(coinGecko, Waiting.real(), onWait);
    return new HistoryFeed(
        services(choice, historyFetcher(pace), historyFetcher(Pace.none())),
        ClosesCache.at(cache()),
        progress);
  }

  private Fetcher historyFetcher(Pace pace) {
    return Fetcher.forHistory(
        transport, Waiting.real(), ThreadLocalRandom.current()::nextDouble, log(), pace);
  }

  private List<PriceService> services(Choice choice, Fetcher first, Fetcher second) {
    List<PriceService> services = new ArrayList<>();
    if (choice != Choice.DEFILLAMA) {
      services.add(new CoinGecko(first, coinGecko));
    }
    if (choice != Choice.COINGECKO) {
      services.add(new DefiLlama(second, defiLlama));
    }
    return services;
  }

  private Consumer<String> log() {
    return session.isDebug() ? session::say : line -> {};
  }

  /** Where fetched prices are kept, by the XDG rules; nowhere if the environment has no home. */
  private Optional<Path> cache() {
    try {
      Optional<Path> base =
          variable("XDG_CACHE_HOME")
              .map(Path::of)
              .filter(Path::isAbsolute)
              .or(() -> variable("HOME").map(home -> Path.of(home, ".cache")));
      return base.filter(Path::isAbsolute).map(path -> path.resolve("allot"));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
