package allot.file;

import allot.file.JsonValue.Arr;
import allot.file.JsonValue.Obj;
import allot.portfolio.Lot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How lots are written.
 *
 * @param list the white space of a list of them
 * @param object the white space of one
 * @param date the name of its date
 * @param quantity the name of its quantity
 * @param asText whether its numbers are texts
 */
record LotStyle(Spacing list, Spacing object, String date, String quantity, boolean asText) {

  /** As a list that has lots writes them. */
  static LotStyle of(JsonLayout layout, Arr lots) {
    Obj first = (Obj) lots.items().get(0);
    boolean asText =
        first.members().stream()
            .filter(member -> isQuantity(member.name()))
            .anyMatch(member -> member.value() instanceof JsonValue.Str);
    Spacing none = Spacing.inLine(" ", layout.comma());
    return new LotStyle(
        layout.listSpacing(lots, none),
        layout.spacing(first, none),
        first.member("date").isPresent() ? "date" : "acquired",
        first.member("amount").isPresent() ? "amount" : "quantity",
        asText);
  }

  /** Where no lot is yet: like the holding that gets one. */
  static LotStyle in(JsonLayout layout, Spacing holding, boolean asText) {
    Spacing list = holding.deeper(layout.comma());
    return new LotStyle(list, list.deeper(layout.comma()), "acquired", "quantity", asText);
  }

  /** The same with each lot on one line. */
  LotStyle objectsInLine(JsonLayout layout) {
    return new LotStyle(list, Spacing.inLine(" ", layout.comma()), date, quantity, asText);
  }

  static boolean isQuantity(String name) {
    return name.equals("quantity") || name.equals("amount");
  }

  /**
   * A list to set another one like: for several lots one that holds several, else one that holds
   * one; or else the first that holds any.
   */
  static Optional<Arr> exemplar(List<JsonValue> holdings, int lots) {
    Optional<Arr> found = Optional.empty();
    for (JsonValue holding : holdings) {
      boolean hasLots =
          holding instanceof Obj object
              && object.member("lots").isPresent()
              && object.member("lots").get().value() instanceof Arr list
              && !list.items().isEmpty();
      if (hasLots) {
        Arr list = (Arr) ((Obj) holding).member("lots").orElseThrow().value();
        if (list.items().size() == 1 == (lots < 2)) {
          return Optional.of(list);
        }
        found = found.or(() -> Optional.of(list));
      }
    }
    return found;
  }

  List<String> written(JsonLayout layout, List<Lot> lots) {
    List<String> written = new ArrayList<>();
    for (Lot lot : lots) {
      List<String> members = new ArrayList<>();
      lot.acquired()
          .ifPresent(day -> members.add(layout.member(date, JsonLayout.quoted(day.toString()))));
      members.add(layout.member(quantity, number(lot.quantity())));
      lot.cost().ifPresent(cost -> members.add(layout.member("cost", number(cost))));
      written.add(object.object(members));
    }
    return written;
  }

  private String number(BigDecimal value) {
    return JsonLayout.number(value, asText);
  }
}
