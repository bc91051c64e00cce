package allot.simulate;

import java.util.List;

/**
 * What became of one block of paths.
 *
 * @param hold the strategy that does nothing
 * @param firstOutFromTarget as the book of holding has it, had the mix been at its target today
 * @param books one for each policy
 * @param finals values on the last of the days asked for, by strategy and path; holding first
 * @param fees money that trades have cost up to then, likewise
 * @param chart values by chart day and path
 */
@SuppressWarnings("ArrayRecordComponent") // made by one, read by one
record BlockResult(
    Book hold,
    int[] firstOutFromTarget,
    List<Book> books,
    double[][] finals,
    double[][] fees,
    double[][] chart) {}
