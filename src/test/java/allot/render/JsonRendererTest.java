package allot.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonRendererTest {
  private record Value(Object value) {}

  private record Bucket(String bucket, BigDecimal weight, Boolean inBand) {}

  private record Report(
      String schema,
      BigDecimal total,
      Map<String, BigDecimal> target,
      List<Bucket> buckets,
      List<String> warnings,
      Map<String, String> none,
      Integer exitCode) {}

  @Test
  void a_record_is_an_object_in_the_order_of_its_components() {
    Map<String, BigDecimal> target = new LinkedHashMap<>();
    target.put("layer-2", new BigDecimal("40.00"));
    target.put("layer-1", new BigDecimal("60"));
    Report report =
        new Report(
            "allot.report/1",
            null,
            target,
            List.of(new Bucket("layer-2", new BigDecimal("41.5"), true)),
            List.of(),
            Map.of(),
            10);
    assertThat(JsonRenderer.render(report))
        .isEqualTo(
            """
            {
              "schema": "allot.report/1",
              "total": null,
              "target": {
                "layer-2": 40,
                "layer-1": 60
              },
              "buckets": [
                {
                  "bucket": "layer-2",
                  "weight": 41.5,
                  "inBand": true
                }
              ],
              "warnings": [],
              "none": {},
              "exitCode": 10
            }
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "0E-8, 0",
    "0.00, 0",
    "1E+5, 100000",
    "1E+30, 1000000000000000000000000000000",
    "1E-12, 0.000000000001",
    "-2.50, -2.5",
    "100, 100",
    "12345678901234567890.123456789," + " 12345678901234567890.123456789"
  })
  void numbers_are_plain_and_exact(String number, String written) {
    assertThat(JsonRenderer.render(new Value(new BigDecimal(number))))
        .isEqualTo("{\n  \"value\": " + written + "\n}\n");
  }

  @Test
  void names_keep_their_letters_and_hide_nothing() {
    assertThat(JsonRenderer.render(new Value("é 日本 🚀 \"q\" \\ /")))
        .contains("\"é 日本 🚀 \\\"q\\\" \\\\ /\"");
    assertThat(
            JsonRenderer.render(
                new Value("\u001b\u007f\u0085\u009b\u200b\u202e\u2028\u2029\ufeff")))
        .contains("\"\\u001B\\u007F\\u0085\\u009B\\u200B\\u202E\\u2028\\u2029\\uFEFF\"");
    assertThat(JsonRenderer.render(new Value("\udb40\udc41"))).contains("\"\\uDB40\\uDC41\"");
    assertThat(JsonRenderer.render(new Value("\ud800"))).contains("\"\\uD800\"");
    assertThat(JsonRenderer.render(new Value(Map.of("a\u202eb", ""))))
        .contains("\"a\\u202Eb\": \"\"");
  }

  @Test
  void every_code_point_survives_and_none_is_a_raw_control() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
        all.appendCodePoint(codePoint);
      }
    }
    String json = JsonRenderer.render(new Value(all.toString()));
    assertThat(json.codePoints().filter(c -> c != '\n').anyMatch(Character::isISOControl))
        .isFalse();
    assertThat(json.codePoints().anyMatch(c -> Character.getType(c) == Character.FORMAT)).isFalse();
    assertThat(new ObjectMapper().readTree(json).get("value").textValue().contentEquals(all))
        .isTrue();
  }

  @Test
  void an_unknown_is_null_in_lists_too() {
    assertThat(JsonRenderer.render(new Value(Arrays.asList(1, null, 2L))))
        .isEqualTo("{\n  \"value\": [\n    1,\n    null,\n    2\n  ]\n}\n");
  }

  @Test
  void what_is_not_in_the_contract_is_refused() {
    Value odd = new Value(1.5);
    assertThatThrownBy(() -> JsonRenderer.render(odd))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Double");
  }
}
