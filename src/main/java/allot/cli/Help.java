package allot.cli;

import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Spelling;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Help texts, and complaints about options, out of picocli's models. */
final class Help {
  static final int WIDTH = 80;

  /** Picocli has its columns of options narrower than this in no way. */
  private static final int LEAST_WIDTH = 55;

  private Help() {}

  /** What reads the options of a verb. */
  static CommandLine parser(Verb.Command command, Verb verb) {
    CommandLine parser = new CommandLine(command);
    parser.setCommandName("allot " + verb.label());
    parser.setExpandAtFiles(false);
    return parser;
  }

  /** The long form: help, and what the manual says of the verb. */
  static String ofTopic(Verb verb, int width) {
    return of(parser(verb.create(), verb), width) + "\n" + Manual.text(verb.label(), width);
  }

  static String of(CommandLine parser, int width) {
    nameFormats(parser.getCommandSpec());
    parser.setUsageHelpWidth(Math.max(LEAST_WIDTH, width));
    return parser.getUsageMessage(CommandLine.Help.Ansi.OFF);
  }

  /** Describes the option --format, which many verbs share, with the formats of this one. */
  static void nameFormats(CommandSpec spec) {
    OptionSpec format = spec.findOption("--format");
    if (format != null && spec.userObject() instanceof Verb.Command command) {
      spec.remove(format);
      spec.addOption(format.toBuilder().description(command.formats()).build());
    }
  }

  /** What is wrong with the arguments, in one line. */
  static ProblemException problem(ParameterException failure, Verb verb) {
    String help = "see `allot " + verb.label() + " --help`";
    if (failure instanceof UnmatchedArgumentException unmatched) {
      String argument = unmatched.getUnmatched().get(0);
      boolean option = argument.startsWith("-");
      List<String> options = options(failure);
      if (options.contains(name(argument))) {
        return new ProblemException(
            Problem.usage(argument + " stands behind `--`", "write options before it"));
      }
      String near = option ? Spelling.suggest(name(argument), options) : "";
      return new ProblemException(
          Problem.usage(
              (option ? "unknown option " : "unexpected argument ") + argument,
              near.isEmpty() ? help : near));
    }
    if (failure instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      CommandLine.Model.ArgSpec first = missing.getMissing().get(0);
      return new ProblemException(Problem.usage("missing " + first.paramLabel(), help));
    }
    String message = String.valueOf(failure.getMessage());
    int end = message.indexOf('\n');
    String line = end < 0 ? message : message.substring(0, end);
    return new ProblemException(
        Problem.usage(
            line.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + line.substring(1), help));
  }

  private static String name(String argument) {
    int equals = argument.indexOf('=');
    return equals < 0 ? argument : argument.substring(0, equals);
  }

  private static List<String> options(ParameterException failure) {
    List<String> names = new ArrayList<>();
    failure
        .getCommandLine()
        .getCommandSpec()
        .options()
        .forEach(option -> names.addAll(List.of(option.names())));
    return names;
  }
}
