/**
 * Trades that bring a portfolio back to its mix: how much of what, in which account, out of which
 * lots, with fees and tax, and the alternatives. May use allocation and tax and what they import.
 * Money is exact; the simplex solver alone works in doubles, and what it proposes is computed again
 * exactly. Knows no file, no format and no clock.
 */
package allot.rebalance;
