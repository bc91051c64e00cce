package allot.file;

import allot.price.Timestamp;
import allot.problem.Problems;
import allot.problem.Source;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check found, kept for the next one to compare with.
 *
 * @param asOf when it ran
 * @param findings by file, as short words
 */
public record CheckState(Instant asOf, Map<String, List<String>> findings) {
  private static final String SCHEMA = "allot.check-state/1";

  /**
   * Reads the state; empty if there is none yet.
   *
   * @throws allot.problem.ProblemException if the file holds something else, which is left as it is
   */
  public static Optional<CheckState> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Source source = InputFile.read(file.toString(), java.io.InputStream.nullInputStream()).source();
    Problems problems = new Problems(source);
    Node root = new Node(JsonReader.read(source, problems), "", problems);
    Optional<Members> members = root.members();
    Optional<Instant> asOf = Optional.empty();
    Map<String, List<String>> findings = new LinkedHashMap<>();
    if (members.isPresent()) {
      members.get().need("schema").ifPresent(schema -> schema.oneOf(List.of(SCHEMA)));
      problems.throwIfAny();
      asOf = members.get().need("asOf").flatMap(n -> n.instant(ZoneOffset.UTC));
      members.get().need("files").flatMap(Node::members).ifPresent(m -> readFiles(m, findings));
    }
    problems.throwIfAny();
    return asOf.map(at -> new CheckState(at, findings));
  }

  private static void readFiles(Members files, Map<String, List<String>> findings) {
    for (Members.Entry entry : files.takeRest()) {
      List<String> words = new ArrayList<>();
      for (Node item : entry.value().items().orElse(List.of())) {
        item.text().ifPresent(words::add);
      }
      findings.put(entry.key(), words);
    }
  }

  /** Writes the state, for its owner alone, whole or not at all. */
  public void write(Path file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      json.writeStringField("asOf", Timestamp.format(asOf));
      json.writeObjectFieldStart("files");
      for (Map.Entry<String, List<String>> entry : findings.entrySet()) {
        json.writeArrayFieldStart(entry.getKey());
        for (String word : entry.getValue()) {
          json.writeString(word);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AtomicFile.write(file, bytes.toByteArray(), AtomicFile.Access.PRIVATE);
  }
}
