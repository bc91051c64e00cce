package allot.render;

import allot.record.Recording;
import java.time.Instant;
import java.util.Optional;

/**
 * What was written into a portfolio file.
 *
 * @param at the instant that counted as now
 * @param file as the user named it
 * @param plan the id of the plan whose entries they are
 * @param remark why there was nothing to record, or what else there is to say; may be empty
 */
public record Recorded(
    Recording recording, Instant at, String file, Optional<String> plan, String remark) {

  /** Whether nothing was recorded, and so no file written. */
  public boolean isNothing() {
    return recording.entries().isEmpty();
  }

  /** Where the old content stays. */
  public String backup() {
    return file + ".bak";
  }
}
