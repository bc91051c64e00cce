package allot.file;

import allot.file.JsonValue.Arr;
import allot.file.JsonValue.Obj;
import allot.portfolio.Classification;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.price.Timestamp;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes holdings that are new, set like the last one of their list. */
final class HoldingWriter {
  private final Portfolio portfolio;
  private final JsonLayout layout;
  private final Spacing object;
  private final Spacing list;
  private final Optional<LotStyle> one;
  private final Optional<LotStyle> several;
  private final Optional<String> beforeLots;
  private final boolean asText;

  /**
   * @param siblings the holdings there are
   * @param list the white space of the list of them
   */
  HoldingWriter(Portfolio portfolio, JsonLayout layout, List<JsonValue> siblings, Spacing list) {
    this.portfolio = portfolio;
    this.layout = layout;
    this.list = list;
    Spacing whenAlone = Spacing.inLine(" ", layout.comma());
    Optional<Obj> last =
        siblings.isEmpty()
            ? Optional.empty()
            : Optional.of((Obj) siblings.get(siblings.size() - 1));
    this.object = last.map(holding -> layout.spacing(holding, whenAlone)).orElse(whenAlone);
    this.asText = last.filter(HoldingWriter::hasTextQuantity).isPresent();
    this.one = LotStyle.exemplar(siblings, 1).map((Arr lots) -> LotStyle.of(layout, lots));
    this.several = LotStyle.exemplar(siblings, 2).map((Arr lots) -> LotStyle.of(layout, lots));
    this.beforeLots = layout.beforeMember(siblings, "lots");
  }

  private static boolean hasTextQuantity(Obj holding) {
    return holding.members().stream()
        .anyMatch(
            member ->
                HoldingReader.QUANTITY.contains(member.name())
                    && member.value() instanceof JsonValue.Str);
  }

  String written(Holding holding) {
    List<String> members = new ArrayList<>();
    members.add(text("asset", AssetNames.of(portfolio.catalog(), holding.asset())));
    members.add(number("quantity", holding.quantity()));
    if (holding.price().isPresent()) {
      members.add(number("price", holding.price().get().value()));
      holding
          .price()
          .get()
          .asOf()
          .filter(instant -> !portfolio.asOf().equals(Optional.of(instant)))
          .ifPresent(instant -> members.add(text("priceAsOf", written(instant))));
    }
    if (!holding.account().isEmpty()) {
      members.add(text("account", holding.account()));
    }
    Classification classification = holding.classification();
    if (classification.by() == Classification.By.HOLDING) {
      members.add(text("bucket", classification.bucket().name()));
      if (!classification.reason().isEmpty()) {
        members.add(text("reason", classification.reason()));
      }
    }
    return holding.lots().isEmpty() ? object.object(members) : withLots(members, holding.lots());
  }

  /** The lots come last. */
  private String withLots(List<String> members, List<Lot> lots) {
    Optional<LotStyle> neighbours = lots.size() > 1 ? several : one;
    boolean onLines = lots.size() > 1 && list.isOnLines() && !object.isOnLines();
    Spacing inside = list.deeper(layout.comma());
    LotStyle style =
        neighbours.orElseGet(
            () ->
                onLines
                    ? LotStyle.in(layout, inside, asText).objectsInLine(layout)
                    : LotStyle.in(layout, object, asText));
    String separator = lots.size() > 1 ? beforeSeveral(neighbours, onLines) : object.separator();
    List<String> written = style.written(layout, lots);
    return object.object(
        List.of(
            String.join(object.separator(), members)
                + separator
                + layout.member("lots", style.list().array(written))));
  }

  /** Many lots begin a line where those of others do. */
  private String beforeSeveral(Optional<LotStyle> neighbours, boolean onLines) {
    String own = onLines ? list.deeper(layout.comma()).separator() : object.separator();
    return neighbours.isEmpty() ? own : beforeLots.orElse(object.separator());
  }

  private String text(String name, String value) {
    return layout.member(name, JsonLayout.quoted(value));
  }

  private String number(String name, BigDecimal value) {
    return layout.member(name, JsonLayout.number(value, asText));
  }

  /** A date, where the instant is the start of one. */
  private String written(Instant instant) {
    LocalDate date = instant.atZone(portfolio.zone()).toLocalDate();
    return date.atStartOfDay(portfolio.zone()).toInstant().equals(instant)
        ? date.toString()
        : Timestamp.format(instant);
  }
}
