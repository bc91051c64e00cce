package allot.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Many exact decimals, some of them unknown, in nine bytes each; those of more than 18 digits are
 * kept as they are.
 */
final class DecimalColumn {
  private static final int CHUNK = 1 << 12;
  private static final int DIGITS = 18;

  /** Scales that no number in nine bytes has. */
  private static final byte UNKNOWN = Byte.MIN_VALUE;

  private static final byte LONG = Byte.MIN_VALUE + 1;

  private final List<long[]> digits = new ArrayList<>();
  private final List<byte[]> scales = new ArrayList<>();
  private final Map<Integer, BigDecimal> longOnes = new HashMap<>();
  private int size;

  void add(Optional<BigDecimal> number) {
    int at = size++ % CHUNK;
    if (at == 0) {
      digits.add(new long[CHUNK]);
      scales.add(new byte[CHUNK]);
    }
    byte[] scale = scales.get(scales.size() - 1);
    if (number.isEmpty()) {
      scale[at] = UNKNOWN;
      return;
    }
    BigDecimal known = number.get();
    if (known.precision() > DIGITS || known.scale() > Byte.MAX_VALUE || known.scale() <= LONG) {
      scale[at] = LONG;
      longOnes.put(size - 1, known);
      return;
    }
    scale[at] = (byte) known.scale();
    digits.get(digits.size() - 1)[at] = known.unscaledValue().longValue();
  }

  Optional<BigDecimal> get(int row) {
    int at = row % CHUNK;
    byte scale = scales.get(row / CHUNK)[at];
    if (scale == UNKNOWN) {
      return Optional.empty();
    }
    return scale == LONG
        ? Optional.ofNullable(longOnes.get(row))
        : Optional.of(BigDecimal.valueOf(digits.get(row / CHUNK)[at], scale));
  }
}
