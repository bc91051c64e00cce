package allot.file;

import allot.file.JsonValue.Arr;
import allot.file.JsonValue.Member;
import allot.file.JsonValue.Obj;
import allot.portfolio.Holding;
import allot.portfolio.HoldingChange;
import allot.portfolio.Lot;
import allot.problem.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes what becomes of one holding into its object, under the names that it uses. */
final class HoldingPatch {
  private final TextPatch patch;
  private final JsonLayout layout;
  private final Optional<Arr> exemplar;
  private final Obj object;
  private final HoldingChange change;
  private final Set<Integer> removed = new HashSet<>();
  private final List<String> added = new ArrayList<>();

  /**
   * @param exemplar a list of lots elsewhere in the file
   */
  HoldingPatch(
      TextPatch patch,
      JsonLayout layout,
      Optional<Arr> exemplar,
      Obj object,
      HoldingChange change) {
    this.patch = patch;
    this.layout = layout;
    this.exemplar = exemplar;
    this.object = object;
    this.change = change;
  }

  void apply() {
    quantity();
    if (change.before().lots().isEmpty() && change.after().lots().isEmpty()) {
      costWithoutLots();
    } else {
      lots();
      remove(HoldingReader.AVERAGE);
      remove(HoldingReader.TOTAL);
    }
    Spacing spacing = spacing();
    patch.edit(object.span(), JsonLayout.elements(object), removed, added, spacing);
  }

  private Spacing spacing() {
    return layout.spacing(object, Spacing.inLine(" ", layout.comma()));
  }

  private Optional<Member> member(List<String> names) {
    return object.members().stream().filter(member -> names.contains(member.name())).findFirst();
  }

  private void remove(List<String> names) {
    member(names).ifPresent(member -> removed.add(object.members().indexOf(member)));
  }

  private void set(Member member, BigDecimal value) {
    patch.replace(member.value().span(), JsonLayout.number(value, member.value()));
  }

  /** Where no quantity is written it is the sum of the lots, as long as there are any. */
  private void quantity() {
    Holding after = change.after();
    Optional<Member> written = member(HoldingReader.QUANTITY);
    if (written.isEmpty() && after.lots().isEmpty()) {
      added.add(layout.member("quantity", JsonLayout.number(after.quantity(), isText())));
    } else if (written.isPresent() && after.quantity().compareTo(change.before().quantity()) != 0) {
      set(written.get(), after.quantity());
    }
  }

  private boolean isText() {
    return member(HoldingReader.QUANTITY)
        .filter(quantity -> quantity.value() instanceof JsonValue.Str)
        .isPresent();
  }

  /** An average price stays, a total falls; two that no longer agree are one too many. */
  private void costWithoutLots() {
    Optional<Member> total = member(HoldingReader.TOTAL);
    Optional<BigDecimal> cost = change.after().cost();
    if (total.isEmpty() || cost.isEmpty()) {
      return;
    }
    boolean moves = cost.get().compareTo(change.before().cost().orElse(BigDecimal.ZERO)) != 0;
    if (moves) {
      set(total.get(), cost.get());
    }
    Optional<Member> average = member(HoldingReader.AVERAGE);
    if (average.isPresent() && !agrees(average.get(), cost.get())) {
      remove(HoldingReader.AVERAGE);
    }
  }

  private boolean agrees(Member average, BigDecimal total) {
    String text =
        average.value() instanceof JsonValue.Str string
            ? string.value()
            : ((JsonValue.Num) average.value()).text();
    return HoldingReader.agree(change.after().quantity(), new BigDecimal(text), total);
  }

  private void lots() {
    Optional<Member> member = object.member("lots");
    Optional<Arr> own = member.map(m -> (Arr) m.value());
    boolean hasOwn = own.filter(list -> !list.items().isEmpty()).isPresent();
    LotStyle style =
        (hasOwn ? own : exemplar)
            .map(list -> LotStyle.of(layout, list))
            .orElseGet(() -> LotStyle.in(layout, spacing(), isText()));
    List<String> gained = style.written(layout, change.gained());
    if (own.isEmpty()) {
      added.add(layout.member("lots", style.list().array(gained)));
      return;
    }
    Set<Integer> gone = new HashSet<>();
    for (int i = 0; i < change.left().size(); i++) {
      Lot before = change.before().lots().get(i);
      Optional<Lot> left = change.left().get(i);
      if (left.isEmpty()) {
        gone.add(i);
      } else if (!left.get().equals(before)) {
        reduce((Obj) own.get().items().get(i), left.get());
      }
    }
    List<Span> elements = JsonLayout.elements(own.get());
    patch.edit(own.get().span(), elements, gone, gained, style.list());
  }

  /** A lot with a price per coin keeps it: less of it costs less. */
  private void reduce(Obj lot, Lot left) {
    for (Member member : lot.members()) {
      if (LotStyle.isQuantity(member.name())) {
        set(member, left.quantity());
      } else if (member.name().equals("cost")) {
        left.cost().ifPresent(cost -> set(member, cost));
      }
    }
  }
}
