package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The command line as its users see it: one test for each {@code cases/VERB/NAME.test}, a text file
 * in the spirit of shelltest.
 *
 * <pre>
 * # A bucket above its band is one line on stdout, and 10.
 * file p.json
 *   {"holdings": [{"asset": "TAO", "quantity": 1, "price": 400}]}
 *
 * $ allot check ./p.json --max-price-age any
 * stdout
 *   ./p.json: layer-1 is at 100.00 %, ...
 * exit 10
 * </pre>
 *
 * A line at the margin says what it is, the lines indented below are its text:
 *
 * <ul>
 *   <li>{@code file NAME} writes a file before the next command, {@code stdin} is what that command
 *       reads, {@code env NAME=VALUE} and {@code clock INSTANT} hold for all that follow. The clock
 *       stands at 2026-11-20T18:00:00Z otherwise.
 *   <li>{@code $ ...} runs a command. Words are quoted as in a shell; in double quotes {@code
 *       \\u001b} is that character. Beside allot there are {@code cat}, {@code ls} and {@code
 *       mkdir} to see and make files, and {@code | head -N} and {@code | grep TEXT}, for the lines
 *       that a case is about; the exit code is that of the command before.
 *   <li>{@code stdout}, {@code stderr}, {@code exit N} are what it is to do. What is not mentioned
 *       is empty. Control characters are shown as <code>&lt;1b&gt;</code>.
 * </ul>
 *
 * A process cannot change its working directory, so {@code ./} at the beginning of a word stands
 * for a fresh directory below {@code target}, and is put back into what is said.
 *
 * <p>{@code mvn test -Dtest=CommandCaseTest -Dallot.rewrite=true} writes what the commands do into
 * the files instead of comparing. Read the difference before you commit it.
 */
class CommandCaseTest {
  private static final Path CASES = Path.of("src", "test", "resources", "cases");
  private static final boolean REWRITE = Boolean.getBoolean("allot.rewrite");

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CASES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".test")).sorted().toList()) {
        String name = CASES.relativize(file).toString().replace(".test", "");
        tests.add(DynamicTest.dynamicTest(name, file.toUri(), () -> run(file)));
      }
    }
    return tests.stream();
  }

  private static void run(Path file) throws IOException {
    String expected = Files.readString(file);
    String actual = CommandCase.parse(expected).replay();
    if (REWRITE) {
      if (!actual.equals(expected)) {
        Files.writeString(file, actual);
      }
    } else {
      assertThat(actual).isEqualTo(expected);
    }
  }
}
