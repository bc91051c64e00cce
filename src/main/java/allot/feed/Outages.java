package allot.feed;

import allot.problem.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Services that failed, in words. */
final class Outages {
  private Outages() {}

  static Warning warning(String service, PriceService.Failure failure) {
    String remedy = failure.remedy().isEmpty() ? "" : "; " + failure.remedy();
    return Warning.of(Warning.Code.SERVICE, service + ": " + failure.reason() + remedy);
  }

  /** {@code CoinGecko: wants fewer requests (429), DeFi Llama: no answer within 8 s}. */
  static String reasons(Map<PriceService, PriceService.Failure> failed) {
    List<String> reasons = new ArrayList<>();
    failed.forEach((service, failure) -> reasons.add(service.name() + ": " + failure.reason()));
    return String.join(", ", reasons);
  }

  /** The first remedy that there is, else to wait. */
  static String remedy(Map<PriceService, PriceService.Failure> failed) {
    return failed.values().stream()
        .map(PriceService.Failure::remedy)
        .filter(remedy -> !remedy.isEmpty())
        .findFirst()
        .orElse("try again later");
  }
}
