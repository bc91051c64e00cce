package allot.cli;

import allot.allocation.Finding;
import allot.file.CheckState;
import allot.file.LockFile;
import allot.price.Timestamp;
import allot.render.CheckedFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The findings of the last run, held under a lock while this one compares its own with them. */
final class LastFindings implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private final Path file;
  private final Instant at;
  private final LockFile lock;
  private final Optional<CheckState> last;

  private LastFindings(Path file, Instant at, LockFile lock, Optional<CheckState> last) {
    this.file = file;
    this.at = at;
    this.lock = lock;
    this.last = last;
  }

  static LastFindings open(String name, Instant at) {
    Path file = Answer.path(name);
    LockFile lock = LockFile.acquire(file, PATIENCE);
    try {
      return new LastFindings(file, at, lock, CheckState.read(file));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private boolean isBackward() {
    return last.filter(state -> state.asOf().minus(CLOCK_TOLERANCE).isAfter(at)).isPresent();
  }

  /** Why this run cannot decide, if its clock is behind the last one's. */
  Optional<String> refuseBackwardClock() {
    return isBackward()
        ? Optional.of(
            "the clock, "
                + Timestamp.words(at, ZoneOffset.UTC)
                + ", is behind the last check, "
                + Timestamp.words(last.orElseThrow().asOf(), ZoneOffset.UTC))
        : Optional.empty();
  }

  boolean differFrom(List<CheckedFile> checked) {
    return last.isEmpty() || !last.get().findings().equals(fingerprints(checked));
  }

  /** The files that had findings and have none any more. */
  List<String> recovered(List<CheckedFile> checked) {
    List<String> recovered = new ArrayList<>();
    for (CheckedFile file : checked) {
      boolean had =
          last.map(state -> state.findings().getOrDefault(file.file(), List.of()))
              .filter(findings -> !findings.isEmpty())
              .isPresent();
      if (had && file.verdict().findings().isEmpty()) {
        recovered.add(file.file());
      }
    }
    return recovered;
  }

  /** Keeps this run's findings for the next; a run whose clock is behind keeps nothing. */
  void save(List<CheckedFile> checked) {
    if (!isBackward()) {
      new CheckState(at, fingerprints(checked)).write(file);
    }
  }

  /**
   * What makes findings the same from run to run: not their figures, which move with every price.
   */
  private static Map<String, List<String>> fingerprints(List<CheckedFile> checked) {
    Map<String, List<String>> byFile = new LinkedHashMap<>();
    for (CheckedFile file : checked) {
      List<String> fingerprints = new ArrayList<>();
      for (Finding finding : file.verdict().findings()) {
        fingerprints.add(fingerprint(finding));
      }
      byFile.put(file.file(), fingerprints);
    }
    return byFile;
  }

  private static String fingerprint(Finding finding) {
    StringBuilder text = new StringBuilder(finding.code().label());
    finding.bucket().ifPresent(bucket -> text.append(' ').append(bucket));
    finding.standing().ifPresent(standing -> text.append(' ').append(standing.status().label()));
    finding.asset().ifPresent(asset -> text.append(' ').append(asset));
    return text.toString();
  }

  @Override
  public void close() {
    lock.close();
  }
}
