package allot.file;

import allot.file.Node.Range;
import allot.file.PlanDocument.Funding;
import allot.file.PlanDocument.Instalment;
import allot.file.PlanDocument.Lot;
import allot.file.PlanDocument.Name;
import allot.file.PlanDocument.Order;
import allot.file.PlanDocument.Trade;
import allot.file.PlanDocument.Transfer;
import allot.problem.Problems;
import allot.problem.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the documents allot.rebalance/1 and allot.dca/1 back. What recording needs must be there
 * and right; fields that it does not know are passed over, for later versions add some.
 */
public final class PlanFile {
  private static final String REBALANCE = "allot.rebalance/1";
  private static final String DCA = "allot.dca/1";
  private static final int MOST_INSTALMENTS = 1_000_000;

  private final Members root;

  private PlanFile(Members root) {
    this.root = root;
  }

  /**
   * Reads a plan.
   *
   * @throws allot.problem.ProblemException with everything that one pass finds wrong
   */
  public static PlanDocument read(InputFile file) {
    Source source = file.source();
    Problems problems = new Problems(source);
    Node document = new Node(JsonReader.read(source, problems), "", problems);
    Optional<Members> root = document.members();
    Optional<String> schema =
        root.flatMap(members -> members.need("schema"))
            .flatMap(node -> node.oneOf(List.of(REBALANCE, DCA)));
    problems.throwIfAny();
    PlanFile plan = new PlanFile(root.orElseThrow());
    Optional<? extends PlanDocument> read =
        schema.orElseThrow().equals(DCA) ? plan.dca() : plan.rebalance();
    problems.throwIfAny();
    return read.orElseThrow();
  }

  private Optional<PlanDocument.Rebalance> rebalance() {
    Optional<String> id = root.need("plan").flatMap(Node::text);
    Optional<Instant> asOf = root.need("asOf").flatMap(node -> node.instant(ZoneOffset.UTC));
    Optional<String> currency = root.need("currency").flatMap(Node::text);
    Optional<BigDecimal> cash = known(root.take("cash")).flatMap(node -> node.number(Range.ANY));
    List<Trade> trades = new ArrayList<>();
    for (Members members : list(root.need("trades"))) {
      trade(members).ifPresent(trades::add);
    }
    List<Transfer> transfers = new ArrayList<>();
    for (Members members : list(root.take("transfers"))) {
      transfer(members).ifPresent(transfers::add);
    }
    Optional<BigDecimal> residue = root.need("residue").flatMap(node -> node.number(Range.ANY));
    if (id.isEmpty() || asOf.isEmpty() || currency.isEmpty() || residue.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PlanDocument.Rebalance(
            id.get(),
            asOf.get(),
            currency.get(),
            cash.orElse(BigDecimal.ZERO),
            trades,
            transfers,
            residue.get()));
  }

  private Optional<PlanDocument.Dca> dca() {
    Optional<String> id = root.need("plan").flatMap(Node::text);
    Optional<Instant> asOf = root.need("asOf").flatMap(node -> node.instant(ZoneOffset.UTC));
    Optional<String> currency = root.need("currency").flatMap(Node::text);
    List<Instalment> instalments = new ArrayList<>();
    for (Members members : list(root.need("instalments"))) {
      instalment(members).ifPresent(instalments::add);
    }
    if (id.isEmpty() || asOf.isEmpty() || currency.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new PlanDocument.Dca(id.get(), asOf.get(), currency.get(), instalments));
  }

  private static Optional<Trade> trade(Members trade) {
    Optional<String> side = trade.need("side").flatMap(node -> node.oneOf(List.of("buy", "sell")));
    Optional<Name> name = name(trade);
    Optional<String> account = trade.need("account").flatMap(Node::anyText);
    Optional<BigDecimal> quantity = number(trade, "quantity", Range.POSITIVE);
    Optional<BigDecimal> price = number(trade, "price", Range.NOT_NEGATIVE);
    Optional<BigDecimal> value = number(trade, "value", Range.NOT_NEGATIVE);
    Optional<BigDecimal> fee = number(trade, "fee", Range.NOT_NEGATIVE);
    List<Lot> lots = new ArrayList<>();
    for (Members members : list(trade.take("lots"))) {
      lot(members).ifPresent(lots::add);
    }
    if (side.isEmpty() || name.isEmpty() || account.isEmpty() || quantity.isEmpty()) {
      return Optional.empty();
    }
    if (price.isEmpty() || value.isEmpty() || fee.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Trade(
            side.get().equals("sell"),
            name.get(),
            account.get().strip(),
            quantity.get(),
            price.get(),
            value.get(),
            fee.get(),
            lots));
  }

  private static Optional<Lot> lot(Members lot) {
    Optional<Node> acquired = known(lot.take("acquired"));
    Optional<Node> cost = known(lot.take("cost"));
    return number(lot, "quantity", Range.POSITIVE)
        .map(
            quantity ->
                new Lot(
                    acquired.flatMap(Node::date),
                    quantity,
                    cost.flatMap(node -> node.number(Range.NOT_NEGATIVE))));
  }

  private static Optional<Transfer> transfer(Members transfer) {
    Optional<String> from = transfer.need("from").flatMap(Node::anyText);
    Optional<String> to = transfer.need("to").flatMap(Node::anyText);
    Optional<BigDecimal> amount = number(transfer, "amount", Range.NOT_NEGATIVE);
    return from.isEmpty() || to.isEmpty()
        ? Optional.empty()
        : amount.map(money -> new Transfer(from.get().strip(), to.get().strip(), money));
  }

  private static Optional<Instalment> instalment(Members instalment) {
    Optional<Integer> n = instalment.need("n").flatMap(node -> node.whole(1, MOST_INSTALMENTS));
    Optional<java.time.LocalDate> date = instalment.need("date").flatMap(Node::date);
    Optional<Boolean> done = instalment.need("done").flatMap(PlanFile::truth);
    List<Order> orders = new ArrayList<>();
    for (Members members : list(instalment.need("orders"))) {
      order(members).ifPresent(orders::add);
    }
    Optional<BigDecimal> kept =
        known(instalment.take("kept")).flatMap(node -> node.number(Range.NOT_NEGATIVE));
    List<Funding> funding = new ArrayList<>();
    for (Members members : list(instalment.take("funding"))) {
      funding(members).ifPresent(funding::add);
    }
    if (n.isEmpty() || date.isEmpty() || done.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Instalment(
            n.get(), date.get(), done.get(), orders, kept.orElse(BigDecimal.ZERO), funding));
  }

  private static Optional<Order> order(Members order) {
    Optional<Name> name = name(order);
    Optional<String> account = order.need("account").flatMap(Node::anyText);
    Optional<BigDecimal> quantity = number(order, "quantity", Range.POSITIVE);
    Optional<BigDecimal> price = number(order, "price", Range.NOT_NEGATIVE);
    Optional<BigDecimal> amount = number(order, "amount", Range.NOT_NEGATIVE);
    Optional<Node> feeNode = order.need("fee");
    Optional<BigDecimal> fee = feeNode.flatMap(node -> node.number(Range.NOT_NEGATIVE));
    if (amount.isPresent() && fee.isPresent() && fee.get().compareTo(amount.get()) > 0) {
      feeNode.get().refuse("is more than the amount, which includes it", "");
      return Optional.empty();
    }
    if (name.isEmpty() || account.isEmpty() || quantity.isEmpty() || price.isEmpty()) {
      return Optional.empty();
    }
    return amount.isEmpty() || fee.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Order(
                name.get(),
                account.get().strip(),
                quantity.get(),
                price.get(),
                amount.get(),
                fee.get()));
  }

  private static Optional<Funding> funding(Members funding) {
    Optional<Name> name = name(funding);
    Optional<String> account = funding.need("account").flatMap(Node::anyText);
    Optional<BigDecimal> quantity = number(funding, "quantity", Range.POSITIVE);
    Optional<BigDecimal> amount = number(funding, "amount", Range.NOT_NEGATIVE);
    return name.isEmpty() || account.isEmpty() || quantity.isEmpty()
        ? Optional.empty()
        : amount.map(
            money -> new Funding(name.get(), account.get().strip(), quantity.get(), money));
  }

  private static Optional<Name> name(Members members) {
    Optional<Node> id = known(members.take("id"));
    Optional<String> named = id.flatMap(Node::text);
    return members.need("asset").flatMap(Node::text).map(asset -> new Name(asset, named));
  }

  private static Optional<BigDecimal> number(Members members, String key, Range range) {
    return members.need(key).flatMap(node -> node.number(range));
  }

  /** The value, unless it is null, which says that something is unknown. */
  private static Optional<Node> known(Optional<Node> node) {
    return node.filter(n -> !(n.json() instanceof JsonValue.Nul));
  }

  private static Optional<Boolean> truth(Node node) {
    if (node.json() instanceof JsonValue.Bool truth) {
      return Optional.of(truth.value());
    }
    node.refuse("must be true or false", "");
    return Optional.empty();
  }

  private static List<Members> list(Optional<Node> list) {
    List<Members> members = new ArrayList<>();
    for (Node item : list.flatMap(Node::items).orElse(List.of())) {
      item.members().ifPresent(members::add);
    }
    return members;
  }
}
