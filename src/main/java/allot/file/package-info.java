/**
 * Files in and out: a strict JSON reader that knows where everything stands, the portfolio and
 * price files read with it, input within bounds, atomic output, locks. Of all rooms only this one,
 * {@code feed} and {@code render} know Jackson. Knows no terminal, no clock and no exit code.
 */
package allot.file;
