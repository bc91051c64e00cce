package allot.price;

import allot.problem.Warning;
import java.util.List;
import java.util.Map;

/**
 * What came of asking for prices: for every asset either a quote or the reason why there is none.
 *
 * @param quotes by asset id, in the order asked
 * @param gaps by asset id, in the order asked
 * @param warnings what the user should know about where the quotes come from
 */
public record LiveQuotes(
    Map<String, Quote> quotes, Map<String, Gap> gaps, List<Warning> warnings) {}
