package allot.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CatalogTableTest {

  private static String row(String confidence, String market) {
    String[] cells = {
      "x",
      "X",
      "Ex",
      "layer-2",
      "data",
      "a>b,c",
      "",
      "Y,Z",
      "rule",
      "seen",
      confidence,
      "",
      "2026-11",
      "Y",
      "",
      market
    };
    return "header\n" + String.join("\t", cells) + "\n";
  }

  @Test
  void lists_are_separated_by_commas_and_empty_cells_are_nothing() {
    Asset asset = CatalogTable.parse(row("medium", "none")).get(0);
    assertThat(asset.homes()).containsExactly("a>b", "c");
    assertThat(asset.hostChains()).containsExactly("a", "b");
    assertThat(asset.aliases()).containsExactly("Y", "Z");
    assertThat(asset.former()).containsExactly("Y");
    assertThat(asset.peg()).isEmpty();
    assertThat(asset.successor()).isEmpty();
    assertThat(asset.market()).isEqualTo(Asset.Market.NONE);
  }

  @Test
  void a_wrong_row_is_a_defect_and_not_skipped() {
    assertThatThrownBy(() -> CatalogTable.parse(row("sure", "listed")))
        .hasMessage("confidence sure");
    assertThatThrownBy(() -> CatalogTable.parse(row("high", "maybe"))).hasMessage("market maybe");
    assertThatThrownBy(() -> CatalogTable.parse("header\nx\ty\n")).hasMessage("short row: x\ty");
  }
}
