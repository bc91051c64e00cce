/**
 * Exact amounts: decimals with bounds, fractions, percent, money, and apportionment by largest
 * remainder. Rounding is always a parameter. Knows the JDK alone; holds no double.
 */
package allot.money;
