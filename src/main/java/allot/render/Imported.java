package allot.render;

import allot.money.CurrencyUnit;
import allot.statement.Ledger;
import allot.statement.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Statements, and what they came to.
 *
 * @param currency of all money
 * @param written the file that was written; empty if none was
 * @param lost what that file knew before and does not any more, a line each
 * @param backup where the old content of that file is; empty if there was none
 */
public record Imported(
    List<Statement> statements,
    Ledger ledger,
    CurrencyUnit currency,
    Optional<String> written,
    List<String> lost,
    Optional<String> backup) {
  public Imported {
    lost = List.copyOf(lost);
    statements = List.copyOf(statements);
  }

  int faults() {
    int faults = 0;
    for (Statement statement : statements) {
      faults += statement.faults().size();
    }
    return faults;
  }
}
