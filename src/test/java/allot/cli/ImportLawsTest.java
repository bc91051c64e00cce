package allot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import allot.Law;
import allot.catalog.AssetCatalog;
import allot.file.InputFile;
import allot.file.PortfolioFile;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Laws of the whole way from statements to a portfolio file (RELIABILITY section 5). */
class ImportLawsTest {
  /** Of whole runs; the laws of the ledger itself are tried more often. */
  private static final int CASES = 150;

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T18:00:00Z"), ZoneOffset.UTC);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  private static final String HEADER = "date,symbol,side,quantity,price,fee,account\n";
  private static final List<String> COINS = List.of("TAO", "AKT", "NOBODYKNOWS");
  private static final List<String> ACCOUNTS = List.of("Kraken", "Ledger", "");
  private static final List<String> IN = List.of("buy", "staking", "deposit");
  private static final List<String> OUT = List.of("sell", "withdrawal", "spend");

  @TempDir Path directory;

  /**
   * Rows of a year, some of the same second and many of the same day.
   *
   * @param rows each another amount, so that none is the same as another
   * @param net what is to be left of each coin, if nothing ever lacks
   */
  private record Story(List<String> rows, Map<String, BigDecimal> net) {}

  /** Nothing goes that is not there, whatever the order of rows in a second. */
  private static Story story(SplittableRandom random) {
    List<String> rows = new ArrayList<>();
    Map<String, BigDecimal> net = new HashMap<>();
    Map<String, BigDecimal> held = new HashMap<>();
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    int size = 1 + random.nextInt(12);
    for (int i = 0; i < size; i++) {
      at = at.plusSeconds(random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(2_000_000));
      String coin = COINS.get(random.nextInt(COINS.size()));
      String account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
      BigDecimal units = BigDecimal.valueOf((1 + random.nextLong(10_000)) * 100 + i, 6);
      boolean in = held.getOrDefault(coin + account, BigDecimal.ZERO).compareTo(units) < 0;
      BigDecimal signed = in ? units : units.negate();
      held.merge(coin + account, signed, BigDecimal::add);
      net.merge(coin, signed, BigDecimal::add);
      String side = (in ? IN : OUT).get(random.nextInt(3));
      boolean trade = side.equals("buy") || side.equals("sell");
      boolean priced = trade || random.nextBoolean();
      rows.add(
          String.join(
                  ",",
                  at.toString(),
                  coin,
                  side,
                  units.toPlainString(),
                  priced ? BigDecimal.valueOf(random.nextLong(99_999), 2).toPlainString() : "",
                  trade ? BigDecimal.valueOf(random.nextLong(999), 2).toPlainString() : "",
                  account)
              + "\n");
    }
    return new Story(rows, net);
  }

  private String file(String name, List<String> rows) {
    Path file = directory.resolve(name);
    try {
      Files.writeString(file, HEADER + String.join("", rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString();
  }

  private static byte[] imported(String... arguments) {
    List<String> words = new ArrayList<>(List.of("import", "-q"));
    words.addAll(List.of(arguments));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            words.toArray(new String[0]),
            new ByteArrayInputStream(new byte[0]),
            out,
            err,
            Map.of(),
            CLOCK);
    assertThat(exit).as(err.toString(UTF_8)).isZero();
    return out.toByteArray();
  }

  private static Portfolio read(byte[] bytes) {
    return PortfolioFile.read(InputFile.of("p.json", bytes), AssetCatalog.builtIn());
  }

  private static String method(SplittableRandom random) {
    return List.of("fifo", "lifo", "hifo").get(random.nextInt(3));
  }

  private static List<String> shuffled(List<String> rows, SplittableRandom random) {
    List<String> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(random.nextLong()));
    return shuffled;
  }

  @Test
  void the_order_of_files_and_rows_changes_nothing_nor_does_importing_twice() {
    Law.holds(
        CASES,
        random -> {
          Story story = story(random);
          String lots = method(random);
          String whole = file("whole.csv", story.rows());
          byte[] once = imported(whole, "--lots", lots);
          List<String> rows = shuffled(story.rows(), random);
          int cut = random.nextInt(rows.size() + 1);
          String one = file("one.csv", rows.subList(0, cut));
          String two = file("two.csv", rows.subList(cut, rows.size()));
          assertThat(sorted(imported(two, one, "--lots", lots))).isEqualTo(sorted(once));
          assertThat(imported(whole, whole, "--lots", lots)).isEqualTo(once);
          assertThat(sorted(imported(two, whole, one, "--lots", lots))).isEqualTo(sorted(once));
        });
  }

  /** The holdings, whose order is that of the first rows. */
  private static List<String> sorted(byte[] portfolio) {
    return read(portfolio).holdings().stream().map(ImportLawsTest::text).sorted().toList();
  }

  private static String text(Holding holding) {
    return holding.asset().symbol() + "/" + holding.account() + text(holding.lots());
  }

  private static String text(List<Lot> lots) {
    StringBuilder text = new StringBuilder();
    for (Lot lot : lots) {
      text.append(' ').append(plain(lot.quantity()));
      lot.acquired().ifPresent(day -> text.append(" of ").append(day));
      lot.cost().ifPresent(cost -> text.append(" at ").append(plain(cost)));
    }
    return text.toString();
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  @Test
  void what_is_written_reads_as_the_lots_of_the_ledger_and_sums_to_what_is_left() {
    Law.holds(
        CASES,
        random -> {
          Story story = story(random);
          String file = file("whole.csv", story.rows());
          String lots = method(random);
          Portfolio portfolio = read(imported(file, "--lots", lots));
          assertThat(portfolio.holdings().stream().map(ImportLawsTest::text).toList())
              .isEqualTo(booked(imported(file, "--lots", lots, "--dry-run", "--json")));
          Map<String, BigDecimal> left = new HashMap<>();
          for (Holding holding : portfolio.holdings()) {
            for (Lot lot : holding.lots()) {
              assertThat(lot.quantity()).isPositive();
              left.merge(holding.asset().symbol(), lot.quantity(), BigDecimal::add);
            }
          }
          story
              .net()
              .forEach(
                  (coin, net) ->
                      assertThat(left.getOrDefault(coin, BigDecimal.ZERO))
                          .isEqualByComparingTo(net));
        });
  }

  /** The holdings of the ledger, as a dry run tells them. */
  private static List<String> booked(byte[] json) {
    List<String> holdings = new ArrayList<>();
    for (JsonNode holding : tree(json).path("holdings")) {
      StringBuilder text = new StringBuilder();
      text.append(holding.path("asset").asText())
          .append('/')
          .append(holding.path("account").asText());
      for (JsonNode lot : holding.path("lots")) {
        text.append(' ').append(plain(lot.path("quantity").decimalValue()));
        if (!lot.path("acquired").isNull()) {
          text.append(" of ").append(lot.path("acquired").asText());
        }
        if (!lot.path("cost").isNull()) {
          text.append(" at ").append(plain(lot.path("cost").decimalValue()));
        }
      }
      holdings.add(text.toString());
    }
    return holdings;
  }

  private static JsonNode tree(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void importing_into_a_file_again_leaves_it_as_it_is() {
    Law.holds(
        CASES / 10,
        random -> {
          String file = file("whole.csv", story(random).rows());
          String portfolio = directory.resolve("p.json").toString();
          imported(file, "-o", portfolio);
          byte[] written = bytes(portfolio);
          imported(file, "--into", portfolio);
          byte[] again = bytes(portfolio);
          assertThat(sorted(again)).isEqualTo(sorted(written));
          imported(file, "--into", portfolio);
          assertThat(bytes(portfolio)).isEqualTo(again);
        });
  }

  private static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
