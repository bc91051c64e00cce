package allot.cli;

import allot.money.ExactDecimal;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.statement.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a portfolio file knew of the imported accounts, and the statements do not. */
final class LostLots {
  private LostLots() {}

  /** A line for each holding that goes, and for each whose dates or costs do. */
  static List<String> of(Portfolio before, Ledger ledger) {
    List<String> lost = new ArrayList<>();
    for (Holding holding : before.holdings()) {
      if (holding.isHeld()
          && !before.isOwnCash(holding.asset())
          && ledger.accounts().stream().anyMatch(holding.account()::equalsIgnoreCase)) {
        loss(holding, ledger).ifPresent(lost::add);
      }
    }
    return lost;
  }

  private static Optional<String> loss(Holding holding, Ledger ledger) {
    String what = holding.asset().symbol() + " in " + holding.account();
    for (Ledger.Position position : ledger.positions()) {
      if (position.account().equalsIgnoreCase(holding.account())
          && position.coin().asset().id().equals(holding.asset().id())) {
        boolean knew =
            !holding.lots().isEmpty() && holding.lots().stream().allMatch(LostLots::isKnown);
        return knew && !position.lots().stream().allMatch(LostLots::isKnown)
            ? Optional.of(
                what + ": dates or costs; import the account it came from in the same run")
            : Optional.empty();
      }
    }
    return Optional.of(
        what
            + ": "
            + ExactDecimal.plain(holding.quantity())
            + ", which these statements do not hold");
  }

  private static boolean isKnown(Lot lot) {
    return lot.acquired().isPresent() && lot.cost().isPresent();
  }
}
