package allot.feed;

import allot.feed.PriceService.Failure;
import allot.file.JsonValue;
import allot.price.Gap;
import java.time.Duration;
import java.util.Optional;

/**
 * What a service means by an error. CoinGecko has three shapes of body for it, {@code
 * {"status":{"error_code":..,"error_message":..}}}, the same within {@code "error"}, and {@code
 * {"error":"words"}}; before it stands a firewall that answers with pages. Any of them may come
 * with status 200.
 */
final class ServiceError {
  private static final int TOO_MANY = 429;

  private ServiceError() {}

  /**
   * What a body says.
   *
   * @param code the service's own, or the status of HTTP; 0 if there is none
   */
  private record Said(int code, String words) {}

  /** A service that sent what cannot be read. */
  static Failure unreadable(String what) {
    return new Failure(Gap.NETWORK, what, "");
  }

  /** What an answer other than 200 means. */
  static Failure of(Answer.Refused refused, Access access) {
    Said said = Json.parse(refused.body()).flatMap(ServiceError::said).orElse(new Said(0, ""));
    int status = refused.status();
    if (isOwnCode(said.code())) {
      return ofCode(said);
    }
    if (status == TOO_MANY || said.code() == TOO_MANY) {
      return tooMany(refused.retryAfter(), access);
    }
    String words =
        said.words().isEmpty() && Json.isMarkup(refused.body())
            ? "a page instead of data"
            : said.words();
    return ofStatus(status, words, access);
  }

  /** The error that a body of status 200 is, if it is one. */
  static Optional<Failure> in(JsonValue body, Access access) {
    Optional<Said> said = said(body);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    if (isOwnCode(said.get().code())) {
      return Optional.of(ofCode(said.get()));
    }
    if (said.get().code() == TOO_MANY) {
      return Optional.of(tooMany(Optional.empty(), access));
    }
    return Optional.of(
        new Failure(
            Gap.NETWORK, "answered with an error" + behind(said.get().words(), access), ""));
  }

  private static boolean isOwnCode(int code) {
    return code == 10002 || code == 10005 || (code >= 10010 && code <= 10012);
  }

  private static Failure ofCode(Said said) {
    String code = " (" + said.code() + ")";
    return switch (said.code()) {
      case 10002 ->
          new Failure(
              Gap.NETWORK, "asks for a key" + code, "a free one goes into COINGECKO_DEMO_API_KEY");
      case 10005 ->
          new Failure(
              Gap.NETWORK,
              "does not give that to the plan of this key" + code,
              "use a key of another plan, or --source defillama");
      case 10012 ->
          new Failure(
              Gap.NETWORK,
              "gives no more than the past 365 days without a paid plan" + code,
              "write --history 365, or --source defillama");
      default ->
          new Failure(
              Gap.NETWORK,
              "refused the key: it is of another plan than the host" + code,
              "a demo key goes with api.coingecko.com in COINGECKO_DEMO_API_KEY, a pro key with"
                  + " pro-api.coingecko.com in COINGECKO_PRO_API_KEY");
    };
  }

  private static Failure tooMany(Optional<Duration> retryAfter, Access access) {
    String when = retryAfter.map(wait -> "in " + Words.of(wait)).orElse("in a minute");
    boolean keyless = access.key().isEmpty() && ServiceRoot.COINGECKO.equals(access.root());
    String more = keyless ? "; a free key in COINGECKO_DEMO_API_KEY allows more" : "";
    return new Failure(Gap.RATE_LIMITED, "wants fewer requests (429)", "try again " + when + more);
  }

  private static Failure ofStatus(int status, String words, Access access) {
    String said = " (" + status + ")" + behind(words, access);
    if (status == 401 || status == 403) {
      boolean keyed = access.key().isPresent();
      return new Failure(
          Gap.NETWORK,
          (keyed ? "refused the key" : "refused the request") + said,
          keyed ? "check the key, and that it is of the host's plan" : "");
    }
    String remedy = status >= 500 ? "try again later" : "";
    return new Failure(Gap.NETWORK, "answered with an error" + said, remedy);
  }

  private static String behind(String words, Access access) {
    String brief = Words.brief(access.hidden(words));
    return brief.isEmpty() ? "" : ": " + brief;
  }

  /** An asset may be called error or status, so only what an error has inside makes it one. */
  private static Optional<Said> said(JsonValue body) {
    Optional<JsonValue.Obj> inner = Json.object(body, "error");
    return inStatus(body)
        .or(() -> inner.flatMap(ServiceError::inStatus))
        .or(() -> inner.flatMap(ServiceError::coded))
        .or(() -> coded(body))
        .or(() -> Json.text(body, "error").map(words -> new Said(0, words)))
        .or(() -> Json.text(body, "message").map(words -> new Said(0, words)));
  }

  private static Optional<Said> inStatus(JsonValue body) {
    return Json.object(body, "status").flatMap(ServiceError::coded);
  }

  private static Optional<Said> coded(JsonValue status) {
    Optional<JsonValue> code = Json.member(status, "error_code");
    Optional<String> words = Json.text(status, "error_message");
    return code.isEmpty() && words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Said(code.map(ServiceError::number).orElse(0), words.orElse("")));
  }

  private static int number(JsonValue code) {
    String text =
        code instanceof JsonValue.Num number
            ? number.text()
            : code instanceof JsonValue.Str string ? string.value() : "";
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }
}
