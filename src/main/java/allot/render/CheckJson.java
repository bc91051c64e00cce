package allot.render;

import allot.allocation.Allocation;
import allot.allocation.BucketShare.Standing;
import allot.allocation.Finding;
import allot.allocation.Valuation;
import allot.catalog.Bucket;
import allot.price.Timestamp;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The document allot.check/1. */
public record CheckJson(
    String schema,
    String asOf,
    @Nullable String currency,
    List<Envelope.Input> inputs,
    List<FileRow> files,
    int exitCode,
    List<Envelope.Notice> warnings) {

  /** A file and what was found in it. */
  public record FileRow(String file, String status, List<FindingRow> findings) {}

  /** A finding; what it is not about is null. */
  public record FindingRow(
      String code,
      @Nullable String bucket,
      @Nullable String asset,
      String message,
      @Nullable BigDecimal weight,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Nullable BigDecimal toTarget) {}

  /** A finding with its file: a row of the table. */
  public record TableRow(
      String file,
      String code,
      @Nullable String bucket,
      @Nullable String asset,
      String message,
      @Nullable BigDecimal weight,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Nullable BigDecimal toTarget) {}

  /**
   * @param asOf the instant of the run
   */
  public static CheckJson of(List<CheckedFile> checked, int exitCode, Instant asOf) {
    List<FileRow> files = new ArrayList<>();
    Set<Envelope.Input> inputs = new LinkedHashSet<>();
    Set<String> currencies = new LinkedHashSet<>();
    List<Warning> warnings = new ArrayList<>();
    for (CheckedFile file : checked) {
      inputs.addAll(Envelope.inputs(file.inputs()));
      warnings.addAll(file.warnings());
      file.allocation()
          .map(Allocation::valuation)
          .map(Valuation::portfolio)
          .ifPresent(portfolio -> currencies.add(portfolio.currency().code()));
      List<FindingRow> findings = new ArrayList<>();
      for (Finding finding : file.verdict().findings()) {
        findings.add(row(finding));
      }
      files.add(new FileRow(file.file(), file.verdict().status().label(), findings));
    }
    String currency = currencies.size() == 1 ? currencies.iterator().next() : null;
    return new CheckJson(
        "allot.check/1",
        Timestamp.format(asOf),
        currencies.isEmpty() ? "USD" : currency,
        List.copyOf(inputs),
        files,
        exitCode,
        Envelope.notices(warnings));
  }

  private static FindingRow row(Finding finding) {
    Optional<Standing> standing = finding.standing();
    return new FindingRow(
        finding.code().label(),
        finding.bucket().map(Bucket::name).orElse(null),
        finding.asset().orElse(null),
        finding.message(),
        Envelope.percent(standing.map(Standing::weight)),
        Envelope.percent(standing.map(Standing::low)),
        Envelope.percent(standing.map(Standing::high)),
        Envelope.money(standing.map(Standing::toTarget)));
  }

  /** The findings of all files, a row each. */
  public List<TableRow> rows() {
    List<TableRow> rows = new ArrayList<>();
    for (FileRow file : files) {
      for (FindingRow f : file.findings()) {
        rows.add(
            new TableRow(
                file.file(),
                f.code(),
                f.bucket(),
                f.asset(),
                f.message(),
                f.weight(),
                f.low(),
                f.high(),
                f.toTarget()));
      }
    }
    return rows;
  }
}
