/**
 * The command line: verbs, options, exit codes. The only room that knows the terminal, the
 * environment and the clock; it calculates nothing.
 */
package allot.cli;
