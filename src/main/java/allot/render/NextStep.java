package allot.render;

import allot.allocation.Allocation;
import allot.allocation.BucketShare;
import allot.allocation.BucketShare.Status;
import allot.allocation.Finding;
import allot.allocation.Verdict;
import allot.money.CurrencyUnit;
import allot.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What a report ends with: what to do next.
 *
 * @param text one sentence
 * @param calm whether there is nothing to do
 */
public record NextStep(String text, boolean calm) {
  private static final int NAMED = 5;

  public static NextStep of(Allocation allocation, Verdict verdict) {
    if (verdict.findings().isEmpty()) {
      return new NextStep("nothing to do: every bucket is in band", true);
    }
    List<String> unpriced = assets(verdict, Finding.Code.NO_PRICE, Finding.Code.FUTURE_PRICE);
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
            : trades + " to be back on target",
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
    List<String> trades = new ArrayList<>();
    for (BucketShare share : allocation.shares()) {
      share
          .standing()
          .filter(s -> s.status() != Status.IN)
          .ifPresent(
              s -> {
                Money money = Money.of(s.toTarget().abs(), currency);
                String verb = s.toTarget().signum() < 0 ? "sell " : "buy ";
                trades.add(verb + money.format() + " of " + share.bucket());
              });
    }
    return String.join(", ", trades);
  }

  Lines lines() {
    return new Lines(
        List.of(Cell.of("Next: " + text, calm ? Tone.GOOD : Tone.STRONG)), Marker.NONE);
  }
}
