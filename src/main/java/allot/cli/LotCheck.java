package allot.cli;

import allot.money.ExactDecimal;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Refuses to work with lots that do not add up to what they are lots of. */
final class LotCheck {
  private static final int MOST_LISTED = 20;

  private LotCheck() {}

  /**
   * @param file the portfolio's, as the user named it
   * @throws ProblemException of kind DATA that names every tradable holding whose lots differ
   */
  static void refuseDifferences(Portfolio portfolio, String file) {
    List<Problem> problems = new ArrayList<>();
    for (Holding holding : portfolio.holdings()) {
      BigDecimal inLots =
          holding.lots().stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
      boolean differ = !holding.lots().isEmpty() && inLots.compareTo(holding.quantity()) != 0;
      if (differ && holding.role() == Role.TRADABLE && !portfolio.isOwnCash(holding.asset())) {
        problems.add(
            Problem.ofFile(
                Kind.DATA, file, inWords(holding, inLots), "correct the lots or the quantity"));
      }
    }
    if (!problems.isEmpty()) {
      int listed = Math.min(problems.size(), MOST_LISTED);
      throw new ProblemException(problems.subList(0, listed), problems.size() - listed);
    }
  }

  private static String inWords(Holding holding, BigDecimal inLots) {
    return holding.asset().symbol()
        + (holding.account().isEmpty() ? "" : " in " + holding.account())
        + ": the lots hold "
        + ExactDecimal.plain(inLots)
        + ", the holding "
        + ExactDecimal.plain(holding.quantity())
        + ": "
        + ExactDecimal.plain(inLots.subtract(holding.quantity()).abs())
        + " apart";
  }
}
