package allot.statement;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What an exchange says an account holds after one of its rows.
 *
 * @param wallet the part of the account it is of, {@code spot / main}; empty for all of it
 * @param quantity as stated
 */
public record Balance(
    Instant at,
    String account,
    String wallet,
    Coin coin,
    BigDecimal quantity,
    Entry.Origin origin) {}
