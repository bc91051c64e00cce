package allot.rebalance;

import allot.money.ExactDecimal;
import allot.tax.LotSale;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * Names a plan of trades by what it was made of and what it does: the same files, instant and
 * trades have the same name. A book that has taken the trades in is another file, so a later plan
 * has another name even if it looks the same.
 */
public final class RebalanceId {
  private static final int BYTES = 6;

  private RebalanceId() {}

  /**
   * @param hashes of the files that were read
   */
  public static String of(List<String> hashes, RebalancePlan plan) {
    StringBuilder key = new StringBuilder(String.join("\n", hashes));
    key.append('\n').append(plan.before().valuation().at());
    key.append('\n').append(plan.residue());
    for (Trade trade : plan.trades()) {
      key.append('\n').append(trade.side().label());
      field(key, trade.asset().id());
      field(key, trade.account());
      field(key, ExactDecimal.plain(trade.quantity()));
      field(key, ExactDecimal.plain(trade.price()));
      key.append('\t').append(trade.value()).append('\t').append(trade.fee());
      for (LotSale sale : trade.lots()) {
        field(key, sale.part().lot().acquired().map(LocalDate::toString).orElse(""));
        field(key, ExactDecimal.plain(sale.part().quantity()));
      }
    }
    return "rebalance-" + digest(key.toString());
  }

  private static void field(StringBuilder key, String value) {
    key.append('\t').append(value);
  }

  private static String digest(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
