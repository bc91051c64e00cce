package allot.record;

import allot.catalog.AssetCatalog;
import allot.file.InputFile;
import allot.file.PortfolioFile;
import allot.portfolio.Portfolio;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Small portfolios in few words. */
final class Books {
  private Books() {}

  /** Holdings as {@code TAO 5 Coinbase, USD 10 Kraken}, behind that what else stands in them. */
  static Portfolio portfolio(String holdings) {
    List<String> written = new ArrayList<>();
    for (String holding : holdings.split(", ")) {
      String[] words = holding.split(" ", 4);
      written.add(
          "{ \"asset\": \""
              + words[0]
              + "\", \"quantity\": "
              + words[1]
              + ", \"account\": \""
              + words[2]
              + "\""
              + (words.length > 3 ? ", " + words[3] : "")
              + " }");
    }
    return read("{ \"holdings\": [" + String.join(",", written) + "] }");
  }

  static Portfolio read(String json) {
    return PortfolioFile.read(
        InputFile.of("p.json", json.getBytes(StandardCharsets.UTF_8)), AssetCatalog.builtIn());
  }
}
