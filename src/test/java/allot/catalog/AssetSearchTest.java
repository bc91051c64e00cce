package allot.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import allot.catalog.Asset.Confidence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssetSearchTest {
  private static final AssetSearch ALL =
      new AssetSearch(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static List<Asset> query(String text) {
    return new AssetSearch(
            Optional.of(text), ALL.bucket(), ALL.sector(), ALL.host(), ALL.confidence())
        .in(AssetCatalog.builtIn());
  }

  @Test
  void no_condition_finds_all_in_the_catalogues_order() {
    assertThat(ALL.in(AssetCatalog.builtIn()))
        .containsExactlyElementsOf(AssetCatalog.builtIn().assets());
  }

  @Test
  void exact_symbols_and_ids_come_first() {
    assertThat(query("ai").stream().limit(2).map(Asset::id))
        .containsExactly("gensyn", "sleepless-ai");
    assertThat(query("ETHEREUM").get(0).symbol()).isEqualTo("ETH");
    assertThat(query("op").get(0).symbol()).isEqualTo("OP");
  }

  @Test
  void a_part_of_a_name_or_an_alias_is_enough() {
    assertThat(query("xxb").stream().map(Asset::symbol)).containsExactly("BTC");
    assertThat(query("Kite AI").stream().map(Asset::id)).containsExactly("kite-2");
    assertThat(query("no such thing")).isEmpty();
  }

  @Test
  void conditions_narrow_each_other() {
    AssetSearch search =
        new AssetSearch(
            Optional.empty(),
            Optional.of(Bucket.LAYER_2),
            Optional.of("Agents"),
            Optional.of("BASE"),
            Optional.of(Confidence.HIGH));
    assertThat(search.in(AssetCatalog.builtIn()))
        .isNotEmpty()
        .allSatisfy(
            asset -> {
              assertThat(asset.bucket()).isEqualTo(Bucket.LAYER_2);
              assertThat(asset.sector()).isEqualTo("agents");
              assertThat(asset.homes()).anyMatch(home -> home.startsWith("base>"));
              assertThat(asset.origin().confidence()).contains(Confidence.HIGH);
            });
  }

  @Test
  void low_confidence_finds_the_two_unverified() {
    AssetSearch search =
        new AssetSearch(
            ALL.query(), ALL.bucket(), ALL.sector(), ALL.host(), Optional.of(Confidence.LOW));
    assertThat(search.in(AssetCatalog.builtIn()).stream().map(Asset::id))
        .containsExactlyInAnyOrder("grok-chain", "grokchain");
  }
}
