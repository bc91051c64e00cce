/**
 * What a price history says about a mix: returns, models of what may happen, and how a band fares
 * in them. Statistics, so doubles are at home here, and none of them flows back into money. The
 * same seed gives the same bits on every JDK and with any number of threads: StrictMath or own
 * functions, one generator for each block of paths, sums in fixed order. May use dca, rebalance and
 * what those import. Knows no file, no format and no clock.
 */
package allot.simulate;
