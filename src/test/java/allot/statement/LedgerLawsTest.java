package allot.statement;

import static org.assertj.core.api.Assertions.assertThat;

import allot.Law;
import allot.money.Apportionment;
import allot.portfolio.Lot;
import allot.tax.LotPart;
import allot.tax.LotSelection;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Laws of ledgers (RELIABILITY section 5, laws 7 to 9). */
class LedgerLawsTest {
  private static Statement file(String name, List<Entry> entries) {
    return new Statement(
        name,
        "kraken",
        false,
        entries.size(),
        List.copyOf(entries),
        new BitSet(),
        List.of(),
        List.of());
  }

  private static Ledger ledger(LotSelection selection, Statement... files) {
    return LotLedger.of(List.of(files), Story.terms(ZoneOffset.UTC, selection, false));
  }

  private static LotSelection selection(SplittableRandom random) {
    return LotSelection.values()[random.nextInt(3)];
  }

  private static BigDecimal quantity(Optional<Leg> leg, Coin coin) {
    return leg.filter(some -> some.coin().is(coin)).map(Leg::quantity).orElse(BigDecimal.ZERO);
  }

  private static <T> List<T> shuffled(List<T> items, SplittableRandom random) {
    List<T> shuffled = new ArrayList<>(items);
    Collections.shuffle(shuffled, new Random(random.nextLong()));
    return shuffled;
  }

  private static List<Object> content(Ledger ledger) {
    return List.of(
        ledger.positions(),
        ledger.disposals(),
        ledger.income(),
        ledger.missing(),
        ledger.accounts());
  }

  @Test
  void what_came_less_what_went_is_held_and_no_lot_is_below_zero() {
    Law.holds(
        random -> {
          List<Entry> entries = RandomHistory.any(random).entries();
          Ledger ledger = ledger(selection(random), file("a.csv", entries));
          for (Coin coin : RandomHistory.COINS) {
            BigDecimal net = BigDecimal.ZERO;
            for (Entry entry : entries) {
              net = net.add(quantity(entry.in(), coin));
              net = net.subtract(quantity(entry.out(), coin)).subtract(quantity(entry.fee(), coin));
            }
            for (Ledger.Missing lack : ledger.missing()) {
              net = lack.symbol().equals(coin.code()) ? net.add(lack.quantity()) : net;
            }
            assertThat(held(ledger, coin)).isEqualByComparingTo(net);
          }
        });
  }

  private static BigDecimal held(Ledger ledger, Coin coin) {
    BigDecimal held = BigDecimal.ZERO;
    for (Ledger.Position position : ledger.positions()) {
      BigDecimal lots = BigDecimal.ZERO;
      for (Lot lot : position.lots()) {
        assertThat(lot.quantity().signum()).isPositive();
        assertThat(lot.cost().map(BigDecimal::signum).orElse(0)).isNotNegative();
        lots = lots.add(lot.quantity());
      }
      assertThat(lots).isEqualByComparingTo(position.quantity());
      held = position.coin().is(coin) ? held.add(lots) : held;
    }
    return held;
  }

  @Test
  void what_was_paid_is_in_what_went_and_in_what_is_left_to_the_last_unit() {
    Law.holds(
        random -> {
          RandomHistory history = RandomHistory.funded(random);
          Ledger ledger = ledger(selection(random), file("a.csv", history.entries()));
          BigDecimal cost = BigDecimal.ZERO;
          for (Ledger.Disposal part : ledger.disposals()) {
            cost = cost.add(part.cost().orElseThrow());
          }
          for (Ledger.Position position : ledger.positions()) {
            for (Lot lot : position.lots()) {
              cost = cost.add(lot.cost().orElseThrow());
            }
          }
          assertThat(ledger.missing()).isEmpty();
          assertThat(cost).isEqualByComparingTo(history.cost());
        });
  }

  @Test
  void neither_the_order_of_files_nor_that_of_rows_changes_anything() {
    Law.holds(
        random -> {
          LotSelection selection = selection(random);
          List<Entry> entries = RandomHistory.any(random).entries();
          int half = entries.size() / 2;
          Statement one = file("a.csv", entries.subList(0, half));
          Statement two = file("b.csv", entries.subList(half, entries.size()));
          Statement oneShuffled = file("a.csv", shuffled(one.entries(), random));
          Statement twoShuffled = file("b.csv", shuffled(two.entries(), random));
          assertThat(ledger(selection, twoShuffled, oneShuffled))
              .isEqualTo(ledger(selection, one, two));
        });
  }

  @Test
  void importing_twice_or_in_files_that_overlap_is_importing_once() {
    Law.holds(
        random -> {
          LotSelection selection = selection(random);
          List<Entry> entries = RandomHistory.any(random).entries();
          entries.sort(EntryOrder.ORDER);
          int size = entries.size();
          Statement all = file("a.csv", entries);
          Statement first = file("a.csv", entries.subList(0, size * 2 / 3));
          Statement last = file("a.csv", entries.subList(size / 3, size));
          List<Object> once = content(ledger(selection, all));
          assertThat(content(ledger(selection, all, all))).isEqualTo(once);
          assertThat(content(ledger(selection, first, all))).isEqualTo(once);
          if (random.nextBoolean()) {
            assertThat(content(ledger(selection, all, last, first))).isEqualTo(once);
          }
        });
  }

  @Test
  void ids_change_nothing_but_what_is_counted_once() {
    Law.holds(
        random -> {
          LotSelection selection = selection(random);
          List<Entry> entries = RandomHistory.any(random).entries();
          List<Entry> named = new ArrayList<>();
          for (Entry entry : entries) {
            named.add(withId(entry, "id" + named.size()));
          }
          List<String> once = Story.positions(ledger(selection, file("a.csv", entries)));
          Statement old = file("a.csv", shuffled(entries, random));
          Statement later = file("b.csv", shuffled(named, random));
          assertThat(Story.positions(ledger(selection, old, later))).hasSameSizeAs(once);
          assertThat(quantities(ledger(selection, later, old, later)))
              .isEqualTo(quantities(ledger(selection, file("a.csv", entries))));
        });
  }

  private static List<String> quantities(Ledger ledger) {
    return ledger.positions().stream()
        .map(position -> position.coin().code() + Story.plain(position.quantity()))
        .sorted()
        .toList();
  }

  private static Entry withId(Entry e, String id) {
    return new Entry(
        e.kind(),
        e.at(),
        e.account(),
        e.in(),
        e.out(),
        e.fee(),
        e.value(),
        e.feeValue(),
        e.toAccount(),
        e.label(),
        e.hash(),
        id,
        e.origin());
  }

  @Test
  void transfers_conserve_lots_and_dates() {
    Law.holds(
        random -> {
          Story story = Story.told();
          BigDecimal all = BigDecimal.ZERO;
          int buys = 1 + random.nextInt(6);
          for (int i = 0; i < buys; i++) {
            BigDecimal units = BigDecimal.valueOf(1 + random.nextLong(1_000), random.nextInt(4));
            all = all.add(units);
            story.on("2026-01-0" + (1 + i)).trade(units + " TAO", random.nextInt(999) + " USD");
          }
          LotSelection selection = selection(random);
          Statement before = story.statement();
          story.on("2026-02-01").transfer(all + " TAO", all + " TAO", "Ledger");
          story.on("2026-02-01T00:30:00Z").in("Ledger").withdrawal(all + " TAO");
          story.on("2026-02-01T09:00:00Z").in("Cold").deposit(all + " TAO");
          Ledger moved = ledger(selection, story.statement());
          Ledger stayed = ledger(selection, before);
          assertThat(moved.positions()).hasSize(1);
          assertThat(moved.positions().get(0).account()).isEqualTo("Cold");
          assertThat(moved.positions().get(0).lots()).isEqualTo(stayed.positions().get(0).lots());
        });
  }

  @Test
  void lots_go_as_the_selection_of_the_tax_room_takes_them() {
    Law.holds(
        random -> {
          LotSelection selection = selection(random);
          Story story = Story.told();
          List<Lot> lots = new ArrayList<>();
          BigDecimal held = BigDecimal.ZERO;
          LocalDate day = LocalDate.of(2024, 1, 1);
          for (int i = 0; i < 20; i++) {
            day = day.plusDays(1);
            BigDecimal units = BigDecimal.valueOf(1 + random.nextLong(500), random.nextInt(3));
            if (held.compareTo(units) < 0 || random.nextBoolean()) {
              BigDecimal cost = BigDecimal.valueOf(random.nextLong(100_000), 2);
              story.on(day.toString()).trade(units + " TAO", cost + " USD");
              lots.add(new Lot(Optional.of(day), units, Optional.of(cost)));
              held = held.add(units);
            } else {
              story.on(day.toString()).trade("7 USD", units + " TAO");
              held = held.subtract(units);
              for (LotPart part : selection.take(lots, units)) {
                int at = lots.indexOf(part.lot());
                lots.remove(at);
                part.rest().ifPresent(rest -> lots.add(at, rest));
              }
            }
          }
          List<String> expected = lots.stream().map(lot -> lot.acquired() + text(lot)).toList();
          List<String> actual =
              ledger(selection, story.statement()).positions().stream()
                  .flatMap(position -> position.lots().stream())
                  .map(lot -> lot.acquired() + text(lot))
                  .toList();
          assertThat(actual).isEqualTo(expected);
        });
  }

  private static String text(Lot lot) {
    return " " + Story.plain(lot.quantity()) + " " + Story.plain(lot.cost().orElseThrow());
  }

  @Test
  void quick_shares_are_the_shares_of_the_largest_remainder() {
    Law.holds(
        random -> {
          List<Batch> parts = new ArrayList<>();
          List<BigDecimal> weights = new ArrayList<>();
          for (int i = 2 + random.nextInt(5); i > 0; i--) {
            BigDecimal units = BigDecimal.valueOf(1 + random.nextLong(50), random.nextInt(3));
            parts.add(Batch.unknown(i, units));
            weights.add(units);
          }
          BigDecimal whole = BigDecimal.valueOf(random.nextLong(1_000_000), random.nextInt(9));
          List<Long> quick = new ArrayList<>();
          for (long share : QuickShares.of(whole, 8, parts).orElseThrow()) {
            quick.add(share);
          }
          BigInteger units = whole.setScale(8).unscaledValue();
          assertThat(quick)
              .isEqualTo(
                  Apportionment.split(units, weights).stream()
                      .map(BigInteger::longValueExact)
                      .toList());
        });
  }
}
