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
 * @param ending what became of a file; empty if none was meant
 * @param lost what that file knew before and does not any more, a line each
 */
public record Imported(
    List<Statement> statements,
    Ledger ledger,
    CurrencyUnit currency,
    Optional<String> ending,
    List<String> lost) {
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
