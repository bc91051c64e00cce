/**
 * Prices as facts in time: quotes with a source, how fresh they are, and the book they are looked
 * up in. Knows assets, not portfolios; fetches nothing.
 */
package allot.price;
