package allot.file;

import allot.catalog.Asset;
import allot.catalog.Match;
import allot.file.JsonValue.Arr;
import allot.file.JsonValue.Obj;
import allot.portfolio.Classification;
import allot.portfolio.Holding;
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
  private final LotStyle lots;
  private final boolean asText;

  /**
   * @param siblings the holdings there are
   * @param whenAlone the white space of a holding where there is none
   */
  HoldingWriter(
      Portfolio portfolio, JsonLayout layout, List<JsonValue> siblings, Spacing whenAlone) {
    this.portfolio = portfolio;
    this.layout = layout;
    Optional<Obj> last =
        siblings.isEmpty()
            ? Optional.empty()
            : Optional.of((Obj) siblings.get(siblings.size() - 1));
    this.object = last.map(holding -> layout.spacing(holding, whenAlone)).orElse(whenAlone);
    this.asText = last.filter(HoldingWriter::hasTextQuantity).isPresent();
    this.lots =
        LotStyle.exemplar(siblings)
            .map((Arr list) -> LotStyle.of(layout, list))
            .orElseGet(() -> LotStyle.in(layout, object, asText));
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
    members.add(text("asset", name(holding.asset())));
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
    if (!holding.lots().isEmpty()) {
      List<String> written = lots.written(layout, holding.lots());
      members.add(layout.member("lots", lots.list().array(written)));
    }
    return object.object(members);
  }

  private String text(String name, String value) {
    return layout.member(name, JsonLayout.quoted(value));
  }

  private String number(String name, BigDecimal value) {
    return layout.member(name, JsonLayout.number(value, asText));
  }

  /** The symbol, where it names this asset and no other. */
  private String name(Asset asset) {
    Match match = portfolio.catalog().find(asset.symbol());
    boolean other = match instanceof Match.Found found && !found.asset().id().equals(asset.id());
    return other || match instanceof Match.Ambiguous ? asset.id() : asset.symbol();
  }

  /** A date, where the instant is the start of one. */
  private String written(Instant instant) {
    LocalDate date = instant.atZone(portfolio.zone()).toLocalDate();
    return date.atStartOfDay(portfolio.zone()).toInstant().equals(instant)
        ? date.toString()
        : Timestamp.format(instant);
  }
}
