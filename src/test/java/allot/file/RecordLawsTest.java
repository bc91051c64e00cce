package allot.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import allot.Law;
import allot.catalog.Asset;
import allot.catalog.AssetCatalog;
import allot.portfolio.Holding;
import allot.portfolio.HoldingChange;
import allot.portfolio.Portfolio;
import allot.problem.ProblemException;
import allot.problem.Problems;
import allot.problem.Source;
import allot.record.Bookkeeper;
import allot.record.Deal;
import allot.record.Entry;
import allot.record.LotChoice;
import allot.record.LotLine;
import allot.record.Origin;
import allot.record.Payment;
import allot.record.Recording;
import allot.tax.LotSelection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Trades recorded in random files, in random order: nothing is lost, nothing else is touched. */
class RecordLawsTest {
  private static final List<String> ASSETS = List.of("TAO", "NEAR", "AKT");
  private static final List<String> ACCOUNTS = List.of("", "a", "b");
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");

  /** How a random file is set. */
  private record Style(String lineEnd, String indent, String blank, boolean asText, boolean mark) {
    static Style of(SplittableRandom random) {
      boolean oneLine = random.nextInt(3) == 0;
      return new Style(
          oneLine ? "" : random.nextBoolean() ? "\n" : "\r\n",
          oneLine ? "" : random.nextBoolean() ? "  " : "\t",
          random.nextBoolean() ? " " : "",
          random.nextBoolean(),
          random.nextInt(4) == 0);
    }

    String number(BigDecimal value) {
      return asText ? "\"" + value.toPlainString() + "\"" : value.toPlainString();
    }

    String member(String name, String value) {
      return "\"" + name + "\":" + blank + value;
    }

    String joined(List<String> elements, int depth) {
      String line = lineEnd + indent.repeat(depth);
      String close = lineEnd + indent.repeat(depth - 1);
      return elements.isEmpty()
          ? ""
          : line + String.join("," + (line.isEmpty() ? blank : line), elements) + close;
    }
  }

  private static BigDecimal decimal(SplittableRandom random, int most, int decimals) {
    return BigDecimal.valueOf(random.nextLong(1, most * 100L), random.nextInt(decimals + 1));
  }

  private static String file(SplittableRandom random, Style style) {
    List<String> holdings = new ArrayList<>();
    int size = random.nextInt(1, 7);
    for (int i = 0; i < size; i++) {
      String asset = ASSETS.get(random.nextInt(ASSETS.size()));
      holdings.add("{" + style.joined(holding(random, style, asset), 3) + "}");
    }
    for (String account : ACCOUNTS) {
      if (random.nextBoolean()) {
        List<String> cash =
            List.of(
                style.member("asset", "\"USD\""),
                style.member("quantity", style.number(decimal(random, 100, 2))),
                style.member("account", "\"" + account + "\""));
        holdings.add("{" + style.joined(cash, 3) + "}");
      }
    }
    List<String> root = new ArrayList<>();
    root.add(style.member("version", "1"));
    root.add(style.member("name", "\"é \\u00e9 \\\" name\""));
    root.add(style.member("holdings", "[" + style.joined(holdings, 2) + "]"));
    root.add(style.member("band", "\"5/25\""));
    return (style.mark() ? "\uFEFF" : "") + "{" + style.joined(root, 1) + "}" + style.lineEnd();
  }

  private static List<String> holding(SplittableRandom random, Style style, String asset) {
    List<String> members = new ArrayList<>();
    members.add(style.member("asset", "\"" + asset + "\""));
    List<String> lots = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    int kind = random.nextInt(4);
    for (int i = 0; kind == 0 && i < random.nextInt(1, 5); i++) {
      BigDecimal quantity = decimal(random, 10, 6);
      sum = sum.add(quantity);
      List<String> lot = new ArrayList<>();
      if (random.nextInt(5) > 0) {
        lot.add(style.member("acquired", "\"202" + random.nextInt(7) + "-01-0" + (i + 1) + "\""));
      }
      lot.add(style.member("quantity", style.number(quantity)));
      lot.add(style.member("cost", style.number(decimal(random, 1000, 8))));
      lots.add("{" + style.joined(lot, 5) + "}");
    }
    BigDecimal quantity = kind == 0 ? sum : decimal(random, 10, 6);
    members.add(style.member("quantity", style.number(quantity)));
    if (kind == 0) {
      members.add(style.member("lots", "[" + style.joined(lots, 4) + "]"));
    } else {
      members.add(style.member("total_cost", style.number(decimal(random, 1000, 8))));
    }
    String account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
    members.add(random.nextInt(members.size() + 1), style.member("account", "\"" + account + "\""));
    if (random.nextInt(6) == 0) {
      members.add(style.member("role", "\"frozen\""));
    }
    return members;
  }

  private static Entry entry(SplittableRandom random, Portfolio portfolio) {
    String name = ASSETS.get(random.nextInt(ASSETS.size()));
    Asset asset = portfolio.catalog().byId(id(name)).orElseThrow();
    String account = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
    BigDecimal quantity = decimal(random, 5, 6);
    BigDecimal price = decimal(random, 5, 4);
    BigDecimal value = quantity.multiply(price).setScale(2, RoundingMode.HALF_EVEN);
    BigDecimal fee = BigDecimal.valueOf(random.nextInt(300), 2);
    Deal deal = new Deal(asset, account, quantity, price, value, fee, DAY);
    LotSelection order = LotSelection.values()[random.nextInt(LotSelection.values().length)];
    LotChoice lots = new LotChoice.Ordered(order);
    Payment payment = Payment.values()[random.nextInt(Payment.values().length)];
    return switch (random.nextInt(4)) {
      case 0 -> new Entry.Buy(Origin.TYPED, deal, Instant.parse("2026-11-20T18:00:00Z"), payment);
      case 1, 2 -> new Entry.Sell(Origin.TYPED, deal, lots, payment);
      default ->
          new Entry.Move(
              Origin.TYPED,
              asset,
              quantity,
              account,
              ACCOUNTS.get(random.nextInt(ACCOUNTS.size())),
              lots);
    };
  }

  private static String id(String symbol) {
    return switch (symbol) {
      case "TAO" -> "bittensor";
      case "NEAR" -> "near";
      default -> "akash-network";
    };
  }

  private static BigDecimal units(List<Holding> holdings) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Holding holding : holdings) {
      sum = holding.asset().isCash() ? sum : sum.add(holding.quantity());
    }
    return sum;
  }

  private static BigDecimal basis(List<Holding> holdings) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Holding holding : holdings) {
      sum = sum.add(holding.cost().orElse(BigDecimal.ZERO));
    }
    return sum;
  }

  private static PortfolioEdit edit(byte[] bytes) {
    return PortfolioEdit.of(InputFile.of("p.json", bytes), AssetCatalog.builtIn());
  }

  @Test
  void units_and_basis_are_conserved_and_the_file_says_what_was_booked() {
    int[] booked = new int[1];
    Law.holds(
        random -> {
          byte[] bytes = file(random, Style.of(random)).getBytes(UTF_8);
          for (int step = 0; step < 4; step++) {
            PortfolioEdit edit = edit(bytes);
            List<Entry> entries = new ArrayList<>();
            for (int i = random.nextInt(1, 3); i > 0; i--) {
              entries.add(entry(random, edit.portfolio()));
            }
            try {
              Recording recording = Bookkeeper.book(edit.portfolio(), "p.json", entries);
              conserves(recording);
              byte[] fresh = edit.with(recording.changes(), recording.added(), Map.of());
              assertThat(edit(fresh).portfolio().holdings().size())
                  .isEqualTo(recording.after().size());
              assertThat(basis(edit(fresh).portfolio().holdings()))
                  .isEqualByComparingTo(basis(recording.after()));
              touchesNothingElse(bytes, fresh, recording);
              bytes = fresh;
              booked[0]++;
            } catch (ProblemException e) {
              // more than is held, or than there is cash: nothing is booked
              assertThat(e.getMessage()).containsAnyOf("tradable", "of cash", "younger");
            }
          }
        });
    assertThat(booked[0]).isGreaterThan(1_000);
  }

  private static void conserves(Recording recording) {
    BigDecimal units = units(recording.before().holdings());
    BigDecimal basis = basis(recording.before().holdings());
    BigDecimal proceeds = BigDecimal.ZERO;
    for (LotLine line : recording.lots()) {
      int sign =
          switch (line.happened()) {
            case ADDED -> 1;
            case SOLD -> -1;
            case MOVED -> 0;
          };
      BigDecimal times = BigDecimal.valueOf(sign);
      units = units.add(line.units().quantity().multiply(times));
      basis = basis.add(line.units().cost().orElseThrow().multiply(times));
      proceeds = proceeds.add(line.sale().map(sale -> sale.proceeds()).orElse(BigDecimal.ZERO));
    }
    assertThat(units(recording.after())).isEqualByComparingTo(units);
    assertThat(basis(recording.after())).isEqualByComparingTo(basis);
    BigDecimal sold = BigDecimal.ZERO;
    for (Entry entry : recording.entries()) {
      sold = entry instanceof Entry.Sell sell ? sold.add(sell.deal().proceeds()) : sold;
    }
    assertThat(proceeds).isEqualByComparingTo(sold);
    for (Holding holding : recording.after()) {
      BigDecimal lots = BigDecimal.ZERO;
      for (var lot : holding.lots()) {
        lots = lots.add(lot.quantity());
      }
      assertThat(holding.lots().isEmpty() || lots.compareTo(holding.quantity()) == 0).isTrue();
    }
  }

  /** What stands before, between and behind the holdings that change is the same, byte for byte. */
  private static void touchesNothingElse(byte[] old, byte[] fresh, Recording recording) {
    String before = new String(old, UTF_8);
    String after = new String(fresh, UTF_8);
    int shift = before.startsWith("\uFEFF") ? 1 : 0;
    List<JsonValue> rows = rows(old);
    List<JsonValue> newRows = rows(fresh);
    int at = 0;
    int newAt = 0;
    for (int i = 0; i < rows.size(); i++) {
      int row = i;
      boolean changed =
          recording.changes().stream().map(HoldingChange::row).anyMatch(n -> n == row);
      int end = changed ? rows.get(i).span().start() : rows.get(i).span().end();
      int newEnd = changed ? newRows.get(i).span().start() : newRows.get(i).span().end();
      assertThat(after.substring(newAt, newEnd + shift))
          .isEqualTo(before.substring(at, end + shift));
      at = rows.get(i).span().end() + shift;
      newAt = newRows.get(i).span().end() + shift;
    }
    int newEnd = newRows.get(newRows.size() - 1).span().end() + shift;
    assertThat(after.substring(newEnd)).isEqualTo(before.substring(at));
  }

  private static List<JsonValue> rows(byte[] bytes) {
    Source source = InputFile.of("p.json", bytes).source();
    JsonValue.Obj root = (JsonValue.Obj) JsonReader.read(source, new Problems(source));
    return ((JsonValue.Arr) root.member("holdings").orElseThrow().value()).items();
  }
}
