package allot.render;

import allot.record.Recording;
import java.time.Instant;
import java.util.Optional;

/**
 * What was written into a portfolio file, or would be.
 *
 * @param at the instant that counted as now
 * @param file as the user named it
 * @param plan the id of the plan whose entries they are
 * @param remark why there was nothing to record; else empty
 * @param isDryRun whether it was only to be seen
 */
public record Recorded(
    Recording recording,
    Instant at,
    String file,
    Optional<String> plan,
    String remark,
    boolean isDryRun) {

  /** Whether there was nothing to record. */
  public boolean isNothing() {
    return recording.entries().isEmpty();
  }

  /** Whether the file is another now. */
  public boolean isWritten() {
    return !isNothing() && !isDryRun;
  }

  /** Where the old content stays. */
  public String backup() {
    return file + ".bak";
  }
}
