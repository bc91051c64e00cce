package allot.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.file.InputFile;
import allot.file.PortfolioFile;
import allot.portfolio.Portfolio;
import allot.price.Gap;
import allot.price.LiveQuotes;
import allot.price.Quote;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers of price services in tests. */
final class PriceSamples {
  static final Instant AT = Instant.parse("2026-11-20T18:00:00Z");
  static final Asset TAO = asset("bittensor");
  static final Asset AKT = asset("akash-network");
  static final Asset BTC = asset("bitcoin");
  static final Asset ODD = Asset.unknown("-3");
  static final Asset FORMULA = Asset.unknown("=cmd");

  private PriceSamples() {}

  static Asset asset(String id) {
    return AssetCatalog.builtIn().byId(id).orElseThrow();
  }

  /** A portfolio that holds the assets that no catalogue knows. */
  static Portfolio portfolio() {
    String json =
        "{\"version\":1,\"currency\":\"USD\",\"holdings\":[{\"asset\":\"-3\",\"quantity\":1},"
            + "{\"asset\":\"=cmd\",\"quantity\":1}]}";
    return PortfolioFile.read(InputFile.of("p.json", json.getBytes(UTF_8)), AssetCatalog.builtIn());
  }

  static Quote quote(String price, Duration age, String source) {
    return new Quote(new BigDecimal(price), Optional.of(AT.minus(age)), source);
  }

  static AskedPrices prices() {
    Map<String, Quote> quotes = new LinkedHashMap<>();
    quotes.put("bitcoin", quote("96543.21", Duration.ofSeconds(20), "CoinGecko"));
    quotes.put("bittensor", quote("402.1534567890123", Duration.ofMinutes(45), "CoinGecko"));
    quotes.put("akash-network", quote("1.2e-5", Duration.ofHours(26), "DeFi Llama"));
    quotes.put("-3", new Quote(new BigDecimal("7"), Optional.empty(), "@home, cached"));
    quotes.put("=cmd", quote("0.10", Duration.ofMinutes(-9), "CoinGecko"));
    Map<String, Gap> gaps = new HashMap<>();
    List<String> unpriced =
        List.of("filecoin", "render-token", "near", "gensyn", "fetch-ai", "bitcoin", "zelcash");
    for (int i = 0; i < unpriced.size(); i++) {
      gaps.put(unpriced.get(i), Gap.values()[i % Gap.values().length]);
    }
    return AskedPrices.of(
        List.of(
            TAO,
            BTC,
            asset("filecoin"),
            TAO,
            AKT,
            ODD,
            FORMULA,
            asset("render-token"),
            asset("near"),
            asset("gensyn"),
            asset("fetch-ai"),
            asset("zelcash")),
        new LiveQuotes(quotes, gaps, List.of()));
  }
}
