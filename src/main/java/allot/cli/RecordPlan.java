package allot.cli;

import allot.catalog.Asset;
import allot.catalog.Match;
import allot.file.PlanDocument;
import allot.file.PlanDocument.Dca;
import allot.file.PlanDocument.Name;
import allot.file.PlanDocument.Rebalance;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.record.Entry;
import allot.record.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan of which entries are to be recorded.
 *
 * @param recorded the entries of it that are recorded already
 */
record RecordPlan(
    RecordRequest.Plan request, PlanDocument document, RecordTerms terms, List<Integer> recorded) {

  /**
   * What is to be booked of a plan.
   *
   * @param numbers of the entries, in order; none if there is nothing to record
   * @param remark why there is nothing to record; else empty
   */
  record Chosen(List<Integer> numbers, List<Entry> entries, String remark) {}

  Chosen chosen() {
    String currency = terms.portfolio().currency().code();
    if (!document.currency().equals(currency)) {
      throw wrong("is in " + document.currency() + ", the portfolio in " + currency, "");
    }
    request.date().ifPresent(terms::refuseFuture);
    return document instanceof Dca dca
        ? new RecordDca(this, dca).chosen()
        : new RecordRebalance(this, (Rebalance) document).chosen();
  }

  Asset tradable(Name name, Origin origin) {
    Asset asset = find(name, origin);
    if (terms.portfolio().isOwnCash(asset)) {
      throw wrong(origin.label() + ": " + asset.symbol() + " is cash and not traded", "");
    }
    return asset;
  }

  Asset find(Name name, Origin origin) {
    List<String> written = new ArrayList<>(name.id().map(List::of).orElse(List.of()));
    written.add(name.asset());
    for (String word : written) {
      if (terms.portfolio().find(word) instanceof Match.Found found) {
        return found.asset();
      }
    }
    throw wrong(
        origin.label() + ": " + name.asset() + " names no asset of the catalogue or the file", "");
  }

  ProblemException twice(String noun, List<Integer> numbers, List<Integer> rest) {
    List<Integer> known = new ArrayList<>(numbers);
    known.removeAll(rest);
    String message =
        noun
            + (known.size() == 1 ? " " : "s ")
            + joined(known)
            + (known.size() == 1 ? " is" : " are")
            + " recorded already";
    return wrong(message, rest.isEmpty() ? "" : "record the rest with --only " + joined(rest));
  }

  private static String joined(List<Integer> numbers) {
    return String.join(",", numbers.stream().map(String::valueOf).toList());
  }

  ProblemException wrong(String message, String remedy) {
    return new ProblemException(Problem.ofFile(Kind.DATA, request.plan(), message, remedy));
  }

  static ProblemException usage(String what, String remedy) {
    return new ProblemException(Problem.usage(what, remedy));
  }
}
