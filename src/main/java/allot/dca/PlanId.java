package allot.dca;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/** Names a plan by what makes it the same plan on another day: never by the holdings. */
public final class PlanId {
  private static final int BYTES = 6;

  private PlanId() {}

  /**
   * @param portfolio its name; empty counts as {@code allot}
   * @param rhythm the cadence as it was written
   * @param start the first date
   */
  public static String of(String portfolio, String rhythm, LocalDate start) {
    String key = (portfolio.isEmpty() ? "allot" : portfolio) + "\n" + rhythm + "\n" + start;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return "dca-" + HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
