package allot.feed;

import allot.feed.PriceService.Failure;
import allot.feed.PriceService.Quotes;
import allot.price.Gap;
import allot.price.Quote;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for many ids in as few requests as go, and keeps account of each of them. */
final class Batches {
  /** The longest ids of services have some 70 characters. */
  private static final int MOST_CHARACTERS = 128;

  private final Map<String, Judgement> byId = new LinkedHashMap<>();
  private Optional<Failure> failure = Optional.empty();

  private Batches() {}

  /** One request: each of its ids is judged in {@code answer}, unless all of it fails. */
  interface Request {
    Optional<Failure> ask(List<String> ids, Map<String, Judgement> answer);
  }

  /**
   * Asks for all ids. Once a request has failed, the rest is not asked: the next one would fail the
   * same way, only later.
   *
   * @param size so many ids at most go into one request
   */
  static Quotes ask(List<String> ids, int size, Request request) {
    Batches batches = new Batches();
    List<String> asked = new ArrayList<>();
    for (String id : new LinkedHashSet<>(ids)) {
      batches.byId.put(id, new Judgement.Not(Gap.UNKNOWN_ID));
      if (isAskable(id)) {
        asked.add(id);
      }
    }
    for (int from = 0; from < asked.size(); from += size) {
      batches.askOne(asked.subList(from, Math.min(from + size, asked.size())), request);
    }
    return batches.quotes();
  }

  private void askOne(List<String> ids, Request request) {
    Map<String, Judgement> answer = new LinkedHashMap<>();
    if (failure.isEmpty()) {
      failure = request.ask(ids, answer);
    }
    for (String id : ids) {
      Gap otherwise = failure.map(Failure::gap).orElse(Gap.UNKNOWN_ID);
      byId.put(id, answer.getOrDefault(id, new Judgement.Not(otherwise)));
    }
  }

  private Quotes quotes() {
    Map<String, Quote> quotes = new LinkedHashMap<>();
    Map<String, Gap> gaps = new LinkedHashMap<>();
    byId.forEach(
        (id, judgement) -> {
          if (judgement instanceof Judgement.Taken taken) {
            quotes.put(id, taken.quote());
          } else if (judgement instanceof Judgement.Not not) {
            gaps.put(id, not.gap());
          }
        });
    return new Quotes(quotes, gaps, failure);
  }

  /** Whether a text may be an id at all: one that is none must not spoil the others' request. */
  static boolean isAskable(String id) {
    return !id.isBlank()
        && id.length() <= MOST_CHARACTERS
        && id.chars().noneMatch(c -> c <= ' ' || c == ',' || c == 0x7F);
  }

  /** An id as it may stand in a path or a query. */
  static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
