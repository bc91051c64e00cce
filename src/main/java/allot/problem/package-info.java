/**
 * How things go wrong: a problem with its place, an excerpt with a caret, the one exception that
 * carries problems, and warnings that travel beside a result. Knows the JDK alone; knows nothing of
 * exit codes, terminals or files' formats.
 */
package allot.problem;
