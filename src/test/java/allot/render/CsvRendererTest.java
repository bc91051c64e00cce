package allot.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRendererTest {
  private record Row(
      String asset,
      BigDecimal weight,
      Integer count,
      Long id,
      Boolean inBand,
      List<String> hosts,
      String note) {}

  private record Odd(Object value) {}

  @Test
  void records_are_rows_and_their_components_columns() {
    Row full =
        new Row("TAO", new BigDecimal("41.20"), 3, 7L, true, List.of("base", "ethereum"), "a, b");
    Row empty = new Row("AKT", null, null, null, null, List.of(), null);
    assertThat(CsvRenderer.render(CsvTable.ofRecords(Row.class, List.of(full, empty))))
        .isEqualTo(
            """
            asset,weight,count,id,inBand,hosts,note
            TAO,41.2,3,7,true,base ethereum,"a, b"
            AKT,,,,,,
            """);
  }

  @Test
  void a_table_without_rows_is_its_header() {
    assertThat(CsvRenderer.render(CsvTable.ofRecords(Row.class, List.of())))
        .isEqualTo("asset,weight,count,id,inBand,hosts,note\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠1",
        "=\"a\""
      })
  void a_text_cannot_become_a_formula(String text) {
    assertThat(cell(CsvCell.of(text))).isEqualTo("\"'" + text.replace("\"", "\"\"") + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1", " =1", "'=1", "TAO", "a+b", "é", "1.5"})
  void other_texts_stay_as_they_are(String text) {
    assertThat(cell(CsvCell.of(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a\nb", "a\rb", "a\"b"})
  void separators_in_a_text_are_quoted(String text) {
    assertThat(cell(CsvCell.of(text))).isEqualTo("\"" + text.replace("\"", "\"\"") + "\"");
  }

  @Test
  void numbers_are_plain_and_never_guarded() {
    assertThat(cell(CsvCell.of(new BigDecimal("-5")))).isEqualTo("-5");
    assertThat(cell(CsvCell.of(new BigDecimal("1E+5")))).isEqualTo("100000");
    assertThat(cell(CsvCell.of(new BigDecimal("1E-12")))).isEqualTo("0.000000000001");
    assertThat(cell(CsvCell.of(new BigDecimal("0E-8")))).isEqualTo("0");
  }

  @Test
  void what_has_no_cell_is_refused() {
    List<Odd> rows = Arrays.asList(new Odd(1.5));
    assertThatThrownBy(() -> CsvTable.ofRecords(Odd.class, rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Double");
    assertThatThrownBy(() -> new CsvTable(List.of("a", "b"), List.of(List.of(CsvCell.empty()))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String cell(CsvCell cell) {
    String csv = CsvRenderer.render(new CsvTable(List.of("h"), List.of(List.of(cell))));
    return csv.substring("h\n".length(), csv.length() - 1);
  }
}
