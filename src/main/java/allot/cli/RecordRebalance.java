package allot.cli;

import allot.cli.RecordPlan.Chosen;
import allot.file.PlanDocument;
import allot.file.PlanDocument.Rebalance;
import allot.file.PlanDocument.Trade;
import allot.file.PlanDocument.Transfer;
import allot.money.ExactDecimal;
import allot.record.Deal;
import allot.record.Entry;
import allot.record.LotChoice;
import allot.record.LotChoice.NamedLot;
import allot.record.Origin;
import allot.record.Payment;
import allot.record.PlanCash;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Turns trades of a rebalancing into what is booked. */
final class RecordRebalance {
  private final RecordPlan asked;
  private final Rebalance plan;

  RecordRebalance(RecordPlan asked, Rebalance plan) {
    this.asked = asked;
    this.plan = plan;
  }

  Chosen chosen() {
    int size = plan.trades().size();
    List<Integer> all = IntStream.rangeClosed(1, size).boxed().toList();
    List<Integer> numbers = asked.request().only().orElse(all);
    if (numbers.stream().anyMatch(n -> n > size)) {
      throw RecordPlan.usage(
          "--only "
              + numbers.get(numbers.size() - 1)
              + ": the plan has "
              + size
              + (size == 1 ? " trade" : " trades"),
          "");
    }
    if (numbers.isEmpty()) {
      return new Chosen(List.of(), List.of(), "the plan has no trades");
    }
    List<Integer> rest = new ArrayList<>(numbers);
    rest.removeAll(asked.recorded());
    if (rest.size() < numbers.size()) {
      throw asked.twice("trade", numbers, rest);
    }
    LocalDate date = plan.asOf().atZone(asked.terms().portfolio().zone()).toLocalDate();
    if (date.isAfter(asked.terms().today())) {
      throw asked.wrong(
          "is of " + date + ", and today is " + asked.terms().today(), "check the clock");
    }
    boolean whole = numbers.size() == size;
    List<Entry> entries = new ArrayList<>();
    for (int n : numbers) {
      entries.add(entry(plan.trades().get(n - 1), n, date, whole));
    }
    if (whole) {
      entries.addAll(cash());
    }
    boolean leavesTransfers = !whole && !plan.transfers().isEmpty();
    return new Chosen(
        numbers,
        entries,
        leavesTransfers
            ? "transfers are booked with a whole plan only; record yours with `allot record move`"
            : "");
  }

  private Entry entry(Trade trade, int n, LocalDate date, boolean whole) {
    Origin origin = Origin.ofPlan("trade", n);
    Payment payment =
        whole ? Payment.ELSEWHERE : asked.request().cash() ? Payment.ALWAYS : Payment.WHERE_HELD;
    Deal deal =
        new Deal(
            asked.tradable(trade.asset(), origin),
            asked.terms().account(trade.account()),
            trade.quantity(),
            trade.price(),
            trade.value(),
            trade.fee(),
            date);
    return trade.isSale()
        ? new Entry.Sell(origin, deal, lots(trade, origin), payment)
        : new Entry.Buy(origin, deal, quoted(), payment);
  }

  private LotChoice lots(Trade sale, Origin origin) {
    if (sale.lots().isEmpty()) {
      return new LotChoice.Ordered(asked.terms().order());
    }
    BigDecimal sum = BigDecimal.ZERO;
    List<NamedLot> named = new ArrayList<>();
    for (PlanDocument.Lot lot : sale.lots()) {
      named.add(new NamedLot(lot.acquired(), lot.quantity(), lot.cost()));
      sum = sum.add(lot.quantity());
    }
    if (sum.compareTo(sale.quantity()) != 0) {
      throw asked.wrong(
          origin.label()
              + ": its lots hold "
              + ExactDecimal.plain(sum)
              + ", the sale "
              + ExactDecimal.plain(sale.quantity()),
          "plan again, or record it with `allot record sell`");
    }
    return new LotChoice.Named(named);
  }

  /** The cash of a whole plan: its changes add up to the residue. */
  private List<Entry> cash() {
    Map<String, BigDecimal> flows = new LinkedHashMap<>();
    for (Trade trade : plan.trades()) {
      BigDecimal flow =
          trade.isSale()
              ? trade.value().subtract(trade.fee())
              : trade.value().add(trade.fee()).negate();
      flows.merge(asked.terms().account(trade.account()), flow, BigDecimal::add);
    }
    for (Transfer transfer : plan.transfers()) {
      flows.merge(
          asked.terms().account(transfer.from()), transfer.amount().negate(), BigDecimal::add);
      flows.merge(asked.terms().account(transfer.to()), transfer.amount(), BigDecimal::add);
    }
    BigDecimal sum = flows.values().stream().reduce(plan.cash(), BigDecimal::add);
    if (sum.compareTo(plan.residue()) != 0) {
      throw asked.wrong(
          "the trades and the new money leave "
              + ExactDecimal.plain(sum)
              + ", its `residue` says "
              + ExactDecimal.plain(plan.residue()),
          "plan again, or record what happened with `record buy` and `record sell`");
    }
    List<Entry> entries = new ArrayList<>();
    PlanCash.divide(asked.terms().portfolio(), flows, plan.cash())
        .forEach(
            (account, amount) -> {
              if (amount.signum() != 0) {
                entries.add(new Entry.Cash(Origin.ofPlan("plan", 0), account, amount));
              }
            });
    return entries;
  }

  /** When the prices of the plan held: not later than now, whatever its clock said. */
  private Instant quoted() {
    return plan.asOf().isAfter(asked.terms().at()) ? asked.terms().at() : plan.asOf();
  }
}
