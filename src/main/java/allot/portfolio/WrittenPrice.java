package allot.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A price as the portfolio file gives it.
 *
 * @param value per unit, in the portfolio's currency, zero or more
 * @param asOf the instant it was quoted; empty if the file does not say
 */
public record WrittenPrice(BigDecimal value, Optional<Instant> asOf) {}
