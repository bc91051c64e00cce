package allot.file;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A plan that was printed as JSON, as far as recording it needs. */
public sealed interface PlanDocument {

  /** The plan's id. */
  String plan();

  /** When the plan was made. */
  Instant asOf();

  /** The code of the currency of all its money. */
  String currency();

  /**
   * A document allot.rebalance/1.
   *
   * @param cash new money; negative: a withdrawal
   * @param trades numbered from 1 in this order
   * @param residue by how much the trades and the new money change the cash held
   */
  record Rebalance(
      String plan,
      Instant asOf,
      String currency,
      BigDecimal cash,
      List<Trade> trades,
      List<Transfer> transfers,
      BigDecimal residue)
      implements PlanDocument {}

  /** A document allot.dca/1. */
  record Dca(String plan, Instant asOf, String currency, List<Instalment> instalments)
      implements PlanDocument {}

  /** Names an asset: by its id, and where it has none, or for people, by what is written. */
  record Name(String asset, Optional<String> id) {}

  /** A trade; its lots are those that a sale takes, where it names any. */
  record Trade(
      boolean isSale,
      Name asset,
      String account,
      BigDecimal quantity,
      BigDecimal price,
      BigDecimal value,
      BigDecimal fee,
      List<Lot> lots) {}

  /** Units of a lot that a sale takes. */
  record Lot(Optional<LocalDate> acquired, BigDecimal quantity, Optional<BigDecimal> cost) {}

  /** Money that moves between two accounts. */
  record Transfer(String from, String to, BigDecimal amount) {}

  /**
   * An instalment.
   *
   * @param done whether its date had passed when the plan was made: it has no orders
   * @param kept money that stays cash
   */
  record Instalment(
      int n,
      LocalDate date,
      boolean done,
      List<Order> orders,
      BigDecimal kept,
      List<Funding> funding) {}

  /** A buy; the amount is what leaves the pocket, the fee included. */
  record Order(
      Name asset,
      String account,
      BigDecimal quantity,
      BigDecimal price,
      BigDecimal amount,
      BigDecimal fee) {}

  /** What is held and pays for an instalment. */
  record Funding(Name asset, String account, BigDecimal quantity, BigDecimal amount) {}
}
