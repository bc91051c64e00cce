package allot.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import allot.allocation.Exposure.Part;
import allot.catalog.Asset;
import allot.portfolio.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExposureTest {

  private static Map<String, String> weights(Exposure exposure, List<Part> parts) {
    return parts.stream()
        .collect(
            Collectors.toMap(
                Part::name,
                part ->
                    exposure
                        .weight(part)
                        .orElseThrow()
                        .rounded(4, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()));
  }

  private static BigDecimal rounded(Optional<allot.money.Fraction> fraction) {
    return fraction.orElseThrow().rounded(9, RoundingMode.HALF_EVEN);
  }

  @Test
  void v75a_concentration() {
    Exposure exposure = Sample.v1().exposure();
    assertThat(rounded(exposure.hhi())).isEqualByComparingTo("0.3142");
    assertThat(rounded(exposure.effectiveAssets())).isEqualByComparingTo("3.182686187");
  }

  @Test
  void accounts_and_buckets_do_not_split_an_asset() {
    Exposure exposure =
        Sample.of(
                Row.of("ethereum", "1", "25").in("A"),
                Row.of("ethereum", "1", "25").in("B").bucket("hybrid"),
                Row.of("usd", "50", "1"))
            .exposure();
    assertThat(rounded(exposure.hhi())).isEqualByComparingTo("0.5");
    assertThat(rounded(exposure.effectiveAssets())).isEqualByComparingTo("2");
  }

  @Test
  void an_asset_counts_under_every_chain_that_its_first_home_needs() {
    Asset onBase =
        allot.catalog.AssetCatalog.builtIn().assets().stream()
            .filter(a -> a.hostChains().equals(List.of("base", "ethereum")))
            .findFirst()
            .orElseThrow();
    Exposure exposure =
        Sample.of(
                Row.of(onBase, "50", "1"), Row.of("ethereum", "30", "1"), Row.of("usd", "20", "1"))
            .exposure();
    assertThat(weights(exposure, exposure.hosts()))
        .isEqualTo(Map.of("ethereum", "80", "base", "50"));
    assertThat(exposure.hosts().get(0).assets()).containsExactly(onBase.symbol(), "ETH");
  }

  @Test
  void v75d_a_layer_2_depends_on_its_host() {
    Exposure exposure =
        Sample.of(
                Row.of("bitcoin", "30", "1"),
                Row.of("ethereum", "15", "1"),
                Row.of("arbitrum", "14", "1"),
                Row.of("optimism", "10", "1"),
                Row.of("bittensor", "31", "1"))
            .exposure();
    assertThat(weights(exposure, exposure.hosts())).containsEntry("ethereum", "39");
    assertThat(weights(exposure, exposure.hosts())).containsEntry("bittensor", "31");
  }

  @Test
  void sectors_add_up_to_100_and_those_without_are_unknown() {
    Exposure exposure =
        Sample.of(
                Row.of("bittensor", "40", "1"),
                Row.of("akash-network", "30", "1"),
                Row.of("mystery", "10", "1"),
                Row.of("usd", "20", "1"))
            .exposure();
    assertThat(weights(exposure, exposure.sectors()))
        .isEqualTo(Map.of("training", "40", "compute", "30", "unknown", "10", "stable", "20"));
    assertThat(exposure.sectors().stream().map(Part::name))
        .containsExactly("training", "compute", "stable", "unknown");
    assertThat(exposure.aiSectors().stream().map(Part::name))
        .containsExactly("training", "compute");
  }

  @Test
  void equal_parts_stand_by_name() {
    Exposure exposure =
        Sample.of(Row.of("usd", "1", "1"), Row.of("bittensor", "1", "1")).exposure();
    assertThat(exposure.assets().stream().map(Part::name)).containsExactly("bittensor", "usd");
  }

  @Test
  void what_is_excluded_is_no_exposure() {
    Exposure exposure =
        Sample.v1().with(Row.of("bittensor", "9", "9").as(Role.EXCLUDED)).exposure();
    assertThat(exposure.assets().stream().map(Part::name)).doesNotContain("bittensor");
  }

  @Test
  void without_a_total_there_are_parts_and_no_weights() {
    Exposure exposure = Sample.v1().with(Row.of("bittensor", "1", "1").unpriced()).exposure();
    assertThat(exposure.total()).isEmpty();
    assertThat(exposure.hhi()).isEmpty();
    assertThat(exposure.effectiveAssets()).isEmpty();
    assertThat(exposure.sectors())
        .anyMatch(part -> part.name().equals("training") && part.value().isEmpty())
        .allMatch(part -> exposure.weight(part).isEmpty());
  }

  @Test
  void nothing_has_no_exposure() {
    Exposure exposure = Sample.of(List.of()).exposure();
    assertThat(exposure.sectors()).isEmpty();
    assertThat(exposure.hosts()).isEmpty();
    assertThat(exposure.hhi()).isEmpty();
  }
}
