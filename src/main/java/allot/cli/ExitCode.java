package allot.cli;

import allot.allocation.Verdict;
import allot.problem.Kind;

/** The exit codes, part of the contract. 1 is never used: a JVM that dies exits 1. */
final class ExitCode {
  static final int DONE = 0;
  static final int USAGE = 2;
  static final int FINDING = 10;
  static final int UNDECIDED = 20;
  private static final int DATA = 65;
  private static final int UNREADABLE = 66;
  private static final int SERVICE = 69;
  static final int DEFECT = 70;
  private static final int UNWRITABLE = 74;
  private static final int LOCKED = 75;

  private ExitCode() {}

  static int of(Kind kind) {
    return switch (kind) {
      case USAGE -> USAGE;
      case DATA -> DATA;
      case UNREADABLE -> UNREADABLE;
      case SERVICE -> SERVICE;
      case DEFECT -> DEFECT;
      case UNWRITABLE -> UNWRITABLE;
      case LOCKED -> LOCKED;
    };
  }

  /** What a verdict exits with; invalid files have a fault's own code. */
  static int of(Verdict.Status status) {
    return switch (status) {
      case IN_BAND -> DONE;
      case OUT_OF_BAND -> FINDING;
      case UNDECIDED -> UNDECIDED;
      case INVALID -> DATA;
    };
  }
}
