package allot.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonPathTest {

  @Test
  void names_and_indices_follow_each_other() {
    assertThat(JsonPath.ROOT.member("holdings").item(2).member("avg_price"))
        .hasToString("holdings[2].avg_price");
    assertThat(JsonPath.ROOT.item(0).member("layer-1")).hasToString("[0].layer-1");
    assertThat(JsonPath.ROOT).hasToString("");
  }

  @Test
  void names_that_are_no_identifiers_are_quoted() {
    assertThat(JsonPath.ROOT.member("a b").member("").member("1").member("x\"y"))
        .hasToString("[\"a b\"][\"\"][\"1\"][\"x\\\"y\"]");
  }

  @Test
  void a_path_in_words_goes_on_in_the_same_way() {
    assertThat(JsonPath.member("", "a")).isEqualTo("a");
    assertThat(JsonPath.member("a[1]", "b")).isEqualTo("a[1].b");
    assertThat(JsonPath.member("a", "b c")).isEqualTo("a[\"b c\"]");
  }
}
