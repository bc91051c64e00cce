package allot.statement;

import allot.catalog.AssetCatalog;
import allot.money.CurrencyUnit;
import allot.money.ExactDecimal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements of tax tools, read, and shown as lines that can be compared. */
final class ToolStatements {
  private ToolStatements() {}

  static ReadingTerms terms() {
    return terms(ZoneOffset.UTC, Optional.empty());
  }

  static ReadingTerms terms(ZoneId zone, Optional<String> account) {
    return new ReadingTerms(
        "f.csv", CurrencyUnit.USD, zone, new Coins(AssetCatalog.builtIn()), account);
  }

  static Statement sample(String path) {
    return sample(path, Map.of(), terms());
  }

  static Statement sample(String path, Map<String, String> map, ReadingTerms terms) {
    try (InputStream in = ToolStatements.class.getResourceAsStream("/statements/" + path)) {
      return new StatementReader(Formats.all(map)).read(in, terms);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Statement text(String... lines) {
    return text(terms(), lines);
  }

  static Statement text(ReadingTerms terms, String... lines) {
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return new StatementReader(Formats.all(Map.of())).read(new ByteArrayInputStream(bytes), terms);
  }

  /** Entries without their time, as {@code TRADE Kraken +1 TAO -2 USD fee 3 USD =4 [buy]}. */
  static List<String> lines(Statement statement) {
    return statement.entries().stream().map(ToolStatements::line).toList();
  }

  static List<String> times(Statement statement) {
    return statement.entries().stream().map(entry -> entry.at().toString()).toList();
  }

  static List<String> faults(Statement statement) {
    return statement.faults().stream()
        .map(fault -> fault.origin() + " " + fault.message())
        .toList();
  }

  private static String line(Entry entry) {
    StringBuilder line = new StringBuilder();
    line.append(entry.origin().line()).append(' ').append(entry.kind());
    line.append(' ').append(entry.account());
    if (!entry.toAccount().isEmpty()) {
      line.append('>').append(entry.toAccount());
    }
    append(line, " +", entry.in());
    append(line, " -", entry.out());
    append(line, " fee ", entry.fee());
    entry.value().ifPresent(value -> line.append(" =").append(plain(value)));
    entry.feeValue().ifPresent(value -> line.append(" fee=").append(plain(value)));
    line.append(" [").append(entry.label()).append(']');
    if (!entry.hash().isEmpty()) {
      line.append(" hash ").append(entry.hash());
    }
    if (!entry.id().isEmpty()) {
      line.append(" id ").append(entry.id());
    }
    return line.toString();
  }

  private static void append(StringBuilder line, String before, Optional<Leg> leg) {
    leg.ifPresent(
        it ->
            line.append(before).append(plain(it.quantity())).append(' ').append(it.coin().code()));
  }

  private static String plain(BigDecimal number) {
    return ExactDecimal.plain(number);
  }
}
