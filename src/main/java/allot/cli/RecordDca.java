package allot.cli;

import allot.catalog.Asset;
import allot.cli.RecordPlan.Chosen;
import allot.file.PlanDocument.Dca;
import allot.file.PlanDocument.Funding;
import allot.file.PlanDocument.Instalment;
import allot.file.PlanDocument.Order;
import allot.record.Deal;
import allot.record.Entry;
import allot.record.LotChoice;
import allot.record.Origin;
import allot.record.Payment;
import allot.record.PlanCash;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns instalments of a dca plan into what is booked. */
final class RecordDca {
  private static final int PRICE_DECIMALS = 8;

  private final RecordPlan asked;
  private final Dca plan;

  RecordDca(RecordPlan asked, Dca plan) {
    this.asked = asked;
    this.plan = plan;
  }

  Chosen chosen() {
    Map<Integer, Instalment> byNumber = new LinkedHashMap<>();
    plan.instalments().forEach(instalment -> byNumber.putIfAbsent(instalment.n(), instalment));
    List<Integer> numbers =
        asked.request().only().isPresent() ? named(byNumber) : due(byNumber.values());
    List<Integer> rest = new ArrayList<>(numbers);
    rest.removeAll(asked.recorded());
    boolean someTwice = rest.size() < numbers.size();
    if (someTwice && (asked.request().only().isPresent() || rest.isEmpty())) {
      throw asked.twice("instalment", numbers, rest);
    }
    List<Entry> entries = new ArrayList<>();
    for (Instalment instalment : byNumber.values()) {
      if (rest.contains(instalment.n())) {
        add(instalment, entries);
      }
    }
    String why = rest.isEmpty() ? next() : "the instalments that are due buy nothing";
    return new Chosen(rest, entries, entries.isEmpty() ? why : "");
  }

  private List<Integer> due(Iterable<Instalment> instalments) {
    List<Integer> due = new ArrayList<>();
    for (Instalment instalment : instalments) {
      if (!instalment.done() && !instalment.date().isAfter(asked.terms().today())) {
        due.add(instalment.n());
      }
    }
    return due;
  }

  private String next() {
    for (Instalment instalment : plan.instalments()) {
      if (instalment.date().isAfter(asked.terms().today())) {
        return "no instalment is due; number " + instalment.n() + " is of " + instalment.date();
      }
    }
    return "no instalment is due";
  }

  private List<Integer> named(Map<Integer, Instalment> byNumber) {
    List<Integer> numbers = asked.request().only().orElseThrow();
    for (int n : numbers) {
      Instalment instalment = byNumber.get(n);
      if (instalment == null) {
        throw RecordPlan.usage("--only " + n + ": the plan has no instalment " + n, "");
      }
      if (instalment.done()) {
        throw RecordPlan.usage(
            "--only " + n + ": instalment " + n + " was done before the plan was made",
            "it has no orders; record them with `allot record buy`");
      }
      if (instalment.date().isAfter(asked.terms().today())) {
        throw RecordPlan.usage(
            "--only "
                + n
                + ": instalment "
                + n
                + " is of "
                + instalment.date()
                + ", and today is "
                + asked.terms().today(),
            "record it when it has happened");
      }
    }
    return numbers;
  }

  private void add(Instalment instalment, List<Entry> entries) {
    Origin origin = Origin.ofPlan("instalment", instalment.n());
    LocalDate date = day(instalment);
    for (Funding funding : instalment.funding()) {
      entries.add(paying(funding, instalment, origin));
    }
    for (Order order : instalment.orders()) {
      Deal deal =
          new Deal(
              asked.tradable(order.asset(), origin),
              asked.terms().account(order.account()),
              order.quantity(),
              order.price(),
              order.amount().subtract(order.fee()),
              order.fee(),
              date);
      Payment payment = Payment.ELSEWHERE;
      entries.add(new Entry.Buy(origin, deal, asked.terms().quoted(date), payment));
    }
    if (instalment.kept().signum() > 0) {
      String account = PlanCash.mostCash(asked.terms().portfolio()).orElse("");
      entries.add(new Entry.Cash(origin, account, instalment.kept(), List.of()));
    }
  }

  private LocalDate day(Instalment instalment) {
    return asked.request().date().orElse(instalment.date());
  }

  /** What is given for the orders: cash, or coins, which is a sale that brings no cash. */
  private Entry paying(Funding funding, Instalment instalment, Origin origin) {
    Asset asset = asked.find(funding.asset(), origin);
    String account = asked.terms().account(funding.account());
    if (asked.terms().portfolio().isOwnCash(asset)) {
      return new Entry.Cash(origin, account, funding.amount().negate(), List.of());
    }
    BigDecimal price =
        funding.amount().divide(funding.quantity(), PRICE_DECIMALS, RoundingMode.HALF_EVEN);
    Deal deal =
        new Deal(
            asset,
            account,
            funding.quantity(),
            price,
            funding.amount(),
            BigDecimal.ZERO,
            day(instalment));
    return new Entry.Sell(
        origin, deal, new LotChoice.Ordered(asked.terms().order()), Payment.ELSEWHERE);
  }
}
