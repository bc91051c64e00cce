package allot.file;

import java.util.Locale;

/**
 * The characters of a text that may not be JSON: what begins at an offset, and where it ends. An
 * offset may be the end of the text, where nothing begins.
 */
final class JsonText {
  private static final String SINGLE_ESCAPES = "\"\\/bfnrt";

  private final String text;

  JsonText(String text) {
    this.text = text;
  }

  int length() {
    return text.length();
  }

  char at(int i) {
    return text.charAt(i);
  }

  String between(int start, int end) {
    return text.substring(start, end);
  }

  boolean is(int i, char c) {
    return i < text.length() && text.charAt(i) == c;
  }

  boolean isDigit(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  boolean isDigits(int start, int end) {
    int i = start;
    while (i < end && (isDigit(i) || is(i, '.'))) {
      i++;
    }
    return i == end;
  }

  boolean isLetter(int i) {
    return i < text.length() && Character.isLetter(text.codePointAt(i));
  }

  boolean isNumberStart(int i) {
    return is(i, '-') || isDigit(i);
  }

  boolean isCommentStart(int i) {
    return is(i, '#') || (is(i, '/') && (is(i + 1, '/') || is(i + 1, '*')));
  }

  /** Quotes of other languages and of word processors. */
  boolean isForeignQuote(int i) {
    return i < text.length()
        && "'`\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB\u00B4".indexOf(text.charAt(i)) >= 0;
  }

  /** Characters that are invisible and yet no white space of JSON. */
  boolean isForeignSpace(int i) {
    if (i >= text.length()) {
      return false;
    }
    int codePoint = text.codePointAt(i);
    return Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.FORMAT;
  }

  int afterSpace(int i) {
    int end = i;
    while (end < text.length() && isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  int beforeSpace(int i) {
    int end = i;
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  int lineEnd(int i) {
    int end = i;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** The end of a run of letters, digits and what stands inside of numbers. */
  int wordEnd(int i) {
    int end = i;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      boolean part = Character.isLetterOrDigit(codePoint) || "+-._$".indexOf(codePoint) >= 0;
      if (!part) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  /** The end of the escape whose backslash stands here, or -1 if it is none. */
  int escapeEnd(int i) {
    if (i + 1 < text.length() && SINGLE_ESCAPES.indexOf(text.charAt(i + 1)) >= 0) {
      return i + 2;
    }
    if (!is(i + 1, 'u') || i + 6 > text.length()) {
      return -1;
    }
    for (int k = i + 2; k < i + 6; k++) {
      char c = text.charAt(k);
      // Character.digit alone would take the digits of other scripts
      if (c >= 0x80 || Character.digit(c, 16) < 0) {
        return -1;
      }
    }
    return i + 6;
  }

  /** The end of the character whose escape ends here, or -1 if it is half of a surrogate pair. */
  int pairEnd(int start, int end) {
    if (!is(start + 1, 'u') || !Character.isSurrogate(unit(start))) {
      return end;
    }
    boolean pair =
        Character.isHighSurrogate(unit(start))
            && is(end, '\\')
            && escapeEnd(end) == end + 6
            && Character.isLowSurrogate(unit(end));
    return pair ? end + 6 : -1;
  }

  private char unit(int escape) {
    return (char) Integer.parseInt(text.substring(escape + 2, escape + 6), 16);
  }

  /** The end of a string (on its line), comment sign, word or single character. */
  int tokenEnd(int i) {
    if (is(i, '"')) {
      int end = i + 1;
      int lineEnd = lineEnd(i);
      while (end < lineEnd && text.charAt(end) != '"') {
        end += text.charAt(end) == '\\' ? 2 : 1;
      }
      return Math.min(end + 1, lineEnd);
    }
    if (isCommentStart(i)) {
      return is(i, '#') ? i + 1 : i + 2;
    }
    int word = wordEnd(i);
    return word > i ? word : i + Character.charCount(text.codePointAt(i));
  }

  /** What begins here, as a message names it. */
  String nounAt(int i) {
    if (is(i, '"')) {
      return "a string";
    }
    if (isNumberStart(i)) {
      return "a number";
    }
    if (wordEnd(i) > i) {
      return "a bare word";
    }
    int codePoint = text.codePointAt(i);
    boolean plain = codePoint > ' ' && codePoint < 0x7F;
    return plain ? "`" + (char) codePoint + "`" : codePoint(codePoint);
  }

  /** Characters that no string of ours may hold, even escaped. */
  static boolean isControl(char c) {
    return c < ' ' && c != '\n' && c != '\t' && c != '\r';
  }

  /** {@code U+001B}. */
  static String codePoint(int codePoint) {
    String hex = Integer.toHexString(codePoint).toUpperCase(Locale.ROOT);
    return "U+" + "0000".substring(Math.min(4, hex.length())) + hex;
  }
}
