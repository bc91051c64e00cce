package allot.cli;

import allot.problem.Problem;
import allot.problem.ProblemException;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    header = {
      "Examples:",
      "  source <(allot completion bash)",
      "  allot completion zsh > ~/.allot-completion.zsh   # then source it in ~/.zshrc",
      "  allot completion fish > ~/.config/fish/completions/allot.fish",
      ""
    },
    description = {"%nPrints a completion script for a shell: bash, zsh or fish.%n"})
final class CompletionCommand implements Verb.Command {
  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish")
  private String shell;

  @Mixin private PlainOptions options = new PlainOptions();

  @Override
  public int run(Session session) {
    CommandLine all = new CommandLine(CommandSpec.create().name("allot"));
    for (Verb verb : Verb.values()) {
      CommandLine command = new CommandLine(verb.create());
      Help.nameFormats(command.getCommandSpec());
      command.getCommandSpec().usageMessage().description(verb.summary());
      all.addSubcommand(verb.label(), command);
    }
    String script =
        switch (shell) {
          case "bash", "zsh" -> bash(all);
          case "fish" -> fish(all);
          default ->
              throw new ProblemException(
                  Problem.usage("no completion for " + shell, "write bash, zsh or fish"));
        };
    Answer.write(session, options.file(), script);
    return ExitCode.DONE;
  }

  /** picocli turns the completion of file names off; our arguments are mostly files. */
  private static String bash(CommandLine all) {
    return generated(all).replace("  type compopt &>/dev/null && compopt +o default\n", "");
  }

  /** picocli numbers its variables in the digits of the default locale, which may be Arabic. */
  private static String generated(CommandLine all) {
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.ROOT);
    try {
      return AutoComplete.bash("allot", all);
    } finally {
      Locale.setDefault(locale);
    }
  }

  private static String fish(CommandLine all) {
    StringBuilder script = new StringBuilder("complete -c allot -f\n");
    all.getSubcommands()
        .forEach(
            (verb, command) -> {
              String summary = command.getCommandSpec().usageMessage().description()[0];
              script.append("complete -c allot -n __fish_use_subcommand -a ").append(verb);
              script.append(" -d ").append(quoted(summary)).append('\n');
              for (OptionSpec option : command.getCommandSpec().options()) {
                appendOption(script, verb, option);
              }
              script.append("complete -c allot -F -n '__fish_seen_subcommand_from ");
              script.append(verb).append("'\n");
            });
    return script.toString();
  }

  private static void appendOption(StringBuilder script, String verb, OptionSpec option) {
    script.append("complete -c allot -n '__fish_seen_subcommand_from ").append(verb).append("'");
    for (String name : option.names()) {
      script
          .append(name.startsWith("--") ? " -l " : " -s ")
          .append(name.substring(name.startsWith("--") ? 2 : 1));
    }
    script.append(option.arity().max() > 0 ? " -r" : "");
    script.append(" -d ").append(quoted(String.join(" ", option.description()))).append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
