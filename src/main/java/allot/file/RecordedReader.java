package allot.file;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which entries of which plans are recorded: the numbers by the plan's id. */
final class RecordedReader {
  private RecordedReader() {}

  static Map<String, List<Integer>> read(Node node) {
    Map<String, List<Integer>> recorded = new LinkedHashMap<>();
    node.members()
        .ifPresent(
            members -> {
              for (Members.Entry entry : members.takeRest()) {
                if (entry.key().isBlank()) {
                  members.refuseKey(entry, "is no id of a plan", "write the plan's `plan`");
                }
                recorded.put(entry.key(), numbers(entry.value()));
              }
            });
    return recorded;
  }

  private static List<Integer> numbers(Node list) {
    Set<Integer> numbers = new LinkedHashSet<>();
    for (Node item : list.items().orElse(List.of())) {
      item.whole(1, Integer.MAX_VALUE)
          .ifPresent(
              number -> {
                if (!numbers.add(number)) {
                  item.refuse("stands twice", "keep one of the two");
                }
              });
    }
    return List.copyOf(numbers);
  }
}
