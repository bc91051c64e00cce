package allot.cli;

import allot.allocation.Advisories;
import allot.allocation.Allocation;
import allot.allocation.Exposure;
import allot.allocation.Valuation;
import allot.allocation.Verdict;
import allot.catalog.AssetCatalog;
import allot.file.InputFile;
import allot.file.PortfolioFile;
import allot.portfolio.Portfolio;
import allot.price.Freshness;
import allot.price.PriceBook;
import allot.problem.Warning;
import allot.render.Page;
import allot.render.ReportView;
import allot.render.TextRenderer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Does the work of a command once on a toy portfolio, on a second thread and for nobody, while the
 * first thread reads options. What both need is loaded by the time the options are known: a third
 * of the time of a check. Without a second core it costs little and gains nothing.
 */
final class Rehearsal implements Runnable {
  private static final String TOY =
      """
      {
        "version": 1, "timezone": "America/New_York", "asOf": "2026-11-20T16:00:00Z",
        "target": { "layer-1": 90, "stablecoin": 10 }, "within": { "layer-1": { "TAO": 100 } },
        "band": "5/25",
        "holdings": [
          { "asset": "TAO", "quantity": "1", "price": 2, "account": "a", "role": "frozen",
            "note": "", "lots": [ { "acquired": "2026-01-02", "quantity": "1", "cost": "2" } ] },
          { "asset": "AKT", "quantity": 1, "price": "2" },
          { "asset": "USDC", "quantity": 1, "price": 1 }
        ],
        "costs": { "fee": 0, "step": { "TAO": "1" } },
        "tax": { "method": "fifo", "yearToDate": { "year": 2026 }, "washSale": "warn" },
        "dca": { "amount": 1, "every": "week", "on": "friday", "times": 1 }
      }
      """;

  private final boolean shown;

  private Rehearsal(boolean shown) {
    this.shown = shown;
  }

  /** Starts beside a verb that values a portfolio. */
  static void start(String[] args) {
    String verb = args.length == 0 ? "" : args[0];
    boolean shown = verb.equals("report");
    if (shown || verb.equals("check") || verb.equals("why")) {
      Thread thread = new Thread(new Rehearsal(shown), "rehearsal");
      thread.setDaemon(true);
      thread.start();
    }
  }

  @Override
  public void run() {
    try {
      rehearse();
    } catch (RuntimeException | Error e) {
      // whatever goes wrong here, the command itself will meet and tell
      return;
    }
  }

  private void rehearse() {
    InputFile file = InputFile.of("toy", TOY.getBytes(StandardCharsets.UTF_8));
    Portfolio portfolio = PortfolioFile.read(file, AssetCatalog.builtIn());
    Freshness freshness =
        new Freshness(
            Instant.ofEpochSecond(1_795_190_400L), Optional.of(Freshness.DEFAULT_MAX_AGE));
    Allocation allocation = Allocation.of(Valuation.of(portfolio, PriceBook.EMPTY, freshness));
    Exposure exposure = Exposure.of(allocation.valuation());
    List<Warning> warnings = Advisories.of(allocation.valuation(), exposure);
    Verdict verdict = Verdict.of(allocation);
    if (shown) {
      TextRenderer.render(
          ReportView.document(allocation, exposure, warnings, verdict), new Page(80, false, false));
    }
  }
}
