package allot.feed;

import static org.assertj.core.api.Assertions.assertThat;

import allot.feed.Transport.Answered;
import allot.feed.Transport.Broken;
import allot.feed.Transport.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {
  private static final Instant AT = Instant.parse("2026-11-20T16:00:00Z");
  private static final Access ACCESS = Access.keyless(ServiceRoot.DEFILLAMA);
  private static final Reply GOOD = answered(200, "{}");
  private static final Answer TEXT = new Answer.Text("{}");

  private final FakeTime time = new FakeTime();
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<Duration> limits = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private double random = 0.5;

  private static Answered answered(int status, String body) {
    return new Answered(
        status, Optional.of("application/json"), Optional.empty(), Optional.empty(), body);
  }

  private static Answered later(int status, String retryAfter, String date) {
    return new Answered(
        status,
        Optional.of("application/json"),
        Optional.of(retryAfter),
        date.isEmpty() ? Optional.empty() : Optional.of(date),
        "{}");
  }

  private Fetcher fetcher(Limits limits, Pace pace) {
    Transport transport =
        request -> {
          this.limits.add(request.limit());
          time.pass(Duration.ofMillis(100));
          return replies.remove();
        };
    return new Fetcher(transport, time, () -> random, log::add, pace, limits);
  }

  private Answer ask(Reply... answers) {
    replies.addAll(List.of(answers));
    return fetcher(Limits.QUOTES, Pace.none()).get(ACCESS, "/x", AT);
  }

  private List<Long> sleptMillis() {
    return time.slept().stream().map(Duration::toMillis).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void what_may_pass_is_asked_again_twice(int status) {
    assertThat(ask(answered(status, ""), answered(status, ""), GOOD)).isEqualTo(TEXT);
    assertThat(sleptMillis()).as("half of 0.5 s and of 1 s").containsExactly(250L, 500L);
    assertThat(log)
        .containsExactly(
            "GET https://coins.llama.fi/x: " + status,
            "GET https://coins.llama.fi/x: " + status,
            "GET https://coins.llama.fi/x: 200");
  }

  @Test
  void not_more_than_twice() {
    Reply last = answered(503, "last");
    assertThat(ask(answered(503, ""), answered(503, ""), last, GOOD))
        .isEqualTo(new Answer.Refused(503, "last", Optional.empty()));
    assertThat(replies).containsExactly(GOOD);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 400, 401, 403, 404, 408, 409, 422, 501})
  void what_will_not_pass_is_not_asked_again(int status) {
    assertThat(ask(answered(status, "why")))
        .isEqualTo(new Answer.Refused(status, "why", Optional.empty()));
    assertThat(time.slept()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 304, 307, 308})
  void a_redirect_is_not_followed(int status) {
    assertThat(ask(answered(status, "")))
        .isEqualTo(new Answer.Failed("answered with a redirect, which is not followed"));
    assertThat(time.slept()).isEmpty();
  }

  @Test
  void a_connection_that_broke_is_tried_again_and_a_stall_is_not() {
    assertThat(ask(new Broken("connection refused", true), GOOD)).isEqualTo(TEXT);
    assertThat(ask(new Broken("no answer within 8 s", false), GOOD))
        .isEqualTo(new Answer.Failed("no answer within 8 s"));
  }

  @Test
  void the_jitter_is_full() {
    random = 0;
    assertThat(ask(answered(503, ""), answered(503, ""), GOOD)).isEqualTo(TEXT);
    random = 0.999;
    assertThat(ask(answered(503, ""), answered(503, ""), GOOD)).isEqualTo(TEXT);
    assertThat(sleptMillis()).containsExactly(0L, 0L, 499L, 999L);
  }

  @Test
  void a_server_that_wants_a_second_gets_it() {
    assertThat(ask(later(429, "1", ""), GOOD)).isEqualTo(TEXT);
    assertThat(time.slept()).containsExactly(Duration.ofSeconds(1));
  }

  @Test
  void a_server_that_wants_an_hour_is_not_waited_for() {
    assertThat(ask(later(429, "3600", "")))
        .isEqualTo(new Answer.Refused(429, "{}", Optional.of(Duration.ofHours(1))));
    assertThat(time.slept()).isEmpty();
  }

  @Test
  void a_wait_that_would_leave_no_time_to_ask_is_not_begun() {
    assertThat(ask(later(503, "15", ""), GOOD)).isEqualTo(TEXT);
    replies.clear();
    assertThat(ask(later(503, "16", ""))).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void a_date_counts_from_the_servers_own() {
    String date = "Tue, 05 Jan 2027 10:00:00 GMT";
    assertThat(ask(later(429, "Tue, 05 Jan 2027 10:00:03 GMT", date), GOOD)).isEqualTo(TEXT);
    assertThat(time.slept()).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void a_date_without_the_servers_counts_from_the_run() {
    assertThat(ask(later(503, "Fri, 20 Nov 2026 16:00:02 GMT", ""), GOOD)).isEqualTo(TEXT);
    assertThat(ask(later(503, "Fri, 20 Nov 2026 16:30:00 GMT", "nonsense")))
        .isEqualTo(new Answer.Refused(503, "{}", Optional.of(Duration.ofMinutes(30))));
    assertThat(time.slept()).containsExactly(Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "-1", "1.5", "99999999999999", "0", "Fri, 20 Nov 2020 16:00:00 GMT"})
  void what_says_nothing_leaves_the_usual_wait(String retryAfter) {
    assertThat(ask(later(429, retryAfter, ""), GOOD)).isEqualTo(TEXT);
    assertThat(sleptMillis()).containsExactly(250L);
  }

  @Test
  void an_exchange_gets_what_is_left_of_the_budget() {
    replies.addAll(List.of(GOOD, GOOD, GOOD, GOOD));
    Fetcher fetcher = fetcher(Limits.QUOTES, Pace.none());
    fetcher.get(ACCESS, "/1", AT);
    time.pass(Duration.ofSeconds(10));
    fetcher.get(ACCESS, "/2", AT);
    time.pass(Duration.ofSeconds(5).plusMillis(600));
    assertThat(fetcher.get(ACCESS, "/3", AT)).isEqualTo(TEXT);
    assertThat(limits)
        .containsExactly(Duration.ofSeconds(7), Duration.ofMillis(5900), Duration.ofMillis(200));
    assertThat(fetcher.get(ACCESS, "/4", AT))
        .isEqualTo(new Answer.Failed("was not asked: 16 s have passed"));
  }

  @Test
  void each_request_of_a_history_has_a_budget_of_its_own() {
    replies.addAll(List.of(later(429, "100", ""), GOOD, later(429, "100", ""), GOOD));
    Fetcher fetcher = fetcher(Limits.HISTORY, Pace.none());
    assertThat(fetcher.get(ACCESS, "/1", AT)).isEqualTo(TEXT);
    assertThat(fetcher.get(ACCESS, "/2", AT)).isEqualTo(TEXT);
    assertThat(limits.get(0)).isEqualTo(Duration.ofSeconds(15));
  }

  // pace

  @Test
  void the_first_requests_go_at_once_and_the_others_when_a_minute_is_over() {
    List<Duration> told = new ArrayList<>();
    Fetcher fetcher = fetcher(Limits.HISTORY, Pace.of(2, time, told::add));
    for (int i = 0; i < 5; i++) {
      replies.add(GOOD);
      assertThat(fetcher.get(ACCESS, "/" + i, AT)).isEqualTo(TEXT);
    }
    assertThat(sleptMillis()).containsExactly(59_800L, 59_800L);
    assertThat(told).isEqualTo(time.slept());
  }

  @Test
  void a_retry_counts_as_a_request_and_its_wait_is_nobodys_delay() {
    Fetcher fetcher = fetcher(Limits.HISTORY, Pace.of(1, time, wait -> {}));
    replies.addAll(List.of(later(503, "100", ""), answered(503, ""), GOOD));
    assertThat(fetcher.get(ACCESS, "/x", AT)).isEqualTo(TEXT);
    assertThat(sleptMillis()).containsExactly(100_000L, 500L, 59_400L);
  }

  @Test
  void a_key_makes_it_faster_and_a_service_of_ones_own_sets_no_pace() {
    assertThat(atOnce(Access.keyless(ServiceRoot.COINGECKO))).isEqualTo(5);
    assertThat(atOnce(keyed(ServiceRoot.COINGECKO, ApiKey.Plan.DEMO))).isEqualTo(25);
    assertThat(atOnce(keyed(ServiceRoot.COINGECKO_PRO, ApiKey.Plan.PRO))).isEqualTo(250);
    assertThat(atOnce(Access.keyless(ServiceRoot.parse("X", "https://prices.example.org"))))
        .isEqualTo(1000);
  }

  private static Access keyed(ServiceRoot root, ApiKey.Plan plan) {
    return new Access(root, Optional.of(ApiKey.of(plan, "k", "KEY")));
  }

  private static int atOnce(Access access) {
    FakeTime time = new FakeTime();
    Pace pace = Pace.ofCoinGecko(access, time, wait -> {});
    int count = 0;
    while (count < 1000 && pace.await().isZero()) {
      count++;
    }
    return count;
  }
}
