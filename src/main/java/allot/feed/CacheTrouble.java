package allot.feed;

import allot.problem.Place;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Warning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What went wrong with a cache, each thing said once: a run goes on without it. */
final class CacheTrouble {
  private final List<Warning> warnings = new ArrayList<>();
  private final Set<Path> unreadable = new HashSet<>();
  private boolean unwritable;

  List<Warning> warnings() {
    return List.copyOf(warnings);
  }

  /** A file holds what this version does not understand, or nobody lets us read it. */
  void unreadable(Path file, ProblemException why) {
    if (unreadable.add(file)) {
      Problem problem = why.problems().get(0);
      String path = problem.place().map(Place::path).orElse("");
      String reason = path.isEmpty() ? problem.message() : path + " " + problem.message();
      add(
          "the cache "
              + file
              + " cannot be read ("
              + reason
              + ") and is left alone; delete it to start anew");
    }
  }

  /** Something cannot be kept; what hinders one file mostly hinders all. */
  void unwritable(ProblemException why) {
    if (!unwritable) {
      unwritable = true;
      Problem problem = why.problems().get(0);
      String place = problem.place().map(at -> at.file() + " ").orElse("");
      add("what was fetched is not cached: " + place + problem.message());
    }
  }

  private void add(String message) {
    warnings.add(Warning.of(Warning.Code.CACHE, message));
  }
}
