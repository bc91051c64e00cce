package allot.cli;

import allot.money.CurrencyUnit;
import allot.price.PriceSource;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which price services to ask and what to make of their answers, as it was typed. */
final class ServiceOptions {
  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "ask this service alone: coingecko or defillama")
  private String source;

  @Option(
      names = "--cross-check",
      description = "ask both services and say where they differ by more than 3 %%")
  private boolean crossCheck;

  @Option(
      names = "--accept-jump",
      description = "take prices more than 60 %% away from those fetched before")
  private boolean acceptJump;

  @Option(
      names = "--api-key-file",
      paramLabel = "FILE",
      description = "a key of CoinGecko, in a file of mode 0600")
  private String apiKeyFile;

  /**
   * Refuses what does not go together.
   *
   * @param history whether closes are asked for
   */
  void validate(boolean history) {
    choice();
    if (crossCheck && source != null) {
      throw refused("--cross-check asks both services", "leave out --source");
    }
    if (history && (crossCheck || acceptJump)) {
      String which = crossCheck ? "--cross-check" : "--accept-jump";
      throw refused(which + " is of no use with --history", "leave it out");
    }
  }

  Services.Choice choice() {
    if (source == null) {
      return Services.Choice.BOTH;
    }
    return switch (source.toLowerCase(Locale.ROOT)) {
      case "coingecko" -> Services.Choice.COINGECKO;
      case "defillama" -> Services.Choice.DEFILLAMA;
      default ->
          throw refused(
              "--source " + source + " is no price service", "write coingecko or defillama");
    };
  }

  /** Refuses a service that could not be asked in that currency. */
  void refuseWithout(CurrencyUnit currency) {
    if (currency.equals(CurrencyUnit.USD)) {
      return;
    }
    if (choice() == Services.Choice.DEFILLAMA) {
      throw refused(
          "--source defillama has prices in USD alone, and the portfolio is in " + currency.code(),
          "leave it out");
    }
    if (crossCheck) {
      throw refused(
          "--cross-check has nothing to compare with: only CoinGecko has " + currency.code(),
          "leave it out");
    }
  }

  private static ProblemException refused(String what, String remedy) {
    return new ProblemException(Problem.usage(what, remedy));
  }

  Services services(Session session) {
    return new Services(session, Optional.ofNullable(apiKeyFile));
  }

  PriceSource quotes(Services services) {
    return services.quotes(choice(), acceptJump, crossCheck);
  }
}
