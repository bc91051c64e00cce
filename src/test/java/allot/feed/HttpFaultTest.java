package allot.feed;

import static allot.feed.FaultServer.say;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Whatever a server does, asking it ends in time and with a reason. */
class HttpFaultTest {
  private static final Instant AT = StubService.AT;
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final Duration GENEROUS = Duration.ofSeconds(15);
  private static final String OK = "HTTP/1.1 200 OK";
  private static final String JSON = "Content-Type: application/json";

  private final List<String> log = new ArrayList<>();

  private Fetcher fetcher(Duration exchange, Duration budget) {
    return new Fetcher(
        new HttpTransport(ProxyRoute.none()),
        Waiting.real(),
        () -> 0.01,
        log::add,
        Pace.none(),
        new Limits(exchange, budget, Limits.Scope.ALL_REQUESTS));
  }

  private static Answer ask(Fetcher fetcher, ServiceRoot root) {
    return fetcher.get(Access.keyless(root), "/x", AT);
  }

  /** What the fault leads to, with no need of a limit. */
  private String reason(FaultServer.Fault fault) throws IOException {
    try (FaultServer server = FaultServer.of(fault)) {
      return reason(server.root(), GENEROUS);
    }
  }

  /** What the fault leads to when the limit is reached. */
  private String reasonInTime(FaultServer.Fault fault) throws IOException {
    try (FaultServer server = FaultServer.of(fault)) {
      return reason(server.root(), SHORT);
    }
  }

  private String reason(ServiceRoot root, Duration exchange) {
    long start = System.nanoTime();
    Answer answer = ask(fetcher(exchange, GENEROUS), root);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(GENEROUS);
    assertThat(answer).isInstanceOf(Answer.Failed.class);
    return ((Answer.Failed) answer).reason();
  }

  private static void stall() throws InterruptedException {
    Thread.sleep(60_000);
  }

  @Test
  void no_headers() throws IOException {
    assertThat(reasonInTime(out -> stall())).isEqualTo("no answer within 0.4 s");
    assertThat(log).as("a server that stalls is not asked twice").hasSize(1);
    assertThat(log.get(0))
        .startsWith("GET http://127.0.0.1:")
        .endsWith("/x: no answer within 0.4 s");
  }

  @Test
  void a_body_that_stalls() throws IOException {
    assertThat(
            reasonInTime(
                out -> {
                  say(out, OK, JSON, "Content-Length: 1000", "", "{\"a\":");
                  stall();
                }))
        .isEqualTo("no answer within 0.4 s");
    assertThat(log).hasSize(1);
  }

  @Test
  void a_body_that_drips() throws IOException, InterruptedException {
    CountDownLatch gone = new CountDownLatch(1);
    assertThat(
            reasonInTime(
                out -> {
                  say(out, OK, JSON, "Content-Length: 100000", "", "");
                  drip(out, gone);
                }))
        .isEqualTo("no answer within 0.4 s");
    assertThat(gone.await(GENEROUS.toSeconds(), TimeUnit.SECONDS)).as("hung up").isTrue();
    assertThat(log).hasSize(1);
  }

  private static void drip(OutputStream out, CountDownLatch gone) throws InterruptedException {
    try {
      while (true) {
        say(out, " ");
        Thread.sleep(20);
      }
    } catch (IOException e) {
      gone.countDown();
    }
  }

  @Test
  void a_body_without_an_end() throws IOException {
    assertThat(
            reason(
                out -> {
                  say(out, OK, JSON, "", "");
                  byte[] part = new byte[1 << 16];
                  while (true) {
                    out.write(part);
                  }
                }))
        .isEqualTo("sent more than 4 MiB");
    assertThat(log).hasSize(1);
  }

  @Test
  void a_body_that_says_it_is_of_4_GiB() throws IOException {
    assertThat(
            reason(
                out -> {
                  say(out, OK, JSON, "Content-Length: 4294967296", "", "");
                  stall();
                }))
        .isEqualTo("sent more than 4 MiB");
  }

  @Test
  void a_body_of_exactly_4_MiB_is_read() throws IOException {
    String body = "0".repeat(CappedBody.MOST_BYTES);
    try (FaultServer server =
        FaultServer.saying(OK, JSON, "Content-Length: " + body.length(), "", body)) {
      Answer answer = ask(fetcher(GENEROUS, GENEROUS), server.root());
      assertThat(answer).isEqualTo(new Answer.Text(body));
    }
  }

  @Test
  void a_gzip_bomb_is_not_unpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 100; i++) {
        gzip.write(zeros);
      }
    }
    FaultServer.Fault bomb =
        out -> {
          say(out, OK, JSON, "Content-Encoding: gzip", "Content-Length: " + packed.size(), "", "");
          out.write(packed.toByteArray());
        };
    assertThat(reason(bomb)).isEqualTo("sent gzip, which was not asked for");
    assertThat(log).hasSize(1);
  }

  @Test
  void nothing_packed_is_asked_for() throws IOException {
    try (FaultServer server =
        FaultServer.saying(OK, JSON, "Content-Encoding: identity", "Content-Length: 2", "", "{}")) {
      assertThat(ask(fetcher(GENEROUS, GENEROUS), server.root())).isEqualTo(new Answer.Text("{}"));
      assertThat(server.requests().get(0))
          .startsWith("GET /x HTTP/1.1\r\n")
          .contains("Accept: application/json\r\n", "User-Agent: allot/0.1.0\r\n")
          .doesNotContainIgnoringCase("accept-encoding")
          .doesNotContainIgnoringCase("upgrade")
          .doesNotContainIgnoringCase("api-key");
    }
  }

  @Test
  void a_body_shorter_than_its_length() throws IOException {
    assertThat(reason(out -> say(out, OK, JSON, "Content-Length: 100", "", "{\"coins\":{")))
        .isEqualTo("broke off in the middle of its answer");
    assertThat(log).as("that may have been an accident").hasSize(3);
  }

  @Test
  void a_chunk_that_is_cut_off() throws IOException {
    assertThat(reason(out -> say(out, OK, JSON, "Transfer-Encoding: chunked", "", "50", "{\"coi")))
        .isEqualTo("broke off in the middle of its answer");
  }

  @Test
  void a_body_without_a_length_that_is_cut_off_is_no_JSON() throws IOException {
    try (FaultServer server =
        FaultServer.saying(OK, JSON, "", "{\"bitcoin\":{\"usd\":76975},\"bitt")) {
      CoinGecko service = new CoinGecko(fetcher(GENEROUS, GENEROUS), Access.keyless(server.root()));
      assertThat(service.quotes(List.of("bitcoin"), allot.money.CurrencyUnit.USD, AT))
          .hasToString(
              "Quotes[quotes={}, gaps={bitcoin=NETWORK}, failure=Optional[Failure[gap=NETWORK,"
                  + " reason=sent what is no JSON of prices, remedy=]]]");
    }
  }

  @Test
  void a_page_with_status_200() throws IOException {
    String page = "\n <!DOCTYPE html><html>Just a moment...</html>";
    for (String type : List.of("Content-Type: text/html; charset=UTF-8", JSON, "X-No-Type: x")) {
      assertThat(reason(out -> say(out, OK, type, "Content-Length: " + page.length(), "", page)))
          .isEqualTo("sent a page instead of data");
    }
    assertThat(
            reason(out -> say(out, OK, "Content-Type: text/html", "Content-Length: 2", "", "{}")))
        .isEqualTo("sent a page instead of data");
  }

  @Test
  void data_without_a_type_are_judged_by_themselves() throws IOException {
    try (FaultServer server = FaultServer.saying(OK, "Content-Length: 2", "", "{}")) {
      assertThat(ask(fetcher(GENEROUS, GENEROUS), server.root())).isEqualTo(new Answer.Text("{}"));
    }
  }

  @Test
  void headers_of_20_MB() throws IOException {
    byte[] line = ("X-Filler: " + "x".repeat(1000) + "\r\n").getBytes(UTF_8);
    String reason =
        reason(
            out -> {
              say(out, OK, "");
              for (int i = 0; i < 20_000; i++) {
                out.write(line);
              }
              say(out, "Content-Length: 2", "", "{}");
            });
    assertThat(reason).isEqualTo("sent no HTTP that can be read");
  }

  @Test
  void no_HTTP_at_all() throws IOException {
    assertThat(reason(out -> say(out, "220 mail.example.org ESMTP", "", "")))
        .isEqualTo("sent no HTTP that can be read");
  }

  @Test
  void a_connection_that_is_closed_at_once() throws IOException {
    assertThat(reason(OutputStream::close)).isEqualTo("closed the connection without an answer");
    assertThat(log.size()).isGreaterThan(1);
  }

  @Test
  void a_connection_that_is_refused() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    assertThat(reason(ServiceRoot.parse("ROOT", "http://127.0.0.1:" + port), GENEROUS))
        .isEqualTo("connection refused");
    assertThat(log).hasSize(3).allMatch(line -> line.endsWith(": connection refused"));
  }

  @Test
  void two_services_that_stall_share_one_budget() throws IOException {
    try (FaultServer first = FaultServer.of(out -> stall());
        FaultServer second = FaultServer.of(out -> stall())) {
      Fetcher fetcher = fetcher(Duration.ofMillis(400), Duration.ofMillis(700));
      long start = System.nanoTime();
      assertThat(ask(fetcher, first.root())).isEqualTo(new Answer.Failed("no answer within 0.4 s"));
      assertThat(ask(fetcher, second.root()))
          .isInstanceOfSatisfying(
              Answer.Failed.class, failed -> assertThat(failed.reason()).startsWith("no answer"));
      assertThat(ask(fetcher, first.root()))
          .isEqualTo(new Answer.Failed("was not asked: 0.7 s have passed"));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
    assertThat(Limits.QUOTES.exchange().multipliedBy(2)).isLessThan(Limits.QUOTES.budget());
    assertThat(Limits.QUOTES.budget()).isLessThan(Duration.ofSeconds(19));
  }

  @Test
  void an_interrupted_run_gives_up() throws IOException {
    try (FaultServer server = FaultServer.of(out -> stall())) {
      Thread.currentThread().interrupt();
      assertThat(ask(fetcher(GENEROUS, GENEROUS), server.root()))
          .isEqualTo(new Answer.Failed("was interrupted"));
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
