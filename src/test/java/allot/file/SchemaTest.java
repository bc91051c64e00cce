package allot.file;

import static org.assertj.core.api.Assertions.assertThat;

import allot.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema and the reader agree, file by file; {@code refusals.txt} is what the reader says. */
class SchemaTest {
  private static final String SCHEMA = PortfolioFixture.resource("/allot/portfolio.schema.json");
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final JsonSchema VALIDATOR =
      JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SCHEMA);
  private static final Map<String, String> REFUSALS = refusals();

  static Stream<String> valid() {
    return names("valid");
  }

  static Stream<String> invalid() {
    return names("invalid");
  }

  static Stream<String> readerOnly() {
    return names("reader-only");
  }

  private static Stream<String> names(String folder) {
    File[] files = new File("src/test/resources/portfolios/" + folder).listFiles();
    return Stream.of(files).map(file -> folder + "/" + file.getName()).sorted();
  }

  private static Map<String, String> refusals() {
    Map<String, String> refusals = new TreeMap<>();
    for (String line : PortfolioFixture.resource("/portfolios/refusals.txt").split("\n")) {
      int space = line.indexOf(": ");
      refusals.put(line.substring(0, space), line.substring(space + 2));
    }
    return refusals;
  }

  private static String text(String name) {
    return PortfolioFixture.resource("/portfolios/" + name);
  }

  private static Set<ValidationMessage> complaints(String json) {
    try {
      JsonNode document = MAPPER.readTree(json);
      return VALIDATOR.validate(document);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  @ParameterizedTest
  @MethodSource("valid")
  void a_valid_file_passes_the_schema_and_the_reader(String name) {
    assertThat(complaints(text(name))).isEmpty();
    PortfolioFixture.read(text(name));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void an_invalid_file_passes_neither(String name) {
    assertThat(complaints(text(name))).isNotEmpty();
    assertRefused(name);
  }

  @ParameterizedTest
  @MethodSource("readerOnly")
  void what_a_schema_cannot_say_the_reader_does(String name) {
    assertThat(complaints(text(name))).isEmpty();
    assertRefused(name);
  }

  /** One fault is one problem, told in one line: its place, what is wrong, what to do. */
  private static void assertRefused(String name) {
    ProblemException refusal = PortfolioFixture.refusal(text(name));
    assertThat(PortfolioFixture.lines(refusal)).hasSize(1);
    assertThat(refusal.problems().get(0).line()).isEqualTo("p.json:" + REFUSALS.get(name));
  }

  @Test
  void every_refusal_has_a_file() {
    assertThat(REFUSALS.keySet())
        .containsExactlyInAnyOrderElementsOf(Stream.concat(invalid(), readerOnly()).toList());
  }

  @Test
  void the_schema_is_valid_itself_and_needs_no_network() throws IOException {
    JsonSchema meta =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    "https://json-schema.org/draft/2020-12/schema"));
    assertThat(meta.validate(MAPPER.readTree(SCHEMA))).isEmpty();
    assertThat(SCHEMA).doesNotContain("\"$ref\": \"http").endsWith("}\n");
  }

  @Test
  void the_starter_and_the_sample_pass_the_schema() throws IOException {
    assertThat(complaints(PortfolioFixture.resource("/allot/starter.json"))).isEmpty();
    assertThat(complaints(Files.readString(Path.of("samples/portfolio.json")))).isEmpty();
  }
}
