package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import allot.problem.Kind;
import allot.problem.ProblemException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryOptionTest {
  @Test
  void an_asset_may_stand_before_the_file() {
    assertThat(HistoryOption.parse("TAO=x/closes.csv"))
        .isEqualTo(new HistoryOption(Optional.of("TAO"), "x/closes.csv"));
    assertThat(HistoryOption.parse("TAO=a=b.csv").file()).isEqualTo("a=b.csv");
    assertThat(HistoryOption.parse("TAO=-").file()).isEqualTo("-");
  }

  @Test
  void without_an_asset_it_is_a_file() {
    assertThat(HistoryOption.parse("closes.csv"))
        .isEqualTo(new HistoryOption(Optional.empty(), "closes.csv"));
    assertThat(HistoryOption.parse("./a=b.csv").file()).isEqualTo("./a=b.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=closes.csv", "TAO=", "="})
  void half_of_the_form_is_wrong_usage(String text) {
    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, () -> HistoryOption.parse(text));
    assertThat(refusal.kind()).isEqualTo(Kind.USAGE);
  }
}
