package allot.render;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.allocation.BucketShare.Standing;
import allot.allocation.BucketShare.Status;
import allot.allocation.Valuation;
import allot.money.ExactDecimal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A check as Prometheus metrics, for a textfile collector. What is unknown is left out. The label
 * {@code portfolio} is the portfolio's name, or the file where names are missing or not unique.
 */
public final class Prometheus {
  private static final int RATIO_DECIMALS = 12;

  private final StringBuilder out = new StringBuilder();
  private final List<Labelled> portfolios = new ArrayList<>();

  private record Labelled(String label, Allocation allocation) {}

  private Prometheus() {}

  public static String render(List<CheckedFile> files, int exitCode, Instant now) {
    Prometheus metrics = new Prometheus();
    metrics.label(files);
    metrics.buckets();
    metrics.portfolios();
    metrics.head("allot_check_status", "The exit code of the last check.");
    metrics.sample("allot_check_status", "", BigDecimal.valueOf(exitCode));
    metrics.head("allot_last_run_timestamp_seconds", "When the last check ran, Unix time.");
    metrics.sample(
        "allot_last_run_timestamp_seconds", "", BigDecimal.valueOf(now.getEpochSecond()));
    return metrics.out.toString();
  }

  private void label(List<CheckedFile> files) {
    Map<String, Integer> uses = new HashMap<>();
    for (CheckedFile file : files) {
      uses.merge(name(file), 1, Integer::sum);
    }
    Map<String, Integer> seen = new HashMap<>();
    for (CheckedFile file : files) {
      String name = name(file);
      String label = name.isEmpty() || uses.getOrDefault(name, 0) > 1 ? file.file() : name;
      if (seen.merge(label, 1, Integer::sum) == 1) {
        file.allocation().ifPresent(a -> portfolios.add(new Labelled(label, a)));
      }
    }
  }

  private static String name(CheckedFile file) {
    return file.allocation().map(a -> a.valuation().portfolio().name()).orElse("");
  }

  private void buckets() {
    head("allot_bucket_weight_ratio", "Share of the portfolio's value, 0 to 1.");
    eachBucket(
        (labels, share, standing) ->
            ratio("weight", labels, standing.weight().rounded(14, RoundingMode.HALF_EVEN)));
    head("allot_bucket_target_ratio", "Wanted share, 0 to 1.");
    eachBucket((labels, share, standing) -> ratio("target", labels, share.target()));
    head("allot_bucket_in_band", "1 if the bucket is in band, 0 if not.");
    eachBucket(
        (labels, share, standing) ->
            sample(
                "allot_bucket_in_band",
                labels,
                standing.status() == Status.IN ? BigDecimal.ONE : BigDecimal.ZERO));
  }

  /** What to write of a bucket that has a weight. */
  private interface BucketSample {
    void write(String labels, BucketShare share, Standing standing);
  }

  private void eachBucket(BucketSample sample) {
    for (Labelled portfolio : portfolios) {
      for (BucketShare share : portfolio.allocation().shares()) {
        String labels =
            "{portfolio=\""
                + escaped(portfolio.label())
                + "\",bucket=\""
                + escaped(share.bucket().name())
                + "\"}";
        share.standing().ifPresent(standing -> sample.write(labels, share, standing));
      }
    }
  }

  private void ratio(String what, String labels, BigDecimal percent) {
    BigDecimal ratio = percent.movePointLeft(2).setScale(RATIO_DECIMALS, RoundingMode.HALF_EVEN);
    sample("allot_bucket_" + what + "_ratio", labels, ratio);
  }

  private void portfolios() {
    head("allot_portfolio_value", "Value in the portfolio's currency.");
    for (Labelled portfolio : portfolios) {
      Valuation valuation = portfolio.allocation().valuation();
      valuation
          .total()
          .ifPresent(
              total ->
                  sample(
                      "allot_portfolio_value",
                      "{portfolio=\"" + escaped(portfolio.label()) + "\"}",
                      Envelope.money(total)));
    }
    head("allot_oldest_quote_age_seconds", "Age of the oldest dated quote that counts.");
    for (Labelled portfolio : portfolios) {
      portfolio
          .allocation()
          .valuation()
          .oldestAge()
          .ifPresent(
              age ->
                  sample(
                      "allot_oldest_quote_age_seconds",
                      "{portfolio=\"" + escaped(portfolio.label()) + "\"}",
                      BigDecimal.valueOf(age.toSeconds())));
    }
  }

  private void head(String name, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(" gauge\n");
  }

  private void sample(String name, String labels, BigDecimal value) {
    out.append(name).append(labels).append(' ').append(ExactDecimal.plain(value)).append('\n');
  }

  private static String escaped(String label) {
    return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
