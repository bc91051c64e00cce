package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crash inside a command is 70 and one line: never 0, and never 1 or 10, which scripts read. */
class DefectTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneOffset.UTC);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Standard input that fails as nothing in the program expects. */
  private static InputStream failing(Supplier<Error> failure) {
    return new InputStream() {
      @Override
      public int read() {
        throw failure.get();
      }
    };
  }

  private static Error failure(String kind) {
    return switch (kind) {
      case "StackOverflowError" -> new StackOverflowError();
      case "OutOfMemoryError" -> new OutOfMemoryError();
      case "NoClassDefFoundError" -> new NoClassDefFoundError("allot/Lost");
      default -> new AssertionError("a bug");
    };
  }

  private int run(InputStream in, String... args) {
    return Main.run(args, in, out, err, Map.of(), CLOCK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "StackOverflowError",
        "OutOfMemoryError",
        "NoClassDefFoundError",
        "AssertionError"
      })
  void a_defect_is_70_and_one_line(String kind) {
    assertThat(run(failing(() -> failure(kind)), "check", "-")).isEqualTo(70);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "error: a defect of allot ("
                + kind
                + "); please report it with the output of --debug\n");
  }

  @Test
  void debug_adds_the_stack() {
    assertThat(run(failing(() -> failure("AssertionError")), "check", "-", "--debug"))
        .isEqualTo(70);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("error: a defect of allot (AssertionError)")
        .contains("\njava.lang.AssertionError: a bug\n    at ")
        .contains("allot.cli.CheckCommand");
  }

  @Test
  void it_is_70_even_if_it_cannot_be_said() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new OutOfMemoryError();
          }
        };
    int exit =
        Main.run(
            new String[] {"check", "-"},
            failing(() -> failure("AssertionError")),
            out,
            broken,
            Map.of(),
            CLOCK);
    assertThat(exit).isEqualTo(70);
  }
}
