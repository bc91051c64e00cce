package allot.problem;

/**
 * Where in a file something stands.
 *
 * @param file the file as the user named it
 * @param line 1-based; 0 when the file as a whole is meant
 * @param column 1-based, in code points; 0 when the file as a whole is meant
 * @param path the JSON path, {@code holdings[2].quantity}; empty for the root
 */
public record Place(String file, int line, int column, String path) {

  /** The file as a whole. */
  public static Place ofFile(String file) {
    return new Place(file, 0, 0, "");
  }

  /** {@code file:line:column}, or the file alone. */
  public String position() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
