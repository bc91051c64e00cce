package allot.statement;

import allot.money.CurrencyUnit;
import allot.price.PriceHistory;
import allot.tax.LotSelection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;

/**
 * How entries become lots.
 *
 * @param zone of the dates of lots and disposals
 * @param fillMissing whether what was never bought becomes a lot without date and cost
 * @param history daily closes, for values that statements do not tell; maybe none
 * @param told the local dates whose disposals and income are kept, for those of a long history take
 *     more room than all else
 * @param now what is dated later is told
 */
public record LedgerTerms(
    CurrencyUnit currency,
    ZoneId zone,
    LotSelection selection,
    boolean fillMissing,
    PriceHistory history,
    Predicate<LocalDate> told,
    Instant now) {}
