package allot.render;

import allot.simulate.Exits;
import allot.simulate.RiskByBucket;
import allot.simulate.Simulation;
import allot.simulate.SimulationSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a simulation shows where there is room for pictures. */
public final class SimulatePictures {
  /** Where nearly all futures have been out of band there is nothing more to see. */
  private static final double NEARLY_ALL = 0.99;

  private final Simulated simulated;
  private final Simulation made;

  private SimulatePictures(Simulated simulated) {
    this.simulated = simulated;
    this.made = simulated.made();
  }

  /** The document of a {@link SimulateView} with each drawing before its table. */
  public static Document into(Document document, Simulated simulated) {
    SimulatePictures pictures = new SimulatePictures(simulated);
    Document drawn =
        document
            .illustrated("How often to look", pictures.odds())
            .illustrated(
                SimulateView.worthIn(simulated.made().settings().days()),
                new SimulateTables(simulated).fan());
    return simulated.risk().isAny()
            && simulated.risk().shares().stream().allMatch(share -> share.contribution() >= 0)
        ? drawn.illustrated("Where the risk is", pictures.risk())
        : drawn;
  }

  /** The chance of having been out of band, day by day. */
  private Block odds() {
    List<Integer> days = IntStream.rangeClosed(0, lastDay()).boxed().toList();
    return new LineChart(
        "The odds of having been out of band by then, if nobody trades",
        Axis.ofDays(days),
        List.of(
            curve("from now", made.exits(), days),
            curve("from target", made.exitsFromTarget(), days)),
        Measure.PERCENT);
  }

  private static Series curve(String name, Exits exits, List<Integer> days) {
    // today is no close to come: who is out of band now has no chance to tell of it
    double today = exits.outNow() ? Double.NaN : 0;
    return new Series(
        name,
        days.stream()
            .map(day -> day == 0 ? today : 100 * exits.within(day).probability().value())
            .toList());
  }

  private int lastDay() {
    int all = made.exits().lastDay();
    int needed =
        Math.max(
            made.exits().dayOf(NEARLY_ALL).orElse(all),
            made.exitsFromTarget().dayOf(NEARLY_ALL).orElse(all));
    List<Integer> told = SimulationSettings.HORIZONS;
    return Math.max(needed, told.get(told.size() - 1));
  }

  private Picture risk() {
    List<ShareBars.Bar> bars = new ArrayList<>();
    for (RiskByBucket.Share share : simulated.risk().shares()) {
      String weight = Scale.figure(100 * share.weight(), Measure.PERCENT) + " of the value";
      bars.add(new ShareBars.Bar(share.bucket().name(), 100 * share.contribution(), weight));
    }
    return new ShareBars("Share of the risk by bucket", bars);
  }
}
