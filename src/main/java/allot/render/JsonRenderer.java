package allot.render;

import allot.money.ExactDecimal;
import allot.problem.Visible;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Records that mirror the contract, as JSON. WHY. */
public final class JsonRenderer {
  private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
  private static final DefaultPrettyPrinter PRETTY =
      new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                  .withArrayEmptySeparator("")
                  .withObjectEmptySeparator(""))
          .withObjectIndenter(INDENT)
          .withArrayIndenter(INDENT);

  private JsonRenderer() {}

  /**
   * The document in the order of its components, two spaces to a level, ended by a line feed.
   *
   * @throws IllegalArgumentException for a value that is no record, list, map, number, text, truth
   *     value or null
   */
  public static String render(Record document) {
    StringWriter text = new StringWriter(4096);
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(PRETTY.createInstance());
      write(json, document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return escaped(text.append('\n').toString());
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Record object) {
      json.writeStartObject();
      for (RecordComponent component : object.getClass().getRecordComponents()) {
        json.writeFieldName(component.getName());
        write(json, Components.value(component, object));
      }
      json.writeEndObject();
    } else if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(entry.getKey().toString());
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        write(json, element);
      }
      json.writeEndArray();
    } else {
      writeScalar(json, value);
    }
  }

  private static void writeScalar(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(ExactDecimal.plain(number));
    } else if (value instanceof Integer || value instanceof Long) {
      json.writeNumber(((Number) value).longValue());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof String text) {
      json.writeString(text);
    } else {
      throw new IllegalArgumentException("no JSON for a " + value.getClass().getName());
    }
  }

  /** Escapes what must not be written raw: outside ASCII it can stand in strings alone. */
  private static String escaped(String json) {
    StringBuilder out = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); ) {
      int codePoint = json.codePointAt(i);
      int end = i + Character.charCount(codePoint);
      if (codePoint >= 0x7F && isHidden(json.substring(i, end))) {
        for (; i < end; i++) {
          appendUnicode(out, json.charAt(i));
        }
      } else {
        out.appendCodePoint(codePoint);
      }
      i = end;
    }
    return out.toString();
  }

  private static boolean isHidden(String character) {
    return !Visible.escape(character).equals(character);
  }

  private static void appendUnicode(StringBuilder out, char unit) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append("0123456789ABCDEF".charAt(unit >> shift & 0xF));
    }
  }
}
