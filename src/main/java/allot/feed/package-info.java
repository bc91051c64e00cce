/**
 * The network: price services, the one fetcher that all of them use, and what is kept of their
 * answers. Knows nothing of portfolios, the environment or the clock: roots, keys, directories and
 * the instant of the run come from outside.
 */
package allot.feed;
