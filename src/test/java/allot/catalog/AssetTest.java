package allot.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssetTest {

  @Test
  void the_unknown_is_known_by_its_written_name() {
    Asset asset = Asset.unknown("FooCoin");
    assertThat(asset.id()).isEqualTo("foocoin");
    assertThat(asset.symbol()).isEqualTo("FooCoin");
    assertThat(asset.bucket()).isEqualTo(Bucket.UNCLASSIFIED);
    assertThat(asset.isKnown()).isFalse();
    assertThat(asset.isCash()).isFalse();
    assertThat(asset.hostChains()).isEmpty();
  }

  @Test
  void money_of_any_currency_is_a_stablecoin_pegged_to_itself() {
    Asset francs = Asset.cash("CHF");
    assertThat(francs.isCash()).isTrue();
    assertThat(francs.bucket()).isEqualTo(Bucket.STABLECOIN);
    assertThat(francs.peg()).contains("CHF");
  }

  @Test
  void the_first_home_decides_the_host_chains() {
    AssetCatalog catalog = AssetCatalog.builtIn();
    Asset kite = catalog.byId("kite-2").orElseThrow();
    assertThat(kite.homes()).containsExactly("kite-2", "ethereum");
    assertThat(kite.hostChains()).containsExactly("kite-2");
    assertThat(
            catalog.assets().stream()
                .filter(a -> a.homes().contains("base>ethereum"))
                .filter(a -> a.homes().get(0).equals("base>ethereum")))
        .isNotEmpty()
        .allMatch(a -> a.hostChains().equals(java.util.List.of("base", "ethereum")));
  }
}
