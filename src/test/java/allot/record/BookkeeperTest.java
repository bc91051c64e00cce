package allot.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.catalog.Asset;
import allot.money.ExactDecimal;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.problem.Kind;
import allot.problem.ProblemException;
import allot.record.LotChoice.NamedLot;
import allot.tax.LotSelection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BookkeeperTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");
  private static final LotChoice FIFO = new LotChoice.Ordered(LotSelection.FIFO);
  private static final Portfolio LOTS =
      Books.read(
          """
          { "holdings": [
            { "asset": "TAO", "quantity": 6, "account": "a", "lots": [
              { "acquired": "2025-01-02", "quantity": 3, "cost": 10 },
              { "acquired": "2025-01-01", "quantity": 2, "cost": 100 },
              { "acquired": "2025-01-02", "quantity": 1, "cost": 7 } ] },
            { "asset": "TAO", "quantity": 9, "account": "a", "role": "frozen" } ] }
          """);

  private static BigDecimal n(String number) {
    return new BigDecimal(number);
  }

  private static Deal deal(String asset, String account, String units, String value, String fee) {
    Portfolio portfolio = Books.portfolio("TAO 1 a");
    Asset found = ((allot.catalog.Match.Found) portfolio.find(asset)).asset();
    return new Deal(found, account, n(units), n("1"), n(value), n(fee), DAY);
  }

  private static Entry buy(String asset, String account, String units, Payment payment) {
    Instant quoted = Instant.parse("2026-11-20T18:00:00Z");
    return new Entry.Buy(
        Origin.TYPED, deal(asset, account, units, "50.00", "0.5"), quoted, payment);
  }

  private static Entry sell(String account, String units, LotChoice lots, Payment payment) {
    return new Entry.Sell(Origin.TYPED, deal("TAO", account, units, "50.00", "0.5"), lots, payment);
  }

  private static Entry move(String units, String from, String to) {
    Asset tao = deal("TAO", "a", "1", "1", "0").asset();
    return new Entry.Move(Origin.TYPED, tao, n(units), from, to, FIFO);
  }

  private static Recording book(Portfolio portfolio, Entry... entries) {
    return Bookkeeper.book(portfolio, "p.json", List.of(entries));
  }

  private static ProblemException refusal(Portfolio portfolio, Entry... entries) {
    return catchThrowableOfType(ProblemException.class, () -> book(portfolio, entries));
  }

  private static List<String> after(Recording recording) {
    List<String> lines = new ArrayList<>();
    for (Holding holding : recording.after()) {
      StringBuilder line = new StringBuilder(holding.asset().symbol());
      line.append(' ').append(holding.account()).append(' ').append(plain(holding.quantity()));
      for (Lot lot : holding.lots()) {
        line.append(" | ").append(lot.acquired().map(LocalDate::toString).orElse("?"));
        line.append(' ').append(plain(lot.quantity()));
        line.append(' ').append(lot.cost().map(BookkeeperTest::plain).orElse("?"));
      }
      if (holding.lots().isEmpty()) {
        holding.cost().ifPresent(cost -> line.append(" cost ").append(plain(cost)));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static String plain(BigDecimal value) {
    return ExactDecimal.plain(value);
  }

  @Test
  void a_purchase_costs_its_value_and_its_fee() {
    assertThat(after(book(LOTS, buy("TAO", "a", "2", Payment.WHERE_HELD))).get(0))
        .endsWith("8 | 2025-01-02 3 10 | 2025-01-01 2 100 | 2025-01-02 1 7 | 2026-11-20 2 50.5");
  }

  @Test
  void a_frozen_holding_is_neither_added_to_nor_taken_from() {
    Portfolio frozen = Books.portfolio("TAO 9 a \"role\":\"frozen\"");
    assertThat(after(book(frozen, buy("TAO", "a", "2", Payment.WHERE_HELD))))
        .containsExactly("TAO a 9", "TAO a 2 | 2026-11-20 2 50.5");
    assertThat(refusal(frozen, sell("a", "1", FIFO, Payment.WHERE_HELD)))
        .hasMessage("a holds no tradable TAO; a holds 9, frozen");
  }

  @Test
  void the_method_decides_which_lots_go() {
    LotChoice lifo = new LotChoice.Ordered(LotSelection.LIFO);
    LotChoice hifo = new LotChoice.Ordered(LotSelection.HIFO);
    assertThat(after(book(LOTS, sell("a", "3", FIFO, Payment.ELSEWHERE))).get(0))
        .isEqualTo("TAO a 3 | 2025-01-02 2 6.66666667 | 2025-01-02 1 7");
    assertThat(after(book(LOTS, sell("a", "3", lifo, Payment.ELSEWHERE))).get(0))
        .isEqualTo("TAO a 3 | 2025-01-02 1 3.33333333 | 2025-01-01 2 100");
    assertThat(after(book(LOTS, sell("a", "3", hifo, Payment.ELSEWHERE))).get(0))
        .isEqualTo("TAO a 3 | 2025-01-02 3 10");
  }

  @Test
  void named_lots_of_one_date_are_told_apart_by_their_cost() {
    LotChoice named =
        new LotChoice.Named(
            List.of(
                new NamedLot(
                    Optional.of(LocalDate.parse("2025-01-02")), n("1"), Optional.of(n("7.00")))));
    assertThat(after(book(LOTS, sell("a", "1", named, Payment.ELSEWHERE))).get(0))
        .isEqualTo("TAO a 5 | 2025-01-02 3 10 | 2025-01-01 2 100");
    LotChoice both =
        new LotChoice.Named(
            List.of(
                new NamedLot(
                    Optional.of(LocalDate.parse("2025-01-02")), n("4"), Optional.empty())));
    assertThat(after(book(LOTS, sell("a", "4", both, Payment.ELSEWHERE))).get(0))
        .isEqualTo("TAO a 2 | 2025-01-01 2 100");
  }

  @Test
  void proceeds_are_divided_to_the_cent() {
    List<LotLine> lots = book(LOTS, sell("a", "6", FIFO, Payment.ELSEWHERE)).lots();
    assertThat(lots)
        .extracting(line -> plain(line.sale().orElseThrow().proceeds()))
        .containsExactly("16.5", "24.75", "8.25");
  }

  @Test
  void a_cost_without_lots_falls_in_proportion() {
    Portfolio cost = Books.portfolio("TAO 3 a \"total_cost\":10");
    assertThat(after(book(cost, sell("a", "1", FIFO, Payment.ELSEWHERE))))
        .containsExactly("TAO a 2 cost 6.66666667");
    assertThat(after(book(cost, sell("a", "3", FIFO, Payment.ELSEWHERE))))
        .containsExactly("TAO a 0 cost 0");
  }

  @Test
  void units_without_lots_become_one_when_others_join_them() {
    assertThat(
            after(
                book(
                    Books.portfolio("TAO 3 a \"avg_price\":2"),
                    buy("TAO", "a", "1", Payment.WHERE_HELD))))
        .containsExactly("TAO a 4 | ? 3 6 | 2026-11-20 1 50.5");
    assertThat(after(book(Books.portfolio("TAO 3 a"), buy("TAO", "a", "1", Payment.WHERE_HELD))))
        .containsExactly("TAO a 4 | ? 3 ? | 2026-11-20 1 50.5");
    assertThat(
            after(
                book(
                    Books.portfolio("TAO 0 a \"avg_price\":2"),
                    buy("TAO", "a", "1", Payment.WHERE_HELD))))
        .containsExactly("TAO a 1 | 2026-11-20 1 50.5");
  }

  @Test
  void a_move_carries_lots_and_what_is_unknown_stays_unknown() {
    assertThat(after(book(LOTS, move("3", "a", "b"))))
        .contains("TAO a 3 | 2025-01-02 2 6.66666667 | 2025-01-02 1 7")
        .contains("TAO b 3 | 2025-01-01 2 100 | 2025-01-02 1 3.33333333");
    assertThat(after(book(Books.portfolio("TAO 3 a, TAO 1 b"), move("2", "a", "b"))))
        .containsExactly("TAO a 1", "TAO b 3");
    assertThat(
            after(book(Books.portfolio("TAO 3 a \"total_cost\":9, TAO 1 b"), move("2", "a", "b"))))
        .containsExactly("TAO a 1 cost 3", "TAO b 3 | ? 1 ? | ? 2 6");
    assertThat(
            after(book(Books.portfolio("TAO 3 a, TAO 1 b \"total_cost\":5"), move("2", "a", "b"))))
        .containsExactly("TAO a 1", "TAO b 3 | ? 1 5 | ? 2 ?");
  }

  @Test
  void cash_follows_where_there_is_a_row_of_it() {
    Portfolio cash = Books.portfolio("TAO 3 a, USD 30 a, USD 30 a, TAO 1 b");
    assertThat(after(book(cash, buy("TAO", "a", "1", Payment.WHERE_HELD))))
        .contains("USD a 0", "USD a 9.5");
    assertThat(after(book(cash, sell("a", "1", FIFO, Payment.WHERE_HELD)))).contains("USD a 79.5");
    assertThat(after(book(cash, sell("b", "1", FIFO, Payment.WHERE_HELD)))).hasSize(4);
    assertThat(after(book(cash, sell("b", "1", FIFO, Payment.ALWAYS)))).contains("USD b 49.5");
    ProblemException refusal = refusal(cash, buy("TAO", "b", "1", Payment.ALWAYS));
    assertThat(refusal.kind()).isEqualTo(Kind.DATA);
    assertThat(refusal).hasMessageStartingWith("p.json: b holds 0.00 USD of cash, 50.50 USD are");
  }

  @Test
  void cash_counts_when_all_is_booked() {
    Portfolio cash = Books.portfolio("TAO 3 a, USD 3 a");
    assertThat(
            after(
                book(
                    cash,
                    buy("AKT", "a", "1", Payment.WHERE_HELD),
                    sell("a", "1", FIFO, Payment.WHERE_HELD))))
        .contains("USD a 2");
  }

  @Test
  void lots_that_do_not_add_up_are_refused_with_the_difference() {
    Portfolio apart = Books.portfolio("TAO 3 a \"lots\":[{\"quantity\":5}]");
    for (Entry entry :
        List.of(
            sell("a", "1", FIFO, Payment.ELSEWHERE),
            buy("TAO", "a", "1", Payment.ELSEWHERE),
            move("1", "a", "b"))) {
      ProblemException refusal = refusal(apart, entry);
      assertThat(refusal.kind()).isEqualTo(Kind.DATA);
      assertThat(refusal)
          .hasMessageStartingWith("p.json: TAO in a: the lots hold 5, the holding 3: 2 apart");
    }
  }

  @Test
  void a_plan_that_no_longer_fits_is_the_file_s_problem() {
    Entry planned =
        new Entry.Sell(
            Origin.ofPlan("trade", 2), deal("TAO", "a", "7", "50", "0"), FIFO, Payment.ELSEWHERE);
    assertThat(refusal(LOTS, planned).kind()).isEqualTo(Kind.DATA);
    assertThat(refusal(LOTS, planned))
        .hasMessageStartingWith("p.json: trade 2: a holds 6 tradable");
  }

  @Test
  void numbers_that_no_file_holds_are_refused() {
    Portfolio huge = Books.portfolio("TAO 1e30 a");
    assertThat(refusal(huge, buy("TAO", "a", "1e-30", Payment.ELSEWHERE)))
        .hasMessageContaining("would have a number that");
  }
}
