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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads exports in tests, and says in a line what an entry is. */
final class Exports {
  private Exports() {}

  static ReadingTerms terms() {
    return terms("USD");
  }

  static ReadingTerms terms(String currency) {
    return new ReadingTerms(
        "in.csv",
        CurrencyUnit.of(currency).orElseThrow(),
        ZoneOffset.UTC,
        new Coins(AssetCatalog.builtIn()),
        Optional.empty());
  }

  /** A file under {@code statements}. */
  static Statement sample(String path) {
    try (InputStream in = Exports.class.getResourceAsStream("/statements/" + path)) {
      return new StatementReader(Formats.all(Map.of())).read(in, terms());
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

  /**
   * {@code 2 TRADE +40 AKT -25 USDC fee 0.2 USD =24.8 #c2}: the line, the kind, what came, went and
   * was paid, the value, the fee's value behind a tilde, the id.
   */
  static List<String> entries(Statement statement) {
    return statement.entries().stream().map(Exports::line).toList();
  }

  private static String line(Entry entry) {
    String kind =
        entry.kind() == Entry.Kind.INCOME
            ? "INCOME(" + entry.label() + ")"
            : entry.kind().toString();
    return entry.origin().line()
        + " "
        + kind
        + leg(" +", entry.in())
        + leg(" -", entry.out())
        + leg(" fee ", entry.fee())
        + number(" =", entry.value())
        + number(" ~", entry.feeValue())
        + (entry.id().isEmpty() ? "" : " #" + entry.id());
  }

  private static String leg(String sign, Optional<Leg> leg) {
    return leg.map(each -> sign + ExactDecimal.plain(each.quantity()) + " " + each.coin().code())
        .orElse("");
  }

  private static String number(String sign, Optional<BigDecimal> number) {
    return number.map(each -> sign + ExactDecimal.plain(each)).orElse("");
  }

  /** {@code 3: Category `Gift` is not known}. */
  static List<String> faults(Statement statement) {
    return statement.faults().stream()
        .map(fault -> fault.origin().line() + ": " + fault.message())
        .toList();
  }

  /** {@code 3 BTC 0.5 in spot / main}. */
  static List<String> balances(Statement statement) {
    return statement.balances().stream()
        .map(
            each ->
                String.format(
                    Locale.ROOT,
                    "%d %s %s in %s",
                    each.origin().line(),
                    each.coin().code(),
                    ExactDecimal.plain(each.quantity()),
                    each.wallet()))
        .toList();
  }
}
