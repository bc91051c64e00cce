package allot.cli;

import allot.catalog.Asset;
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
import allot.record.PlanCash.Flow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    if (day().isAfter(asked.terms().today())) {
      throw asked.wrong(
          "is of " + day() + ", and today is " + asked.terms().today(), "check the clock");
    }
    List<Entry> entries = new ArrayList<>();
    for (int n : numbers) {
      entries.add(entry(plan.trades().get(n - 1), n));
    }
    entries.addAll(cash(numbers));
    return new Chosen(numbers, entries, "");
  }

  private Entry entry(Trade trade, int n) {
    Origin origin = Origin.ofPlan("trade", n);
    Asset asset = asked.tradable(trade.asset(), origin);
    if (trade.isSale() && trade.fee().compareTo(trade.value()) > 0) {
      throw asked.wrong(
          origin.label() + ": its fee is more than the sale brings", "plan again with the fee");
    }
    Deal deal =
        new Deal(
            asset,
            asked.terms().account(trade.account()),
            trade.quantity(),
            trade.price(),
            trade.value(),
            trade.fee(),
            asked.request().date().orElse(day()));
    return trade.isSale()
        ? new Entry.Sell(origin, deal, lots(trade, origin), Payment.ELSEWHERE)
        : new Entry.Buy(origin, deal, quoted(), Payment.ELSEWHERE);
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

  /** The cash that moves with trades, after those that are recorded already. */
  private List<Entry> cash(List<Integer> numbers) {
    PlanCash cash = planCash();
    if (cash.residue().compareTo(plan.residue()) != 0) {
      throw asked.wrong(
          "the trades and the new money leave "
              + ExactDecimal.plain(cash.residue())
              + ", its `residue` says "
              + ExactDecimal.plain(plan.residue()),
          "plan again, or record what happened with `record buy` and `record sell`");
    }
    Set<Integer> before = Set.copyOf(asked.recorded());
    Set<Integer> then = new HashSet<>(before);
    then.addAll(numbers);
    List<Entry> entries = new ArrayList<>();
    cash.change(asked.terms().portfolio(), before, Set.copyOf(numbers))
        .forEach(
            (account, amount) -> {
              if (amount.signum() != 0) {
                List<Integer> awaited = cash.awaited(account, then);
                entries.add(new Entry.Cash(Origin.ofPlan("plan", 0), account, amount, awaited));
              }
            });
    return entries;
  }

  private PlanCash planCash() {
    RecordTerms terms = asked.terms();
    List<Flow> flows = new ArrayList<>();
    for (Trade trade : plan.trades()) {
      BigDecimal flow =
          trade.isSale()
              ? trade.value().subtract(trade.fee())
              : trade.value().add(trade.fee()).negate();
      flows.add(new Flow(flows.size() + 1, terms.account(trade.account()), flow));
    }
    List<PlanCash.Transfer> transfers = new ArrayList<>();
    for (Transfer transfer : plan.transfers()) {
      transfers.add(
          new PlanCash.Transfer(
              terms.account(transfer.from()), terms.account(transfer.to()), transfer.amount()));
    }
    return new PlanCash(flows, transfers, plan.cash());
  }

  /** The day of the plan. */
  private LocalDate day() {
    return plan.asOf().atZone(asked.terms().portfolio().zone()).toLocalDate();
  }

  /** When the prices held: with the plan, but not later than now; on another day, with that. */
  private Instant quoted() {
    Optional<LocalDate> other = asked.request().date().filter(date -> !date.equals(day()));
    if (other.isPresent()) {
      return asked.terms().quoted(other.get());
    }
    return plan.asOf().isAfter(asked.terms().at()) ? asked.terms().at() : plan.asOf();
  }
}
