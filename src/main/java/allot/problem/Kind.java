package allot.problem;

/**
 * What went wrong, as far as a caller can act on it. The command line maps each to an exit code.
 */
public enum Kind {
  /** An option or argument is wrong, or impossible for this portfolio. */
  USAGE,
  /** The content of a file is invalid. */
  DATA,
  /** A file cannot be opened or read. */
  UNREADABLE,
  /** A price service failed and nothing usable is cached. */
  SERVICE,
  /** A defect of the program itself. */
  DEFECT,
  /** Output could not be written. */
  UNWRITABLE,
  /** A lock is held by another process. */
  LOCKED
}
