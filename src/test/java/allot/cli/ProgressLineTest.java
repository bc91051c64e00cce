package allot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import allot.catalog.Asset;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
  private static final String CLEAR = "\r\u001b[K";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private Session session(int columns) {
    return new Session(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        err,
        Map.of(),
        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
        new Terminal(false, true, columns));
  }

  private String said() {
    return err.toString(UTF_8);
  }

  @Test
  void each_step_replaces_the_one_before_and_the_end_the_last() {
    ProgressLine line = new ProgressLine(session(80), true);
    line.next(Asset.unknown("TAO"), 1, 2);
    line.waiting(Duration.ofMillis(54_100));
    line.next(Asset.unknown("NEAR"), 2, 2);
    line.end();
    line.end();
    assertThat(said())
        .isEqualTo(
            "closes 1 of 2: TAO"
                + CLEAR
                + "closes 1 of 2: TAO in 55 s, as the service's limit asks"
                + CLEAR
                + "closes 2 of 2: NEAR"
                + CLEAR);
  }

  @Test
  void what_is_said_meanwhile_has_a_line_of_its_own() {
    Session session = session(80);
    ProgressLine line = new ProgressLine(session, true);
    line.next(Asset.unknown("TAO"), 1, 2);
    session.say("GET x: 200");
    session.say("done");
    line.end();
    assertThat(said()).isEqualTo("closes 1 of 2: TAO" + CLEAR + "GET x: 200\ndone\n");
  }

  @Test
  void it_never_wraps() {
    ProgressLine line = new ProgressLine(session(20), true);
    line.next(Asset.unknown("SOMETHING-LONG"), 1, 2);
    assertThat(said()).isEqualTo("closes 1 of 2: SOME");
  }

  @Test
  void where_nobody_looks_nothing_is_shown() {
    ProgressLine line = new ProgressLine(session(80), false);
    line.next(Asset.unknown("TAO"), 1, 2);
    line.end();
    assertThat(said()).isEmpty();
  }
}
