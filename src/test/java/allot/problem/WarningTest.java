package allot.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WarningTest {

  @Test
  void codes_are_kebab_case() {
    assertThat(Warning.Code.NO_TIMEZONE.label()).isEqualTo("no-timezone");
    assertThat(Stream.of(Warning.Code.values()).map(Warning.Code::label))
        .allMatch(label -> label.matches("[a-z]+(-[a-z]+)*"))
        .doesNotHaveDuplicates()
        .contains(
            "unclassified",
            "renamed",
            "no-market",
            "off-peg",
            "stale-price",
            "undated-price",
            "sector-count",
            "sector-share",
            "concentration",
            "low-confidence",
            "lots-differ",
            "cost-unknown",
            "ignored-keys",
            "no-timezone");
  }

  @Test
  void a_warning_is_about_an_asset_or_about_all() {
    assertThat(Warning.of(Warning.Code.RENAMED, "FET", "x").asset()).contains("FET");
    assertThat(Warning.of(Warning.Code.SECTOR_COUNT, "x").asset()).isEmpty();
  }
}
