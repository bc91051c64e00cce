package allot.render;

import allot.allocation.Allocation;
import allot.allocation.Finding;
import allot.allocation.Verdict;
import allot.file.InputFile;
import allot.problem.Warning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One file of a check and what became of it.
 *
 * @param file as the user named it
 * @param allocation empty if the file could not be read
 * @param inputs the files read for it
 */
public record CheckedFile(
    String file,
    Verdict verdict,
    Optional<Allocation> allocation,
    List<Warning> warnings,
    List<InputFile> inputs) {

  /** The findings that speak of the portfolio, not of what keeps the check from deciding. */
  public List<Finding> decided() {
    return verdict.findings().stream().filter(f -> !f.code().isUndecided()).toList();
  }

  /** What keeps the check from deciding. */
  public List<Finding> undecided() {
    return verdict.findings().stream()
        .filter(f -> f.code().isUndecided() && f.code() != Finding.Code.INVALID)
        .toList();
  }

  /** The warnings that bear on the decision and that no finding has said already. */
  public List<Warning> unsaidWarnings() {
    Set<String> said = new HashSet<>();
    for (Finding finding : verdict.findings()) {
      said.add(finding.message());
    }
    List<Warning> unsaid = new ArrayList<>();
    for (Warning warning : warnings) {
      if (!said.isEmpty() && bears(warning) && !said.contains(warning.message())) {
        unsaid.add(warning);
      }
    }
    return unsaid;
  }

  /** Whether a warning casts doubt on weights; advice on the mix says the same every day. */
  private static boolean bears(Warning warning) {
    return switch (warning.code()) {
      case SECTOR_COUNT, SECTOR_SHARE, CONCENTRATION, LOW_CONFIDENCE, COST_UNKNOWN -> false;
      default -> true;
    };
  }

  /** The same file with another verdict. */
  public CheckedFile with(Verdict other) {
    return new CheckedFile(file, other, allocation, warnings, inputs);
  }
}
