/**
 * Trades that happened, booked on a portfolio: quantities, lots, costs and cash after them. Pure:
 * the outcome is a value, written by others. May use rebalance and dca and what they import. Knows
 * no file, no format, no option and no clock.
 */
package allot.record;
