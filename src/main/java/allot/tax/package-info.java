/**
 * US tax rules for property as pure functions over lots: holding periods, the order in which a sale
 * takes lots, the tax of a year with netting, wash sales. Rates come from the user's file. Knows no
 * price, no plan, no file and no clock.
 */
package allot.tax;
