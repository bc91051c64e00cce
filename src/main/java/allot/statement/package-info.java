/**
 * Exports in: a class for each exchange or tax tool turns rows into entries; the ledger turns
 * entries into holdings with lots, into gains and income. What a row does not say is unknown, never
 * zero, and no row is passed over without a word. Knows no portfolio file, no terminal, no clock.
 */
package allot.statement;
