package allot.statement;

import allot.money.CurrencyUnit;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What every format reads with.
 *
 * @param file as the user named it
 * @param currency in which values are kept; a value in another one is unknown
 * @param zone of times that state none, where the format does not say that they are UTC
 * @param coins finds what a code stands for
 * @param account overrides the statement's own accounts
 */
public record ReadingTerms(
    String file, CurrencyUnit currency, ZoneId zone, Coins coins, Optional<String> account) {

  /** The account of an exchange's rows: its own name, unless the user gave another. */
  public String account(String own) {
    return account.orElse(own);
  }

  public Entry.Origin at(long line) {
    return new Entry.Origin(file, line);
  }
}
