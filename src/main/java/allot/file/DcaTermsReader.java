package allot.file;

import allot.file.Node.Range;
import allot.portfolio.DcaTerms;
import allot.portfolio.DcaTerms.Funding;
import allot.portfolio.DcaTerms.Strategy;
import allot.portfolio.Rhythm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the terms of a plan of buys. */
final class DcaTermsReader {
  private static final List<String> KEYS =
      List.of("amount", "total", "every", "on", "start", "times", "until", "strategy", "from");
  private static final int MOST_TIMES = 10_000;

  private DcaTermsReader() {}

  static DcaTerms read(Reading reading, Members members) {
    Optional<BigDecimal> amount = members.take("amount").flatMap(n -> n.number(Range.POSITIVE));
    Optional<Node> totalNode = members.take("total");
    Optional<BigDecimal> total = totalNode.flatMap(n -> n.number(Range.POSITIVE));
    if (amount.isPresent() && total.isPresent()) {
      totalNode.orElseThrow().refuse("stands beside `amount`", "leave one of them out");
    }
    Optional<Rhythm> rhythm = rhythm(members);
    Optional<LocalDate> start = members.take("start").flatMap(Node::date);
    Optional<Integer> times = members.take("times").flatMap(n -> n.whole(1, MOST_TIMES));
    Optional<Node> untilNode = members.take("until");
    Optional<LocalDate> until = untilNode.flatMap(Node::date);
    if (times.isPresent() && until.isPresent()) {
      untilNode.orElseThrow().refuse("stands beside `times`", "leave one of them out");
    }
    if (start.isPresent() && until.isPresent() && until.get().isBefore(start.get())) {
      untilNode.orElseThrow().refuse("is before `start`", "write a later date");
    }
    Optional<Strategy> strategy =
        members
            .take("strategy")
            .flatMap(n -> n.oneOf(List.of("fill", "gap", "fixed")))
            .map(text -> Strategy.valueOf(text.toUpperCase(Locale.ROOT)));
    Optional<Funding> from =
        members
            .take("from")
            .flatMap(n -> n.oneOf(List.of("cash", "stablecoin")))
            .map(text -> Funding.valueOf(text.toUpperCase(Locale.ROOT)));
    reading.finish(members, KEYS, Map.of());
    return new DcaTerms(amount, total, rhythm, start, times, until, strategy, from);
  }

  private static Optional<Rhythm> rhythm(Members members) {
    Optional<Node> everyNode = members.take("every");
    Optional<Node> onNode = members.take("on");
    Optional<String> text = everyNode.flatMap(Node::word);
    Optional<Rhythm> every = text.flatMap(Rhythm::parseEvery);
    if (text.isPresent() && every.isEmpty()) {
      everyNode
          .orElseThrow()
          .reveal("is no rhythm", "write day, week, 2w, month, quarter or a number of days, 10d");
    }
    if (onNode.isEmpty()) {
      return every;
    }
    if (everyNode.isEmpty()) {
      onNode.get().reveal("stands without `every`", "write `every`: \"week\"");
    }
    Optional<String> day =
        onNode.get().isNumber()
            ? onNode.get().whole(1, 31).map(String::valueOf)
            : onNode.get().word();
    Optional<Rhythm> on = every.flatMap(r -> day.flatMap(r::on));
    if (every.isPresent() && day.isPresent() && on.isEmpty()) {
      boolean daily = every.get().unit() == Rhythm.Unit.DAY;
      onNode
          .get()
          .reveal(
              "does not go with `every`", daily ? "leave it out" : "write " + every.get().days());
    }
    return on;
  }
}
