package allot.simulate;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.allocation.Position;
import allot.catalog.Asset;
import allot.catalog.Bucket;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A portfolio as a simulation sees it. What is in a bucket is in two piles: what can be traded, and
 * what is frozen or unclassified, which stays. A pile is bought and sold as a whole, so what is in
 * it keeps its own weights and only drifts with prices; an empty pile is filled by the file's
 * {@code within}, else by what is frozen in the bucket, else, for stablecoins, by cash.
 */
public final class SimulatedMix {
  private final List<Asset> assets;
  private final List<Bucket> buckets;
  private final List<BigDecimal> percents;
  private final List<Pile> piles;

  /**
   * A part of a bucket that is traded as one.
   *
   * @param bucket its place in the list of buckets
   * @param held whether there is something in it at the beginning
   * @param parts what it is made of
   */
  record Pile(int bucket, boolean held, List<Part> parts) {
    Pile {
      parts = List.copyOf(parts);
    }

    double value() {
      double sum = 0;
      for (Part part : parts) {
        sum += part.value();
      }
      return sum;
    }

    /** How much of it is not cash, and costs a fee to trade. */
    double chargeable() {
      double sum = 0;
      for (Part part : parts) {
        sum += part.asset() < 0 ? 0 : part.value();
      }
      return sum == 0 ? 0 : sum / value();
    }
  }

  /**
   * @param asset its column, or -1 for cash
   * @param value money; of an empty pile, parts of 1
   */
  record Part(int asset, double value) {}

  private SimulatedMix(
      List<Asset> assets, List<Bucket> buckets, List<BigDecimal> percents, List<Pile> piles) {
    this.assets = List.copyOf(assets);
    this.buckets = List.copyOf(buckets);
    this.percents = List.copyOf(percents);
    this.piles = List.copyOf(piles);
  }

  /**
   * A valued portfolio.
   *
   * @param allocation with weights: every held asset has a price, and the total is above zero
   * @throws ProblemException of kind DATA if a bucket has a target and nobody knows what to buy
   */
  public static SimulatedMix of(Allocation allocation) {
    return new Builder(allocation).build();
  }

  /** The assets that move, in the order in which a model has them. */
  public List<Asset> assets() {
    return assets;
  }

  /** The buckets, in the allocation's order. */
  public List<Bucket> buckets() {
    return buckets;
  }

  /** The wanted weight of each bucket, 0 to 1. */
  double[] targets() {
    return percents.stream().mapToDouble(percent -> percent.doubleValue() / 100).toArray();
  }

  /** The same in percent, exact. */
  List<BigDecimal> targetPercents() {
    return percents;
  }

  /** First the tradable pile of each bucket in order, then those that stay. */
  List<Pile> piles() {
    return piles;
  }

  /** What all of it is worth now. */
  public double value() {
    double sum = 0;
    for (Pile pile : piles) {
      sum += pile.held() ? pile.value() : 0;
    }
    return sum;
  }

  /** What part of the value a bucket has, 0 to 1. */
  double weight(int bucket) {
    double sum = 0;
    for (Pile pile : piles) {
      sum += pile.held() && pile.bucket() == bucket ? pile.value() : 0;
    }
    return sum / value();
  }

  /** What part of the value each bucket has in each asset, 0 to 1; cash is left out. */
  double[][] weights() {
    double[][] weights = new double[buckets.size()][assets.size()];
    double total = value();
    for (Pile pile : piles) {
      for (Part part : pile.held() ? pile.parts() : List.<Part>of()) {
        if (part.asset() >= 0) {
          weights[pile.bucket()][part.asset()] += part.value() / total;
        }
      }
    }
    return weights;
  }

  /** An expected return for every asset but those of the stablecoin bucket, which earn none. */
  public double[] means(double mean) {
    double[] means = new double[assets.size()];
    Arrays.fill(means, mean);
    for (Pile pile : piles) {
      if (buckets.get(pile.bucket()).equals(Bucket.STABLECOIN)) {
        pile.parts().stream().filter(part -> part.asset() >= 0).forEach(p -> means[p.asset()] = 0);
      }
    }
    return means;
  }

  /** Sorts positions into piles. */
  private static final class Builder {
    private final Allocation allocation;
    private final Portfolio portfolio;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Asset> assets = new ArrayList<>();

    Builder(Allocation allocation) {
      this.allocation = allocation;
      this.portfolio = allocation.valuation().portfolio();
    }

    SimulatedMix build() {
      List<Bucket> buckets = allocation.shares().stream().map(BucketShare::bucket).toList();
      List<BigDecimal> percents = allocation.shares().stream().map(BucketShare::target).toList();
      List<Pile> tradable = new ArrayList<>();
      List<Pile> fixed = new ArrayList<>();
      for (int i = 0; i < buckets.size(); i++) {
        boolean wanted = percents.get(i).signum() > 0;
        Map<Integer, Double> free = parts(buckets.get(i), true);
        Map<Integer, Double> stuck = parts(buckets.get(i), false);
        boolean held = !free.isEmpty();
        if (!held && wanted) {
          free = filling(buckets.get(i), stuck);
        }
        tradable.add(new Pile(i, held, list(free)));
        if (!stuck.isEmpty()) {
          fixed.add(new Pile(i, true, list(stuck)));
        }
      }
      tradable.addAll(fixed);
      return new SimulatedMix(assets, buckets, percents, tradable);
    }

    private Map<Integer, Double> parts(Bucket bucket, boolean free) {
      Map<Integer, Double> parts = new LinkedHashMap<>();
      for (Position position : allocation.valuation().held()) {
        boolean moves =
            position.holding().role() == Role.TRADABLE && !bucket.equals(Bucket.UNCLASSIFIED);
        double value = position.value().orElse(BigDecimal.ZERO).doubleValue();
        if (position.holding().bucket().equals(bucket) && moves == free && value > 0) {
          parts.merge(column(position.holding().asset()), value, Double::sum);
        }
      }
      return parts;
    }

    /** What an empty bucket is bought from. */
    private Map<Integer, Double> filling(Bucket bucket, Map<Integer, Double> stuck) {
      Map<String, BigDecimal> within = portfolio.within().getOrDefault(bucket, Map.of());
      Map<Integer, Double> parts = new LinkedHashMap<>();
      within.forEach(
          (id, percent) -> {
            if (percent.signum() > 0) {
              Asset asset = portfolio.catalog().byId(id).orElseGet(() -> Asset.unknown(id));
              parts.merge(column(asset), percent.doubleValue(), Double::sum);
            }
          });
      if (parts.isEmpty()) {
        parts.putAll(stuck);
      }
      if (parts.isEmpty() && bucket.equals(Bucket.STABLECOIN)) {
        parts.put(-1, 1.0);
      }
      if (parts.isEmpty()) {
        throw new ProblemException(
            Problem.of(
                Kind.DATA,
                "nothing is held of " + bucket + ", and nothing says what would be bought",
                "name its assets in `within` of the portfolio file"));
      }
      double sum = parts.values().stream().mapToDouble(Double::doubleValue).sum();
      parts.replaceAll((column, part) -> part / sum);
      return parts;
    }

    private int column(Asset asset) {
      if (portfolio.isOwnCash(asset)) {
        return -1;
      }
      Integer known = columns.get(asset.id());
      if (known == null) {
        known = assets.size();
        columns.put(asset.id(), known);
        assets.add(asset);
      }
      return known;
    }

    private static List<Part> list(Map<Integer, Double> parts) {
      List<Part> list = new ArrayList<>();
      parts.forEach((column, value) -> list.add(new Part(column, value)));
      return Collections.unmodifiableList(list);
    }
  }
}
