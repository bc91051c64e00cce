package allot.file;

import allot.file.Node.Range;
import allot.portfolio.Lot;
import allot.price.Timestamp;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the lots of a holding. */
final class LotReader {
  private static final List<String> KEYS = List.of("acquired", "quantity", "cost");
  private static final List<String> ALL_NAMES =
      List.of("acquired", "date", "quantity", "amount", "cost", "price");
  private static final Map<String, String> REMEDIES =
      Map.of(
          "date", "did you mean `acquired`?",
          "amount", "did you mean `quantity`?",
          "price", "write `cost`, of the whole lot");

  private final Reading reading;

  LotReader(Reading reading) {
    this.reading = reading;
  }

  List<Lot> readAll(Node list) {
    List<Lot> lots = new ArrayList<>();
    for (Node item : list.items().orElse(List.of())) {
      item.members().flatMap(this::read).ifPresent(lots::add);
    }
    return lots;
  }

  private Optional<Lot> read(Members members) {
    Optional<Node> dateNode =
        reading.strict ? members.take("acquired") : members.takeOne(List.of("acquired", "date"));
    Optional<Node> quantityNode =
        reading.strict ? members.take("quantity") : members.takeOne(List.of("quantity", "amount"));
    Optional<Node> priceNode = reading.strict ? Optional.empty() : members.take("price");
    Optional<Node> costNode = members.take("cost");
    if (quantityNode.isEmpty()) {
      members.missing("quantity");
    }
    Optional<LocalDate> acquired = dateNode.flatMap(this::date);
    Optional<BigDecimal> quantity = quantityNode.flatMap(n -> n.number(Range.POSITIVE));
    Optional<BigDecimal> price = priceNode.flatMap(n -> n.number(Range.NOT_NEGATIVE));
    Optional<BigDecimal> cost = costNode.flatMap(n -> n.number(Range.NOT_NEGATIVE));
    if (priceNode.isPresent() && costNode.isPresent()) {
      priceNode.get().refuse("stands beside `cost`", "leave one of them out");
    }
    reading.finish(members, reading.strict ? KEYS : ALL_NAMES, REMEDIES);
    return quantity.map(
        units -> new Lot(acquired, units, cost.or(() -> price.map(units::multiply))));
  }

  /** A local date; in a file without a version also an instant, as its date in the file's zone. */
  private Optional<LocalDate> date(Node node) {
    Optional<LocalDate> ofInstant =
        reading.strict || !(node.json() instanceof JsonValue.Str string)
            ? Optional.empty()
            : Timestamp.parseInstant(string.value())
                .map(instant -> instant.atZone(reading.zone).toLocalDate());
    return ofInstant.isPresent() ? ofInstant : node.date();
  }
}
