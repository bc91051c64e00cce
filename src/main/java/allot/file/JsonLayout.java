package allot.file;

import allot.money.ExactDecimal;
import allot.problem.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the author of a JSON text sets it, and new text set the same way. */
final class JsonLayout {
  private static final String HEX = "0123456789abcdef";

  private final String text;
  private final JsonValue root;
  private final String comma;
  private final String colon;

  JsonLayout(String text, JsonValue root) {
    this.text = text;
    this.root = root;
    this.comma = comma(text, root);
    this.colon = colon(text, root);
  }

  /** Where the elements of an array or object stand. */
  static List<Span> elements(JsonValue container) {
    List<Span> spans = new ArrayList<>();
    if (container instanceof JsonValue.Arr array) {
      array.items().forEach(item -> spans.add(item.span()));
    } else if (container instanceof JsonValue.Obj object) {
      for (JsonValue.Member member : object.members()) {
        spans.add(new Span(member.nameSpan().start(), member.value().span().end()));
      }
    }
    return spans;
  }

  private static List<JsonValue> children(JsonValue container) {
    if (container instanceof JsonValue.Arr array) {
      return array.items();
    }
    List<JsonValue> values = new ArrayList<>();
    if (container instanceof JsonValue.Obj object) {
      object.members().forEach(member -> values.add(member.value()));
    }
    return values;
  }

  /** What stands between two elements on one line. */
  private static String comma(String text, JsonValue root) {
    String found = findComma(text, root);
    return found.isEmpty() ? ", " : found;
  }

  private static String findComma(String text, JsonValue container) {
    List<Span> elements = elements(container);
    if (elements.size() > 1) {
      String between = text.substring(elements.get(0).end(), elements.get(1).start());
      if (between.indexOf('\n') < 0 && between.indexOf('\r') < 0) {
        return between;
      }
    }
    for (JsonValue child : children(container)) {
      String found = findComma(text, child);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  /** What stands between a name and its value. */
  private static String colon(String text, JsonValue container) {
    if (container instanceof JsonValue.Obj object && !object.members().isEmpty()) {
      JsonValue.Member first = object.members().get(0);
      return text.substring(first.nameSpan().end(), first.value().span().start());
    }
    List<JsonValue> children = children(container);
    return children.isEmpty() ? ": " : colon(text, children.get(0));
  }

  /** How the root is set, whatever it is. */
  Spacing rootSpacing() {
    return spacing(root, Spacing.inLine(" ", comma));
  }

  String comma() {
    return comma;
  }

  /** How an array or object is set; an empty one as it is to be if something comes in. */
  Spacing spacing(JsonValue container, Spacing whenEmpty) {
    List<Span> elements = elements(container);
    return elements.isEmpty() ? whenEmpty : Spacing.of(text, container.span(), elements, comma);
  }

  /** How an array is set, with what separates its last two items. */
  Spacing listSpacing(JsonValue.Arr array, Spacing whenEmpty) {
    Spacing spacing = spacing(array, whenEmpty);
    int size = array.items().size();
    return size < 2
        ? spacing
        : spacing.separatedBy(
            text.substring(
                array.items().get(size - 2).span().end(),
                array.items().get(size - 1).span().start()));
  }

  /** What stands before a member that is not the first, in the last object that has it. */
  Optional<String> beforeMember(List<JsonValue> objects, String name) {
    for (int i = objects.size() - 1; i >= 0; i--) {
      List<JsonValue.Member> members = ((JsonValue.Obj) objects.get(i)).members();
      for (int k = 1; k < members.size(); k++) {
        if (members.get(k).name().equals(name)) {
          int end = members.get(k - 1).value().span().end();
          return Optional.of(text.substring(end, members.get(k).nameSpan().start()));
        }
      }
    }
    return Optional.empty();
  }

  String member(String name, String value) {
    return quoted(name) + colon + value;
  }

  static String number(BigDecimal value, boolean asText) {
    String plain = ExactDecimal.plain(value);
    return asText ? '"' + plain + '"' : plain;
  }

  /** A number in the place of another, as text if that was one. */
  static String number(BigDecimal value, JsonValue instead) {
    return number(value, instead instanceof JsonValue.Str);
  }

  static String quoted(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
