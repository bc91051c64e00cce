package allot.render;

import allot.catalog.Asset;
import allot.file.InputFile;
import allot.money.ExactDecimal;
import allot.money.Fraction;
import allot.problem.Warning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What all JSON documents share: their inputs, their warnings, and how they write numbers. */
public final class Envelope {
  private static final int MONEY_DECIMALS = 8;
  private static final int PERCENT_DECIMALS = 10;
  private static final int SHARE_DECIMALS = 12;

  private Envelope() {}

  /** A file that was read. */
  public record Input(String file, String sha256) {}

  /** A warning as documents write it; the asset is null if it is about none. */
  public record Notice(String code, String message, @Nullable String asset) {}

  /** The files that were read, with their hashes. */
  public static List<Input> inputs(List<InputFile> files) {
    List<Input> inputs = new ArrayList<>(files.size());
    for (InputFile file : files) {
      inputs.add(new Input(file.name(), file.sha256()));
    }
    return inputs;
  }

  /** An asset's id; null for one that no catalogue knows. */
  static @Nullable String id(Asset asset) {
    return asset.isKnown() ? asset.id() : null;
  }

  static List<Notice> notices(List<Warning> warnings) {
    List<Notice> notices = new ArrayList<>(warnings.size());
    for (Warning warning : warnings) {
      notices.add(
          new Notice(warning.code().label(), warning.message(), warning.asset().orElse(null)));
    }
    return notices;
  }

  /** Computed money: at most 8 decimals, half-even; null if unknown. */
  static @Nullable BigDecimal money(Optional<BigDecimal> amount) {
    return amount.map(Envelope::money).orElse(null);
  }

  static BigDecimal money(BigDecimal amount) {
    BigDecimal rounded =
        amount.scale() > MONEY_DECIMALS
            ? amount.setScale(MONEY_DECIMALS, RoundingMode.HALF_EVEN)
            : amount;
    return ExactDecimal.normal(rounded);
  }

  /** A percentage: at most 10 decimals, half-even; null if unknown. */
  static @Nullable BigDecimal percent(Optional<Fraction> percent) {
    return percent.map(Envelope::percent).orElse(null);
  }

  static BigDecimal percent(Fraction percent) {
    return ExactDecimal.normal(percent.rounded(PERCENT_DECIMALS, RoundingMode.HALF_EVEN));
  }

  /** A share from 0 to 1 or a count: at most 12 decimals, half-even; null if unknown. */
  static @Nullable BigDecimal share(Optional<Fraction> share) {
    return share
        .map(s -> ExactDecimal.normal(s.rounded(SHARE_DECIMALS, RoundingMode.HALF_EVEN)))
        .orElse(null);
  }

  /** Money of a fraction, as {@link #money(BigDecimal)}. */
  static @Nullable BigDecimal moneyOf(Optional<Fraction> amount) {
    return amount
        .map(a -> ExactDecimal.normal(a.rounded(MONEY_DECIMALS, RoundingMode.HALF_EVEN)))
        .orElse(null);
  }
}
