package allot.file;

/**
 * The way from the root of a document to one of its values, {@code holdings[2].quantity}. A path is
 * a chain of steps, so that it costs nothing until somebody wants to read it.
 */
public final class JsonPath {
  /** The document itself; reads as the empty string. */
  public static final JsonPath ROOT = new JsonPath();

  private final JsonPath parent;
  private final String name;
  private final int index;

  private JsonPath() {
    this.parent = this;
    this.name = "";
    this.index = -1;
  }

  private JsonPath(JsonPath parent, String name, int index) {
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  /** The path of an object's member. */
  public JsonPath member(String name) {
    return new JsonPath(this, name, -1);
  }

  /**
   * The path of an array's item.
   *
   * @param index 0-based
   */
  public JsonPath item(int index) {
    return new JsonPath(this, "", index);
  }

  /** The text of a member's path, for those who hold the text of its object's path. */
  public static String member(String parent, String name) {
    StringBuilder out = new StringBuilder(parent);
    ROOT.member(name).writeStep(out);
    return out.toString();
  }

  /** Names that are no plain identifiers stand as {@code ["a b"]}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }

  private void write(StringBuilder out) {
    if (parent == this) {
      return;
    }
    parent.write(out);
    writeStep(out);
  }

  private void writeStep(StringBuilder out) {
    if (index >= 0) {
      out.append('[').append(index).append(']');
    } else if (!isIdentifier(name)) {
      quote(out);
    } else {
      if (out.length() > 0) {
        out.append('.');
      }
      out.append(name);
    }
  }

  private void quote(StringBuilder out) {
    out.append("[\"");
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    out.append("\"]");
  }

  private static boolean isIdentifier(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      boolean inner = (c >= '0' && c <= '9') || c == '-';
      if (!letter && !(inner && i > 0)) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
