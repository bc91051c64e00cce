/**
 * Plans of buys: dates, amounts, ladders of limit orders and their chances. May use allocation and
 * what that imports. Money is exact; only chances are doubles, until they are rounded. Knows no
 * file, no format and no clock.
 */
package allot.dca;
