package allot.render;

import allot.allocation.BucketShare;
import allot.allocation.BucketShare.Standing;
import allot.dca.DcaSchedule;
import allot.dca.DcaSchedule.Instalment;
import allot.money.Fraction;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** What a plan of buys shows where there is room for pictures. */
public final class DcaPictures {
  private DcaPictures() {}

  /** The document of a {@link DcaView} with the path of each bucket into its band. */
  public static Document into(Document document, DcaSchedule schedule) {
    List<String> labels = new ArrayList<>(List.of("now"));
    List<Double> positions = new ArrayList<>(List.of(0.0));
    for (Instalment instalment : schedule.ahead()) {
      positions.add((double) labels.size());
      labels.add(instalment.date().toString());
    }
    List<BandPaths.Path> paths = new ArrayList<>();
    for (BucketShare share : schedule.before().shares()) {
      share.standing().ifPresent(standing -> paths.add(path(share, standing, schedule)));
    }
    if (paths.isEmpty() || labels.size() == 1) {
      return document;
    }
    String title = "Weights from instalment to instalment, each against its band";
    return document.illustrated(
        "Path of the mix", new BandPaths(title, new Axis(labels, positions), paths));
  }

  private static BandPaths.Path path(BucketShare share, Standing now, DcaSchedule schedule) {
    List<Double> weights = new ArrayList<>(List.of(now.shownWeight().doubleValue()));
    for (Instalment instalment : schedule.ahead()) {
      weights.add(drawn(instalment.mix().getOrDefault(share.bucket(), Fraction.ZERO)));
    }
    return new BandPaths.Path(
        new Series(share.bucket().name(), weights),
        share.target().doubleValue(),
        drawn(now.low()),
        drawn(now.high()));
  }

  private static double drawn(Fraction percent) {
    return percent.rounded(2, RoundingMode.HALF_EVEN).doubleValue();
  }
}
