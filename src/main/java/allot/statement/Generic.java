package allot.statement;

import allot.problem.Problem;
import allot.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Any CSV with the columns that are needed, under usual names or those that {@code --map} gives.
 */
final class Generic implements StatementFormat {
  private static final Map<String, List<String>> NAMES = names();

  private final Map<String, String> map;

  /**
   * @param map names of columns by field
   * @throws ProblemException of kind USAGE if a field is none, or has no name
   */
  Generic(Map<String, String> map) {
    map.forEach(
        (field, column) -> {
          if (!NAMES.containsKey(field)) {
            throw new ProblemException(
                Problem.usage(
                    "--map knows no field `" + field + "`",
                    "its fields are " + String.join(", ", NAMES.keySet())));
          }
          if (column.isBlank()) {
            throw new ProblemException(
                Problem.usage("--map gives `" + field + "` no column", "as date=When,asset=Coin"));
          }
        });
    this.map = Map.copyOf(map);
  }

  private static Map<String, List<String>> names() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    names.put("date", List.of("date", "timestamp"));
    names.put("asset", List.of("symbol", "ticker", "asset", "coin"));
    names.put("side", List.of("side", "type", "action"));
    names.put("quantity", List.of("quantity", "qty", "units", "amount"));
    names.put("price", List.of("price"));
    names.put("fee", List.of("fee"));
    names.put("currency", List.of("currency"));
    names.put("account", List.of("account"));
    return names;
  }

  @Override
  public String source() {
    return "generic";
  }

  @Override
  public boolean isTool() {
    return false;
  }

  @Override
  public List<String> headers() {
    return List.of("date,symbol,side,quantity,price,fee,currency,account");
  }

  @Override
  public Optional<Rows> open(Header header, ReadingTerms terms) {
    for (String column : map.values()) {
      if (!header.has(column)) {
        return Optional.empty();
      }
    }
    GenericRows.Columns columns =
        new GenericRows.Columns(
            column(header, "date"),
            column(header, "asset"),
            column(header, "side"),
            column(header, "quantity"),
            column(header, "price"),
            column(header, "fee"),
            column(header, "currency"),
            column(header, "account"));
    return columns.suffice() ? Optional.of(new GenericRows(columns, terms)) : Optional.empty();
  }

  private int column(Header header, String field) {
    String mapped = map.get(field);
    List<String> names = mapped == null ? NAMES.getOrDefault(field, List.of()) : List.of(mapped);
    return header.column(names.toArray(String[]::new));
  }
}
