package allot.render;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.allocation.BucketShare.Standing;
import allot.allocation.BucketShare.Status;
import allot.allocation.Finding;
import allot.allocation.Verdict;
import allot.money.CurrencyUnit;
import allot.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a report ends with: what to do next.
 *
 * @param text one sentence
 * @param calm whether there is nothing to do
 */
record NextStep(String text, boolean calm) {
  private static final int NAMED = 5;

  static NextStep of(Allocation allocation, Verdict verdict) {
    if (verdict.findings().isEmpty()) {
      return new NextStep("nothing to do: every bucket is in band", true);
    }
    List<String> future = assets(verdict, Finding.Code.FUTURE_PRICE);
    if (!future.isEmpty()) {
      return new NextStep(
          "correct the date of the prices of "
              + join(future)
              + ", which is later than the valuation",
          false);
    }
    List<String> unpriced = assets(verdict, Finding.Code.NO_PRICE);
    if (!unpriced.isEmpty()) {
      return new NextStep(
          "give a price of " + join(unpriced) + ", with --price ASSET=PRICE or --prices FILE",
          false);
    }
    List<String> stale = assets(verdict, Finding.Code.STALE_PRICE);
    if (!stale.isEmpty()) {
      return new NextStep(
          "refresh the prices of " + join(stale) + " before you decide, with --prices FILE", false);
    }
    if (verdict.status() == Verdict.Status.UNDECIDED) {
      return new NextStep("list what you hold in the file", false);
    }
    String trades = trades(allocation);
    List<String> offPeg = assets(verdict, Finding.Code.OFF_PEG);
    return new NextStep(
        trades.isEmpty()
            ? "look at " + join(offPeg) + ", which is off its peg; every bucket is in band"
            : trades + deposit(allocation),
        false);
  }

  private static List<String> assets(Verdict verdict, Finding.Code... codes) {
    List<String> assets = new ArrayList<>();
    for (Finding finding : verdict.findings()) {
      if (List.of(codes).contains(finding.code())) {
        finding.asset().ifPresent(assets::add);
      }
    }
    return assets;
  }

  private static String join(List<String> names) {
    return names.size() <= NAMED
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
  }

  private static String trades(Allocation allocation) {
    CurrencyUnit currency = allocation.valuation().portfolio().currency();
    List<String> buys = new ArrayList<>();
    List<String> sells = new ArrayList<>();
    for (BucketShare share : allocation.shares()) {
      Optional<Standing> out = share.standing().filter(s -> s.status() != Status.IN);
      if (out.isPresent()) {
        BigDecimal amount = out.get().toTarget();
        String trade = Money.of(amount.abs(), currency).format() + " of " + share.bucket();
        (amount.signum() < 0 ? sells : buys).add(trade);
      }
    }
    List<String> clauses = new ArrayList<>();
    if (!sells.isEmpty()) {
      clauses.add("sell " + list(sells));
    }
    if (!buys.isEmpty()) {
      clauses.add("buy " + list(buys));
    }
    return String.join("; ", clauses);
  }

  private static String list(List<String> items) {
    int last = items.size() - 1;
    return last == 0
        ? items.get(0)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  /** The other way back, which sells nothing, where there is one. */
  private static String deposit(Allocation allocation) {
    CurrencyUnit currency = allocation.valuation().portfolio().currency();
    return allocation
        .depositToTarget()
        .map(d -> d.rounded(currency.decimals(), RoundingMode.CEILING))
        .map(d -> "; or deposit " + Money.of(d, currency).format() + " and sell nothing")
        .orElse("");
  }

  Lines lines() {
    return new Lines(
        List.of(Cell.of("Next: " + text, calm ? Tone.GOOD : Tone.STRONG)), Marker.NONE);
  }
}
