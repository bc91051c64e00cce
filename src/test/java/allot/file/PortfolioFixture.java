package allot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.catalog.AssetCatalog;
import allot.money.ExactDecimal;
import allot.portfolio.Holding;
import allot.portfolio.Lot;
import allot.portfolio.Portfolio;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Warning;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads portfolio files in tests, and shows what was read and what is wrong as lines of text. */
final class PortfolioFixture {
  private PortfolioFixture() {}

  static Portfolio read(String json) {
    InputFile file = InputFile.of("p.json", json.getBytes(StandardCharsets.UTF_8));
    return PortfolioFile.read(file, AssetCatalog.builtIn());
  }

  /** A file with a version and these members beside it. */
  static String versioned(String members) {
    return "{ \"version\": 1, " + members + " }";
  }

  /** A file with a version and one holding of TAO with these members. */
  static String holding(String members) {
    return versioned("\"holdings\": [ { \"asset\": \"TAO\", " + members + " } ]");
  }

  static ProblemException refusal(String json) {
    ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> read(json));
    assertThat(refusal).as(json).isNotNull();
    return refusal;
  }

  /** The lines of all problems listed. */
  static List<String> problems(String json) {
    return lines(refusal(json));
  }

  /** The same without the positions. */
  static List<String> said(String json) {
    List<String> said = new ArrayList<>();
    for (String line : problems(json)) {
      said.add(line.replaceFirst("^p\\.json:\\d+:\\d+: ", ""));
    }
    return said;
  }

  static List<String> lines(ProblemException refusal) {
    List<String> lines = new ArrayList<>();
    for (Problem problem : refusal.problems()) {
      lines.add(problem.line());
    }
    return lines;
  }

  /** All that a user could see of the problems. */
  static String everything(ProblemException refusal) {
    return JsonFixture.everything(refusal);
  }

  /** {@code id quantity} of every holding, with the cost and the account where there are any. */
  static List<String> holdings(Portfolio portfolio) {
    List<String> lines = new ArrayList<>();
    for (Holding holding : portfolio.holdings()) {
      StringBuilder line = new StringBuilder(holding.asset().id());
      line.append(' ').append(ExactDecimal.plain(holding.quantity()));
      holding.cost().ifPresent(cost -> line.append(" cost ").append(ExactDecimal.plain(cost)));
      line.append(holding.account().isEmpty() ? "" : " at " + holding.account());
      lines.add(line.toString());
    }
    return lines;
  }

  static List<String> holdings(String json) {
    return holdings(read(json));
  }

  /** Date, quantity and cost of every lot. */
  static List<String> lots(List<Lot> lots) {
    List<String> lines = new ArrayList<>();
    for (Lot lot : lots) {
      lines.add(
          lot.acquired().map(LocalDate::toString).orElse("?")
              + " "
              + ExactDecimal.plain(lot.quantity())
              + " cost "
              + lot.cost().map(ExactDecimal::plain).orElse("?"));
    }
    return lines;
  }

  static List<String> warnings(Portfolio portfolio) {
    List<String> lines = new ArrayList<>();
    for (Warning warning : portfolio.warnings()) {
      lines.add(warning.code().label() + ": " + warning.message());
    }
    return lines;
  }

  static List<String> warnings(String json) {
    return warnings(read(json));
  }

  static String resource(String name) {
    try (InputStream in = PortfolioFixture.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
