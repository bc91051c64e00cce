package allot.file;

import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Problems;
import allot.problem.Source;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the caches have in common: a document of one schema, read strictly and written whole. */
final class CacheJson {
  private CacheJson() {}

  /** A document whose schema has been checked; what else is wrong goes to its problems. */
  record Opened(Members members, Problems problems) {}

  /** Writes the members that follow the schema. */
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /**
   * Opens a document; empty if there is no such file.
   *
   * @throws ProblemException if the file cannot be read or holds something else
   */
  static Optional<Opened> open(Path file, String schema) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file)) {
      // a pipe would never answer
      throw new ProblemException(
          Problem.ofFile(Kind.UNREADABLE, file.toString(), "is no regular file", ""));
    }
    Source source = InputFile.read(file.toString(), InputStream.nullInputStream()).source();
    Problems problems = new Problems(source);
    Node root = new Node(JsonReader.read(source, problems), "", problems);
    Optional<Members> members = root.members();
    members.flatMap(m -> m.need("schema")).ifPresent(node -> node.oneOf(List.of(schema)));
    problems.throwIfAny();
    return members.map(m -> new Opened(m, problems));
  }

  /**
   * Writes a document for its owner alone, whole or not at all.
   *
   * @throws ProblemException of kind UNWRITABLE
   */
  static void write(Path file, String schema, Body body, FileOperations files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("schema", schema);
      body.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AtomicFile.write(file, bytes.toByteArray(), AtomicFile.Access.PRIVATE, files);
  }
}
