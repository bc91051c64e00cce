package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class ManualTest {

  @ParameterizedTest
  @EnumSource(Verb.class)
  void every_verb_has_a_text_and_exit_codes_of_its_own(Verb verb) {
    List<String> lines = Manual.lines(verb.label());
    assertThat(lines).as(verb.label()).contains("== Exit status", "== Environment");
    assertThat(lines).filteredOn(line -> line.startsWith("0:: ")).hasSize(1);
    assertThat(lines).filteredOn(line -> line.startsWith("2:: ")).hasSize(1);
    assertThat(Pages.run("help", verb.label()))
        .startsWith("Examples:\n")
        .contains("Usage: allot " + verb.label())
        .contains("EXIT STATUS\n", "ENVIRONMENT\n")
        .doesNotContain("::")
        .matches(text -> text.lines().allMatch(line -> line.length() <= 80));
  }

  @Test
  void verbs_tell_only_the_exit_codes_they_have() {
    assertThat(Manual.lines("assets")).noneMatch(line -> line.startsWith("10:: "));
    assertThat(Manual.lines("record")).noneMatch(line -> line.startsWith("20:: "));
    assertThat(Manual.lines("init")).anyMatch(line -> line.startsWith("74:: the file exists"));
    assertThat(Manual.lines("report")).noneMatch(line -> line.startsWith("75:: "));
  }

  @Test
  void help_alone_is_the_overview_and_what_all_verbs_share() {
    assertThat(Pages.run("help")).startsWith(Pages.run("--help")).contains("ENVIRONMENT\n");
  }

  @Test
  void manual_pages_are_made_of_all_verbs_their_summaries_and_their_examples() {
    CommandLine all = new CommandLine(new ManualPages());
    assertThat(all.getSubcommands()).hasSize(Verb.values().length);
    for (Verb verb : Verb.values()) {
      var usage = all.getSubcommands().get(verb.label()).getCommandSpec().usageMessage();
      assertThat(usage.header()).containsExactly(verb.summary());
      assertThat(usage.footer()).anyMatch(line -> line.contains("allot " + verb.label()));
      assertThat(usage.footer()).contains("== Exit status", "== See also", "*allot*(1)");
      assertThat(String.join("", usage.footer())).doesNotContain("−");
    }
  }

  @Test
  void the_manual_names_the_environment_that_the_program_reads() {
    assertThat(String.join("\n", Manual.lines("allot")))
        .contains(
            "ALLOT_PORTFOLIO",
            "NO_COLOR",
            "COINGECKO_DEMO_API_KEY",
            "COINGECKO_PRO_API_KEY",
            "COINGECKO_BASE_URL",
            "DEFILLAMA_BASE_URL",
            "HTTPS_PROXY",
            "XDG_CACHE_HOME");
  }
}
