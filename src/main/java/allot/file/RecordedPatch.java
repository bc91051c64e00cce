package allot.file;

import allot.file.JsonValue.Arr;
import allot.file.JsonValue.Member;
import allot.file.JsonValue.Obj;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes which entries of plans are recorded into the file's {@code recorded}. */
final class RecordedPatch {
  private final TextPatch patch;
  private final JsonLayout layout;
  private final Obj root;
  private final Spacing object;

  /**
   * @param object the white space of the object, where there is none yet
   */
  RecordedPatch(TextPatch patch, JsonLayout layout, Obj root, Spacing object) {
    this.patch = patch;
    this.layout = layout;
    this.root = root;
    this.object = object;
  }

  void add(Map<String, List<Integer>> entries) {
    Optional<Obj> own = root.member("recorded").map(member -> (Obj) member.value());
    List<String> plans = new ArrayList<>();
    entries.forEach(
        (plan, numbers) -> {
          Optional<Member> known = own.flatMap(recorded -> recorded.member(plan));
          if (known.isPresent()) {
            extend((Arr) known.get().value(), numbers);
          } else {
            plans.add(layout.member(plan, list().array(texts(numbers))));
          }
        });
    if (own.isPresent()) {
      Spacing spacing = layout.spacing(own.get(), object);
      patch.edit(own.get().span(), JsonLayout.elements(own.get()), Set.of(), plans, spacing);
    } else {
      String member = layout.member("recorded", object.object(plans));
      List<String> added = List.of(member);
      patch.edit(root.span(), JsonLayout.elements(root), Set.of(), added, layout.rootSpacing());
    }
  }

  private void extend(Arr list, List<Integer> numbers) {
    Spacing spacing = layout.listSpacing(list, list());
    patch.edit(list.span(), JsonLayout.elements(list), Set.of(), texts(numbers), spacing);
  }

  private Spacing list() {
    return object.isOnLines() ? object.deeper(layout.comma()) : Spacing.inLine("", layout.comma());
  }

  private static List<String> texts(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).toList();
  }
}
