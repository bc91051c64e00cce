package allot.portfolio;

import java.util.Locale;
import java.util.Optional;

/** What may be done with a holding. */
public enum Role {
  TRADABLE,
  /** Staked or vesting: counts, is never traded. */
  FROZEN,
  /** Listed, not counted; needs no price. */
  EXCLUDED;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> parse(String text) {
    return switch (text) {
      case "tradable" -> Optional.of(TRADABLE);
      case "frozen" -> Optional.of(FROZEN);
      case "excluded" -> Optional.of(EXCLUDED);
      default -> Optional.empty();
    };
  }
}
