package allot.render;

import allot.allocation.Allocation;
import allot.allocation.Exposure;
import java.util.Optional;

/** A report as one table of data, with the field names of its JSON. */
public final class ReportCsv {
  private ReportCsv() {}

  /** Which of the report's lists is the table. */
  public enum Part {
    BUCKETS,
    HOLDINGS,
    SECTORS,
    HOSTS;

    public static Optional<Part> parse(String text) {
      return switch (text) {
        case "buckets" -> Optional.of(BUCKETS);
        case "holdings" -> Optional.of(HOLDINGS);
        case "sectors" -> Optional.of(SECTORS);
        case "hosts" -> Optional.of(HOSTS);
        default -> Optional.empty();
      };
    }
  }

  public static CsvTable table(Part part, Allocation allocation, Exposure exposure) {
    return switch (part) {
      case BUCKETS ->
          CsvTable.ofRecords(ReportJson.BucketRow.class, ReportJson.buckets(allocation));
      case HOLDINGS ->
          CsvTable.ofRecords(
              ReportJson.HoldingRow.class, ReportJson.holdings(allocation.valuation()));
      case SECTORS -> CsvTable.ofRecords(ReportJson.SectorRow.class, ReportJson.sectors(exposure));
      case HOSTS -> CsvTable.ofRecords(ReportJson.HostRow.class, ReportJson.hosts(exposure));
    };
  }
}
