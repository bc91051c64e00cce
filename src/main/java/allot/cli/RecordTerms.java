package allot.cli;

import allot.catalog.Asset;
import allot.catalog.Match;
import allot.portfolio.Holding;
import allot.portfolio.Portfolio;
import allot.portfolio.Role;
import allot.portfolio.TaxProfile;
import allot.portfolio.TaxProfile.Method;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Spelling;
import allot.tax.LotSelection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What words mean in one portfolio at one instant.
 *
 * @param at the instant that counts as now
 */
record RecordTerms(Portfolio portfolio, Instant at) {

  LocalDate today() {
    return at.atZone(portfolio.zone()).toLocalDate();
  }

  /** When a price of a date held: now, if that is today, else from the beginning of the day. */
  Instant quoted(LocalDate date) {
    return date.equals(today()) ? at : date.atStartOfDay(portfolio.zone()).toInstant();
  }

  /** What is recorded has happened. */
  void refuseFuture(LocalDate date) {
    if (date.isAfter(today())) {
      throw usage(
          "--date " + date + " is in the future, today is " + today(),
          "record it when it has happened");
    }
  }

  Method method() {
    return portfolio.tax().map(TaxProfile::method).orElse(Method.FIFO);
  }

  /** The order in which lots go; the least tax is not looked for here. */
  LotSelection order() {
    return switch (method()) {
      case FIFO -> LotSelection.FIFO;
      case LIFO -> LotSelection.LIFO;
      case HIFO, MIN_TAX -> LotSelection.HIFO;
    };
  }

  Asset asset(String written) {
    Match match = portfolio.find(written);
    if (match instanceof Match.Found found) {
      return found.asset();
    }
    if (match instanceof Match.Ambiguous ambiguous) {
      throw usage(written + " is a symbol of several assets", "write " + ambiguous.choices());
    }
    String near = Spelling.suggest(written, portfolio.catalog().names());
    throw usage(
        written + " is in no catalogue and not held", near.isEmpty() ? "see `allot assets`" : near);
  }

  /** The account as the file writes it, which may be in another case. */
  String account(String written) {
    String found = written;
    for (Holding holding : portfolio.holdings()) {
      if (holding.account().equals(written)) {
        return written;
      }
      if (found.equals(written) && holding.account().equalsIgnoreCase(written)) {
        found = holding.account();
      }
    }
    return found;
  }

  /** The account that is meant when none is named. */
  String accountOf(Asset asset) {
    Predicate<Holding> same = holding -> holding.asset().id().equals(asset.id());
    Predicate<Holding> tradable = same.and(holding -> holding.role() == Role.TRADABLE);
    List<Predicate<Holding>> narrowToWide =
        List.of(tradable.and(Holding::isHeld), tradable, same, holding -> true);
    for (Predicate<Holding> which : narrowToWide) {
      Set<String> accounts = new LinkedHashSet<>();
      portfolio.holdings().stream().filter(which).forEach(h -> accounts.add(h.account()));
      if (accounts.size() == 1) {
        return accounts.iterator().next();
      }
      if (!accounts.isEmpty()) {
        boolean held = portfolio.holdings().stream().anyMatch(same);
        throw usage(
            asset.symbol() + (held ? " is in several accounts" : " is in no account yet"),
            choices(accounts));
      }
    }
    return "";
  }

  private static String choices(Set<String> accounts) {
    List<String> names = new ArrayList<>();
    accounts.forEach(name -> names.add(name.isEmpty() ? "\"\"" : name));
    return "write --account with one of " + String.join(", ", names);
  }

  private static ProblemException usage(String what, String remedy) {
    return new ProblemException(Problem.usage(what, remedy));
  }
}
