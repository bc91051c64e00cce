package allot.record;

import allot.catalog.Asset;
import allot.money.ExactDecimal;
import allot.money.Money;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says why an entry cannot be booked. */
final class Refusals {
  private static final String REPLAN = "the holdings have changed since the plan; plan again";

  private final Portfolio portfolio;
  private final String file;

  /**
   * @param file the portfolio's, as the user named it
   */
  Refusals(Portfolio portfolio, String file) {
    this.portfolio = portfolio;
    this.file = file;
  }

  /** How a message calls an account. */
  static String account(String name) {
    return name.isEmpty() ? "the account without a name" : name;
  }

  ProblemException tooMuch(
      Origin origin, Asset asset, String account, BigDecimal held, BigDecimal wanted) {
    String has =
        held.signum() == 0
            ? " holds no tradable " + asset.symbol()
            : " holds " + plain(held) + " tradable " + asset.symbol() + ", not " + plain(wanted);
    List<String> others = new ArrayList<>();
    portfolio.holdings().stream()
        .filter(h -> h.asset().id().equals(asset.id()) && h.quantity().signum() > 0)
        .filter(h -> !h.account().equals(account) || h.role() != Role.TRADABLE)
        .forEach(
            h ->
                others.add(
                    account(h.account())
                        + " holds "
                        + plain(h.quantity())
                        + (h.role() == Role.TRADABLE ? "" : ", " + h.role().label())));
    String remedy = origin.kind() == Kind.DATA ? REPLAN : String.join("; ", others);
    return refused(origin, account(account) + has, remedy);
  }

  /** Lots that do not add up are the file's fault, whoever needs them. */
  ProblemException lotsApart(Row row) {
    BigDecimal apart = row.lotsBeyondQuantity();
    String message =
        row.holding().asset().symbol()
            + " in "
            + account(row.holding().account())
            + ": the lots hold "
            + plain(row.quantity().add(apart))
            + ", the holding "
            + plain(row.quantity())
            + ": "
            + plain(apart.abs())
            + " apart";
    return new ProblemException(
        Problem.ofFile(Kind.DATA, file, message, "make them agree before recording trades"));
  }

  ProblemException noLotOf(
      Origin origin, Asset asset, String account, LocalDate date, List<Row.Parcel> held) {
    List<String> dates = new ArrayList<>();
    for (Row.Parcel parcel : held) {
      String known = parcel.left().orElseThrow().acquired().map(LocalDate::toString).orElse("");
      if (!known.isEmpty() && !dates.contains(known)) {
        dates.add(known);
      }
    }
    String message =
        account(account) + " holds no lot of " + asset.symbol() + " acquired on " + date;
    String remedy =
        dates.isEmpty() ? "its lots have no dates" : "its lots are of " + String.join(", ", dates);
    return refused(origin, message, remedy);
  }

  ProblemException lotTooSmall(
      Origin origin,
      Asset asset,
      String account,
      Optional<LocalDate> acquired,
      BigDecimal held,
      BigDecimal wanted) {
    String message =
        account(account)
            + " holds "
            + plain(held)
            + " "
            + asset.symbol()
            + acquired.map(date -> " acquired on " + date).orElse(" without a date")
            + ", not "
            + plain(wanted);
    return refused(origin, message, origin.kind() == Kind.DATA ? REPLAN : "");
  }

  ProblemException notYetHeld(
      Origin origin, Asset asset, String account, LocalDate date, BigDecimal held) {
    String message =
        account(account)
            + " held "
            + plain(held)
            + " "
            + asset.symbol()
            + " on "
            + date
            + ", the other lots are younger";
    return refused(origin, message, "check the date");
  }

  ProblemException acquiredLater(Origin origin, LocalDate acquired, LocalDate date) {
    return refused(
        origin,
        "a lot acquired on " + acquired + " cannot have been sold on " + date,
        "check the dates");
  }

  /**
   * @param sales numbers of the plan's sales that are to bring money there
   */
  ProblemException tooLittleCash(
      String account, BigDecimal held, BigDecimal needed, List<Integer> sales) {
    String message =
        account(account) + " holds " + money(held) + " of cash, " + money(needed) + " are needed";
    String numbers = String.join(",", sales.stream().map(String::valueOf).toList());
    String remedy =
        sales.isEmpty()
            ? "write the money that came in into the file first"
            : sales.size() == 1
                ? "record trade " + numbers + " first or with it, the sale that brings it"
                : "record trades " + numbers + " first or with it, the sales that bring it";
    return new ProblemException(Problem.ofFile(Kind.DATA, file, message, remedy));
  }

  ProblemException outOfBounds(Kind kind, Row row, String reason) {
    return refused(
        new Origin("", 0, kind),
        row.holding().asset().symbol()
            + " in "
            + account(row.holding().account())
            + " would have a number that "
            + reason,
        "");
  }

  private static String plain(BigDecimal number) {
    return ExactDecimal.plain(number);
  }

  private String money(BigDecimal amount) {
    return Money.of(amount, portfolio.currency()).format();
  }

  private ProblemException refused(Origin origin, String message, String remedy) {
    String said = origin.label().isEmpty() ? message : origin.label() + ": " + message;
    return new ProblemException(
        origin.kind() == Kind.DATA
            ? Problem.ofFile(Kind.DATA, file, said, remedy)
            : Problem.of(origin.kind(), said, remedy));
  }
}
