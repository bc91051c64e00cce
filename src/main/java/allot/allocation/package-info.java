/**
 * Portfolio, prices and an instant become a valuation; from it follow weights, drift, exposure,
 * what to find fault with and why. All of it exact. Knows no file, no format and no clock.
 */
package allot.allocation;
