package allot.allocation;

import allot.catalog.Asset;
import allot.money.Fraction;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a valued portfolio leans on beside its buckets: AI sectors, host chains, single assets.
 *
 * @param sectors by sector, the largest first
 * @param hosts by chain, the largest first; an asset counts under every chain its first home needs
 * @param assets by asset over all accounts, the largest first
 * @param total what the values are parts of; empty if there are no weights
 */
public record Exposure(
    List<Part> sectors, List<Part> hosts, List<Part> assets, Optional<BigDecimal> total) {
  /** The sector of assets that have none. */
  public static final String NO_SECTOR = "unknown";

  private static final Set<String> NOT_AI = Set.of("infrastructure", "stable", NO_SECTOR);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * A part of the portfolio.
   *
   * @param value what it is worth, exact; empty if something in it has no price
   * @param assets the symbols of what is in it, in the file's order
   */
  public record Part(String name, Optional<BigDecimal> value, List<String> assets) {}

  public static Exposure of(Valuation valuation) {
    Parts sectors = new Parts();
    Parts hosts = new Parts();
    Parts assets = new Parts();
    for (Position position : valuation.held()) {
      Asset asset = position.holding().asset();
      sectors.add(asset.sector().isEmpty() ? NO_SECTOR : asset.sector(), position);
      for (String chain : new LinkedHashSet<>(asset.hostChains())) {
        hosts.add(chain, position);
      }
      assets.add(asset.id(), position);
    }
    return new Exposure(sectors.sorted(), hosts.sorted(), assets.sorted(), valuation.weighable());
  }

  /** A part's percent of the total; empty if there are no weights. */
  public Optional<Fraction> weight(Part part) {
    return total.flatMap(
        whole -> part.value().map(value -> Fraction.of(value.multiply(HUNDRED), whole)));
  }

  /** The sectors that are about AI: all but infrastructure, stable and the unknown. */
  public List<Part> aiSectors() {
    List<Part> found = new ArrayList<>();
    for (Part part : sectors) {
      if (!NOT_AI.contains(part.name())) {
        found.add(part);
      }
    }
    return found;
  }

  /** The sum of squared weights over assets, 0 to 1 (Herfindahl-Hirschman). */
  public Optional<Fraction> hhi() {
    return total.map(whole -> Fraction.of(sumOfSquares(), whole.multiply(whole)));
  }

  /** How many equal assets would be as concentrated: 1 / HHI. */
  public Optional<Fraction> effectiveAssets() {
    return total.map(whole -> Fraction.of(whole.multiply(whole), sumOfSquares()));
  }

  private BigDecimal sumOfSquares() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : assets) {
      BigDecimal value = part.value().orElseThrow();
      sum = sum.add(value.multiply(value));
    }
    return sum;
  }

  /** Collects values by name. */
  private static final class Parts {
    private final Map<String, Optional<BigDecimal>> values = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();

    void add(String name, Position position) {
      values.merge(name, position.value(), (sum, value) -> sum.flatMap(s -> value.map(s::add)));
      members
          .computeIfAbsent(name, key -> new LinkedHashSet<>())
          .add(position.holding().asset().symbol());
    }

    List<Part> sorted() {
      List<Part> parts = new ArrayList<>(values.size());
      values.forEach(
          (name, value) -> parts.add(new Part(name, value, List.copyOf(members.get(name)))));
      parts.sort(
          Comparator.comparing((Part part) -> part.value().orElse(BigDecimal.ZERO))
              .reversed()
              .thenComparing(Part::name));
      return List.copyOf(parts);
    }
  }
}
