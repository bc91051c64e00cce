package allot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import allot.Law;
import allot.catalog.AssetCatalog;
import allot.cli.RecordPlan.Chosen;
import allot.file.InputFile;
import allot.file.PlanDocument;
import allot.file.PlanDocument.Name;
import allot.file.PlanDocument.Rebalance;
import allot.file.PlanDocument.Trade;
import allot.file.PlanDocument.Transfer;
import allot.file.PortfolioFile;
import allot.money.ExactDecimal;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.problem.ProblemException;
import allot.record.Bookkeeper;
import allot.record.Recording;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random plans, recorded in random pieces: in the end the file says what the whole plan makes. */
class RecordInPiecesLawTest {
  private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");
  private static final List<String> ACCOUNTS = List.of("a", "b", "c");
  private static final List<String> SOLD = List.of("TAO", "NEAR");
  private static final List<String> BOUGHT = List.of("AKT", "FET");

  private int compared;
  private int late;

  private static BigDecimal money(SplittableRandom random, int most) {
    return BigDecimal.valueOf(random.nextLong(most * 100L), 2);
  }

  /** Ten units of what is sold, in two lots or none, in every account, and cash in some. */
  private static byte[] file(SplittableRandom random) {
    List<String> holdings = new ArrayList<>();
    for (String account : ACCOUNTS) {
      for (String asset : SOLD) {
        String lots =
            asset.equals("TAO")
                ? ",\"lots\":[{\"acquired\":\"2025-01-02\",\"quantity\":4,\"cost\":10},"
                    + "{\"acquired\":\"2026-01-02\",\"quantity\":6,\"cost\":100}]"
                : "";
        holdings.add(holding(asset, "10", account, lots));
      }
      if (random.nextInt(4) < 3) {
        String cash = random.nextInt(3) == 0 ? "0" : ExactDecimal.plain(money(random, 900));
        holdings.add(holding("USD", cash, account, ""));
      }
    }
    return ("{\"holdings\":[" + String.join(",", holdings) + "]}").getBytes(UTF_8);
  }

  private static String holding(String asset, String quantity, String account, String more) {
    String head = "{\"asset\":\"" + asset + "\",\"quantity\":" + quantity;
    return head + ",\"account\":\"" + account + "\"" + more + "}";
  }

  private static Rebalance plan(SplittableRandom random) {
    List<Trade> trades = new ArrayList<>();
    for (String account : ACCOUNTS) {
      for (String asset : SOLD) {
        if (random.nextInt(3) == 0) {
          trades.add(trade(random, true, asset, account));
        }
      }
    }
    for (String account : ACCOUNTS) {
      for (String asset : BOUGHT) {
        if (random.nextInt(5) < 2) {
          trades.add(trade(random, false, asset, account));
        }
      }
    }
    int kind = random.nextInt(3);
    BigDecimal cash = money(random, 600).multiply(BigDecimal.valueOf(kind - 1));
    Map<String, BigDecimal> flows = new LinkedHashMap<>();
    BigDecimal residue = cash;
    for (Trade trade : trades) {
      BigDecimal paid = trade.isSale() ? trade.value() : trade.value().negate();
      BigDecimal flow = paid.subtract(trade.fee());
      flows.merge(trade.account(), flow, BigDecimal::add);
      residue = residue.add(flow);
    }
    return new Rebalance("p", NOW, "USD", cash, trades, transfers(random, flows), residue);
  }

  private static Trade trade(SplittableRandom random, boolean sale, String asset, String account) {
    BigDecimal units = BigDecimal.valueOf(random.nextInt(1, 10));
    List<PlanDocument.Lot> lots = new ArrayList<>();
    if (sale && asset.equals("TAO") && random.nextBoolean()) {
      BigDecimal young = units.min(BigDecimal.valueOf(6));
      lots.add(lot("2026-01-02", young));
      if (young.compareTo(units) < 0) {
        lots.add(lot("2025-01-02", units.subtract(young)));
      }
    }
    BigDecimal value = money(random, 300).add(BigDecimal.TEN);
    Name name = new Name(asset, Optional.empty());
    return new Trade(sale, name, account, units, BigDecimal.ONE, value, money(random, 5), lots);
  }

  private static PlanDocument.Lot lot(String acquired, BigDecimal units) {
    return new PlanDocument.Lot(Optional.of(LocalDate.parse(acquired)), units, Optional.empty());
  }

  /** From what accounts gain to those that pay, all that they lack or a part of it. */
  private static List<Transfer> transfers(SplittableRandom random, Map<String, BigDecimal> flows) {
    List<Transfer> transfers = new ArrayList<>();
    for (String to : flows.keySet()) {
      for (String from : flows.keySet()) {
        BigDecimal lack = flows.get(to).negate();
        BigDecimal part = flows.get(from).min(lack);
        if (random.nextBoolean()) {
          part = part.min(money(random, 300));
        }
        if (part.signum() > 0) {
          transfers.add(new Transfer(from, to, part));
          flows.merge(from, part.negate(), BigDecimal::add);
          flows.merge(to, part, BigDecimal::add);
        }
      }
    }
    return transfers;
  }

  /** What a file says between two pieces. */
  private record Books(Portfolio portfolio, List<Integer> recorded) {
    static Books read(byte[] file) {
      InputFile input = InputFile.of("p.json", file);
      return new Books(PortfolioFile.read(input, AssetCatalog.builtIn()), List.of());
    }

    Books with(Rebalance plan, List<Integer> numbers) {
      RecordRequest.Plan request =
          new RecordRequest.Plan(
              "plan.json",
              Optional.of(numbers.stream().sorted().toList()),
              Optional.empty(),
              Optional.empty());
      RecordTerms terms = new RecordTerms(portfolio, NOW);
      Chosen chosen = new RecordPlan(request, plan, terms, recorded).chosen();
      List<Integer> known = new ArrayList<>(recorded);
      known.addAll(chosen.numbers());
      return new Books(holding(Bookkeeper.book(portfolio, "p.json", chosen.entries())), known);
    }

    private Portfolio holding(Recording recording) {
      return new Portfolio(
          portfolio.name(),
          portfolio.currency(),
          portfolio.zone(),
          portfolio.asOf(),
          portfolio.target(),
          portfolio.bands(),
          portfolio.within(),
          recording.after(),
          portfolio.costs(),
          portfolio.tax(),
          portfolio.dca(),
          portfolio.catalog(),
          portfolio.warnings());
    }

    /** Quantity, lots and price by asset and account; no row is as good as one of nothing. */
    Map<String, String> told() {
      Map<String, String> told = new TreeMap<>();
      for (Holding holding : portfolio.holdings()) {
        if (holding.quantity().signum() != 0) {
          StringBuilder said = new StringBuilder(ExactDecimal.plain(holding.quantity()));
          for (Lot lot : holding.lots()) {
            said.append(' ').append(lot.acquired());
            said.append(' ').append(ExactDecimal.plain(lot.quantity()));
            said.append(' ').append(lot.cost().map(ExactDecimal::plain));
          }
          said.append(' ').append(holding.price());
          told.merge(
              holding.asset().id() + "@" + holding.account(), said.toString(), String::concat);
        }
      }
      return told;
    }
  }

  private static List<List<Integer>> groups(SplittableRandom random, List<Integer> numbers) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int n : numbers) {
      if (groups.isEmpty() || random.nextBoolean()) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(n);
    }
    return groups;
  }

  /** Records each piece as soon as it can be: one that waits for a sale is tried again. */
  private Books inPieces(Books before, Rebalance plan, List<List<Integer>> pieces) {
    Books books = before;
    List<List<Integer>> waiting = new ArrayList<>(pieces);
    while (!waiting.isEmpty()) {
      List<List<Integer>> refused = new ArrayList<>();
      for (List<Integer> piece : waiting) {
        try {
          books = books.with(plan, piece);
        } catch (ProblemException e) {
          assertThat(e.getMessage()).contains("first or with it, the sale");
          refused.add(piece);
          late++;
        }
      }
      if (refused.size() == waiting.size()) {
        // pieces that wait for one another; trade by trade there is always one to go on with
        assertThat(waiting.stream().anyMatch(piece -> piece.size() > 1)).isTrue();
        refused.clear();
        waiting.forEach(piece -> piece.forEach(n -> refused.add(List.of(n))));
      }
      waiting = refused;
    }
    return books;
  }

  private static Optional<Books> whole(Books before, Rebalance plan, List<Integer> all) {
    try {
      return Optional.of(before.with(plan, all));
    } catch (ProblemException e) {
      assertThat(e.getMessage()).contains("write the money that came in");
      return Optional.empty();
    }
  }

  @Test
  void a_plan_recorded_in_pieces_ends_as_one_recorded_at_once() {
    Law.holds(
        random -> {
          Books before = Books.read(file(random));
          Rebalance plan = plan(random);
          List<Integer> all = IntStream.rangeClosed(1, plan.trades().size()).boxed().toList();
          Optional<Books> whole = whole(before, plan, all);
          if (whole.isEmpty()) {
            return;
          }
          Books inOrder = before;
          for (List<Integer> piece : groups(random, all)) {
            inOrder = inOrder.with(plan, piece);
          }
          assertThat(inOrder.told()).isEqualTo(whole.get().told());
          List<Integer> shuffled = new ArrayList<>(all);
          shuffle(shuffled, random);
          Books anyhow = inPieces(before, plan, groups(random, shuffled));
          assertThat(anyhow.told()).isEqualTo(whole.get().told());
          compared++;
        });
    assertThat(compared).isGreaterThan(1_000);
    assertThat(late).isGreaterThan(300);
  }

  private static void shuffle(List<Integer> numbers, SplittableRandom random) {
    for (int i = numbers.size() - 1; i > 0; i--) {
      Collections.swap(numbers, i, random.nextInt(i + 1));
    }
  }
}
