package allot.file;

import allot.problem.Problems;
import allot.problem.Span;
import allot.problem.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of a JSON object, taken one by one; what nobody takes is an unknown key. */
final class Members {
  private final JsonValue.Obj object;
  private final String path;
  private final Problems problems;
  private final Map<String, JsonValue.Member> left = new LinkedHashMap<>();

  Members(JsonValue.Obj object, String path, Problems problems) {
    this.object = object;
    this.path = path;
    this.problems = problems;
    for (JsonValue.Member member : object.members()) {
      left.putIfAbsent(member.name(), member);
    }
  }

  /** One member with its key. */
  record Entry(String key, Span keySpan, Node value) {}

  boolean has(String key) {
    return left.containsKey(key);
  }

  /** Takes a member, if it is there. */
  Optional<Node> take(String key) {
    JsonValue.Member member = left.remove(key);
    return member == null
        ? Optional.empty()
        : Optional.of(new Node(member.value(), pathOf(key), problems));
  }

  /** Takes a member that must be there. */
  Optional<Node> need(String key) {
    Optional<Node> node = take(key);
    if (node.isEmpty()) {
      missing(key);
    }
    return node;
  }

  /** Takes the one member that stands under one of several keys; two of them are refused. */
  Optional<Node> takeOne(List<String> keys) {
    Optional<Node> first = Optional.empty();
    String firstKey = "";
    for (String key : keys) {
      Optional<Node> node = take(key);
      if (node.isPresent() && first.isPresent()) {
        node.get().refuse("says the same as `" + firstKey + "`", "leave one of them out");
      } else if (node.isPresent()) {
        first = node;
        firstKey = key;
      }
    }
    return first;
  }

  /** Takes a member, if it is there and is an array or an object. */
  Optional<Node> takeNested(String key) {
    JsonValue.Member member = left.get(key);
    boolean nested =
        member != null
            && (member.value() instanceof JsonValue.Arr || member.value() instanceof JsonValue.Obj);
    return nested ? take(key) : Optional.empty();
  }

  /** Takes all that is left. */
  List<Entry> takeRest() {
    List<Entry> rest = new ArrayList<>(left.size());
    for (JsonValue.Member member : left.values()) {
      Node node = new Node(member.value(), pathOf(member.name()), problems);
      rest.add(new Entry(member.name(), member.nameSpan(), node));
    }
    left.clear();
    return rest;
  }

  /** Says that a key is missing. */
  void missing(String key) {
    Span brace = new Span(object.span().start(), object.span().start() + 1);
    problems.add(brace, path, "needs `" + key + "`", "", true);
  }

  /** Says that something is wrong with a key. */
  void refuseKey(Entry entry, String message, String remedy) {
    problems.add(entry.keySpan(), pathOf(entry.key()), message, remedy, true);
  }

  /**
   * Ends the reading: every key that is left is refused, with the known one that was probably
   * meant.
   *
   * @param remedies what to do about keys that people use instead of known ones
   */
  void refuseRest(List<String> known, Map<String, String> remedies) {
    for (Entry entry : takeRest()) {
      String instead = remedies.get(entry.key());
      String remedy = instead != null ? instead : Spelling.suggest(entry.key(), known);
      String fallback = remedy.isEmpty() ? "known here: " + String.join(", ", known) : remedy;
      refuseKey(entry, "unknown key", fallback);
    }
  }

  /**
   * Ends the reading of a file without a version: a key that resembles a known one is refused, any
   * other is ignored and told.
   */
  void ignoreRest(List<String> known, Set<String> ignored) {
    for (Entry entry : takeRest()) {
      if (!refusedAsMisspelt(entry, known)) {
        ignored.add(entry.key());
      }
    }
  }

  /** Refuses a key that resembles a known one. */
  boolean refusedAsMisspelt(Entry entry, List<String> known) {
    for (String name : known) {
      if (!entry.key().equals(name) && Spelling.resembles(entry.key(), name)) {
        refuseKey(entry, "unknown key", "did you mean `" + name + "`?");
        return true;
      }
    }
    return false;
  }

  private String pathOf(String key) {
    return JsonPath.member(path, key);
  }
}
