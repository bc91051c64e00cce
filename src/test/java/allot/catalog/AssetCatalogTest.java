package allot.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AssetCatalogTest {
  private static final AssetCatalog CATALOG = AssetCatalog.builtIn();

  private static Map<String, Long> counts(Function<Asset, String> by) {
    return CATALOG.assets().stream().collect(Collectors.groupingBy(by, Collectors.counting()));
  }

  private static Asset own(String id, String symbol) {
    return new Asset(
        id,
        symbol,
        "My own",
        Bucket.HYBRID,
        "compute",
        List.of("base>ethereum"),
        Optional.empty(),
        List.of(),
        new Asset.Origin(Asset.Basis.OWN, "read its docs", Optional.empty(), "", ""),
        Asset.Market.LISTED,
        List.of(),
        Optional.empty());
  }

  @Test
  void the_table_has_121_rows() {
    assertThat(CATALOG.assets()).hasSize(121);
    assertThat(CATALOG.assets().stream().map(Asset::id)).doesNotHaveDuplicates();
  }

  @Test
  void buckets_are_counted() {
    assertThat(counts(asset -> asset.bucket().name()))
        .isEqualTo(Map.of("layer-2", 63L, "layer-1", 28L, "stablecoin", 17L, "hybrid", 13L));
  }

  @Test
  void sectors_are_counted() {
    Map<String, Long> expected = new HashMap<>();
    expected.put("agents", 23L);
    expected.put("infrastructure", 20L);
    expected.put("compute", 19L);
    expected.put("stable", 17L);
    expected.put("data", 14L);
    expected.put("inference", 6L);
    expected.put("finance", 6L);
    expected.put("storage", 6L);
    expected.put("training", 5L);
    expected.put("privacy", 3L);
    expected.put("gaming", 1L);
    expected.put("identity", 1L);
    assertThat(counts(Asset::sector)).isEqualTo(expected);
  }

  @Test
  void the_sector_stable_is_the_bucket_stablecoin() {
    assertThat(CATALOG.assets())
        .allMatch(a -> a.sector().equals("stable") == a.bucket().equals(Bucket.STABLECOIN));
  }

  @Test
  void confidence_and_basis_are_counted() {
    assertThat(counts(asset -> asset.origin().confidence().orElseThrow().label()))
        .isEqualTo(Map.of("high", 92L, "medium", 27L, "low", 2L));
    assertThat(counts(asset -> asset.origin().basis().label()))
        .isEqualTo(Map.of("rule", 101L, "article", 20L));
    assertThat(
            CATALOG.assets().stream()
                .filter(asset -> asset.origin().basis() == Asset.Basis.ARTICLE)
                .collect(Collectors.groupingBy(a -> a.bucket().name(), Collectors.counting())))
        .isEqualTo(Map.of("layer-1", 13L, "layer-2", 4L, "hybrid", 3L));
  }

  @Test
  void every_row_says_who_and_when() {
    assertThat(CATALOG.assets())
        .allSatisfy(
            asset -> {
              assertThat(asset.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
              assertThat(asset.symbol()).isNotBlank();
              assertThat(asset.name()).isNotBlank();
              assertThat(asset.origin().source()).isNotBlank();
              assertThat(asset.origin().asOf()).matches("20\\d\\d-\\d\\d");
              assertThat(Bucket.parse(asset.bucket().name())).contains(asset.bucket());
              assertThat(asset.isKnown()).isTrue();
            });
  }

  @Test
  void the_articles_projects_come_first() {
    assertThat(CATALOG.assets().stream().limit(20))
        .allMatch(asset -> asset.origin().basis() == Asset.Basis.ARTICLE);
  }

  @Test
  void stablecoins_and_nothing_else_have_a_peg() {
    assertThat(CATALOG.assets())
        .allMatch(a -> a.peg().isPresent() == a.bucket().equals(Bucket.STABLECOIN))
        .allMatch(a -> a.peg().map(p -> p.matches("[A-Z]{3}")).orElse(true));
  }

  @Test
  void every_host_chain_has_a_name() {
    Set<String> chains = new HashSet<>();
    for (Asset asset : CATALOG.assets()) {
      for (String home : asset.homes()) {
        chains.addAll(List.of(home.split(">")));
      }
    }
    assertThat(chains)
        .allMatch(
            chain -> CATALOG.byId(chain).isPresent() || !CATALOG.chainName(chain).equals(chain));
    assertThat(CATALOG.chainName("base")).isEqualTo("Base");
    assertThat(CATALOG.chainName("ethereum")).isEqualTo("Ethereum");
    assertThat(CATALOG.chainName("binancecoin")).isEqualTo("BNB Chain");
    assertThat(CATALOG.chainName("no-such-chain")).isEqualTo("no-such-chain");
  }

  @Test
  void only_cash_and_the_unknown_live_nowhere() {
    assertThat(CATALOG.assets().stream().filter(a -> a.homes().isEmpty()).map(Asset::id))
        .containsExactlyInAnyOrder("usd", "eur", "grokchain");
    assertThat(CATALOG.assets().stream().filter(Asset::isCash).map(Asset::id))
        .containsExactlyInAnyOrder("usd", "eur");
  }

  @Test
  void every_asset_is_found_by_its_id_whatever_the_case() {
    for (Asset asset : CATALOG.assets()) {
      Match expected = new Match.Found(asset, Match.By.ID);
      assertThat(CATALOG.find(asset.id())).isEqualTo(expected);
      assertThat(CATALOG.find(asset.id().toUpperCase(Locale.ROOT))).isEqualTo(expected);
    }
  }

  @Test
  void a_symbol_is_found_unless_it_is_an_id_or_shared() {
    for (Asset asset : CATALOG.assets()) {
      Match match = CATALOG.find(asset.symbol().toLowerCase(Locale.ROOT));
      if (asset.symbol().equals("AI")) {
        assertThat(match).isInstanceOf(Match.Ambiguous.class);
      } else if (match instanceof Match.Found found && found.by() == Match.By.ID) {
        assertThat(found.asset().id()).isEqualToIgnoringCase(asset.symbol());
      } else {
        assertThat(match).isEqualTo(new Match.Found(asset, Match.By.SYMBOL));
      }
    }
  }

  @Test
  void ai_is_two_assets_and_their_ids_are_told() {
    Match.Ambiguous match = (Match.Ambiguous) CATALOG.find("ai");
    assertThat(match.candidates().stream().map(Asset::id))
        .containsExactly("gensyn", "sleepless-ai");
    assertThat(match.choices()).isEqualTo("gensyn or sleepless-ai");
  }

  @Test
  void an_id_goes_before_a_symbol_and_a_symbol_before_an_alias() {
    AssetCatalog catalog =
        CATALOG.with(List.of(own("zel", "MATIC"), own("matic-two", "BITTENSOR")));
    assertThat(catalog.find("bittensor")).isEqualTo(CATALOG.find("bittensor"));
    assertThat(((Match.Found) catalog.find("matic")).by()).isEqualTo(Match.By.SYMBOL);
    assertThat(((Match.Found) catalog.find("matic")).asset().id()).isEqualTo("zel");
    assertThat(((Match.Found) catalog.find("ZEL")).by()).isEqualTo(Match.By.ID);
    assertThat(((Match.Found) CATALOG.find("zel")).asset().id()).isEqualTo("zelcash");
  }

  @Test
  void exchange_codes_are_aliases() {
    assertThat(((Match.Found) CATALOG.find("XXBT")).asset().symbol()).isEqualTo("BTC");
    assertThat(((Match.Found) CATALOG.find("rndr")).by()).isEqualTo(Match.By.ALIAS);
    assertThat(CATALOG.find("no such thing")).isEqualTo(new Match.Unknown());
    assertThat(CATALOG.find("")).isEqualTo(new Match.Unknown());
  }

  @Test
  void no_alias_is_a_name_of_another_asset() {
    Map<String, Set<String>> owners = new HashMap<>();
    for (Asset asset : CATALOG.assets()) {
      List<String> names = new ArrayList<>(asset.aliases());
      names.add(asset.id());
      names.add(asset.symbol());
      for (String name : names) {
        owners
            .computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new HashSet<>())
            .add(asset.id());
      }
    }
    for (Asset asset : CATALOG.assets()) {
      for (String alias : asset.aliases()) {
        assertThat(owners.get(alias.toLowerCase(Locale.ROOT))).containsExactly(asset.id());
      }
    }
  }

  @Test
  void former_names_are_aliases_and_successors_exist() {
    for (Asset asset : CATALOG.assets()) {
      assertThat(asset.aliases()).containsAll(asset.former());
      asset
          .successor()
          .ifPresent(
              next -> {
                assertThat(CATALOG.byId(next)).isPresent();
                assertThat(next).isNotEqualTo(asset.id());
              });
    }
    assertThat(CATALOG.byId("render-token").orElseThrow().former()).containsExactly("RNDR");
  }

  @Test
  void disputed_placements_are_known() {
    assertThat(CATALOG.byId("gensyn").orElseThrow().isDisputed()).isTrue();
    assertThat(CATALOG.byId("ethereum").orElseThrow().isDisputed()).isFalse();
  }

  @Test
  void an_own_asset_replaces_the_entry_of_its_id() {
    AssetCatalog catalog = CATALOG.with(List.of(own("bittensor", "TAO")));
    assertThat(catalog.assets()).hasSize(121);
    assertThat(catalog.byId("BITTENSOR").orElseThrow().name()).isEqualTo("My own");
    assertThat(CATALOG.byId("bittensor").orElseThrow().name()).isEqualTo("Bittensor");
    assertThat(CATALOG.with(List.of())).isSameAs(CATALOG);
  }

  @Test
  void an_own_symbol_that_is_taken_is_ambiguous() {
    AssetCatalog catalog = CATALOG.with(List.of(own("my-tao", "tao")));
    assertThat(catalog.find("TAO")).isInstanceOf(Match.Ambiguous.class);
  }

  @Test
  void all_names_can_be_meant() {
    assertThat(CATALOG.names()).contains("TAO", "bittensor", "XXBT").doesNotContain("");
  }
}
