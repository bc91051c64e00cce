package allot.cli;

import allot.portfolio.Bands;
import allot.problem.ProblemException;
import allot.rebalance.Destination;
import allot.simulate.BandPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Bands that are compared: {@code 5/25,10:edge}. One that names buckets, {@code
 * layer-1=4,default=5/25}, goes on over its commas until something names no bucket.
 */
final class BandList {
  private static final int MOST = 20;
  private static final String FORM =
      "write 5/25,10 or 5:edge, a band as --band takes it, and :target, :half or :edge after it";

  /** Points that are tried beside a portfolio's own band. */
  private static final List<String> USUAL = List.of("2.5", "5", "10", "20");

  private BandList() {}

  /** Every way back from the portfolio's own band, then bands from narrow to wide. */
  static List<BandPolicy> around(Bands own) {
    List<BandPolicy> policies = new ArrayList<>();
    for (Destination to : List.of(Destination.TARGET, Destination.HALF, Destination.EDGE)) {
      policies.add(policy(own, to));
    }
    for (String points : USUAL) {
      Bands bands = Bands.parse(points);
      if (!bands.equals(own)) {
        policies.add(policy(bands, Destination.TARGET));
      }
    }
    return policies;
  }

  static List<BandPolicy> parse(String text) {
    List<BandPolicy> policies = new ArrayList<>();
    for (String item : items(text)) {
      BandPolicy policy = policy(text, item);
      if (policies.stream().anyMatch(other -> other.label().equals(policy.label()))) {
        throw refused(text, policy.label() + " is in it twice");
      }
      policies.add(policy);
    }
    if (policies.size() > MOST) {
      throw PlanValues.refused(
          "--bands has " + policies.size() + " bands", "write at most " + MOST);
    }
    return policies;
  }

  private static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    boolean open = false;
    for (String part : text.split(",", -1)) {
      boolean names = part.indexOf('=') >= 0;
      if (names && open) {
        items.set(items.size() - 1, items.get(items.size() - 1) + "," + part);
      } else {
        items.add(part);
      }
      open = names && part.indexOf(':') < 0;
    }
    return items;
  }

  private static BandPolicy policy(String text, String item) {
    int colon = item.indexOf(':');
    String band = colon < 0 ? item : item.substring(0, colon);
    Destination to =
        colon < 0
            ? Destination.TARGET
            : Destination.parse(item.substring(colon + 1))
                .orElseThrow(
                    () -> refused(text, "`" + item.substring(colon + 1) + "` is no destination"));
    try {
      return policy(Bands.parse(band), to);
    } catch (ProblemException e) {
      throw refused(text, "`" + band + "` is no band");
    }
  }

  private static BandPolicy policy(Bands bands, Destination to) {
    boolean target = to.fraction().compareTo(BigDecimal.ZERO) == 0;
    return new BandPolicy(bands.label() + (target ? "" : ":" + to.label()), bands, to);
  }

  private static ProblemException refused(String text, String why) {
    return PlanValues.refused("--bands " + text + ": " + why, FORM);
  }
}
