package allot.cli;

import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Spelling;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** One command line: finds the verb, parses its options, runs it, and says what went wrong. */
final class CommandLineRun {
  private static final String VERSION = "allot 0.1.0";

  private final Session session;

  CommandLineRun(Session session) {
    this.session = session;
  }

  int run(String[] args) {
    try {
      return dispatch(args);
    } catch (ProblemException e) {
      session.tell(e);
      return ExitCode.of(e.kind());
    } catch (RuntimeException | Error e) {
      return defect(e);
    }
  }

  private int dispatch(String[] args) {
    String first = args.length == 0 ? "--help" : args[0];
    Optional<Verb> verb = Verb.find(first);
    if (verb.isPresent()) {
      return run(verb.get(), Arrays.copyOfRange(args, 1, args.length));
    }
    switch (first) {
      case "-h", "--help", "help":
        String whole =
            first.equals("help") ? help(Arrays.asList(args).subList(1, args.length)) : overview();
        Answer.write(session, Optional.empty(), whole);
        return ExitCode.DONE;
      case "-V", "--version":
        Answer.write(session, Optional.empty(), VERSION + "\n");
        return ExitCode.DONE;
      default:
        throw unknown(first);
    }
  }

  /** The long form of help, of a verb or of all. */
  private static String help(List<String> arguments) {
    int width = Help.WIDTH;
    List<String> topics = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--width") && i + 1 < arguments.size()) {
        width = OutputOptions.columns(arguments.get(++i));
      } else if (argument.startsWith("--width=")) {
        width = OutputOptions.columns(argument.substring("--width=".length()));
      } else {
        topics.add(argument);
      }
    }
    if (topics.size() > 1) {
      throw new ProblemException(
          Problem.usage("help tells of one verb at a time", "leave out " + topics.get(1)));
    }
    if (topics.isEmpty() || topics.get(0).equals("help")) {
      return overview() + "\n" + Manual.text("allot", width);
    }
    Verb verb = Verb.find(topics.get(0)).orElseThrow(() -> unknown(topics.get(0)));
    return Help.ofTopic(verb, width);
  }

  private static ProblemException unknown(String first) {
    List<String> verbs = new ArrayList<>();
    for (Verb verb : Verb.values()) {
      verbs.add(verb.label());
    }
    String near = Spelling.suggest(first, verbs);
    String what = first.startsWith("-") ? "unknown option " : "unknown command ";
    return new ProblemException(
        Problem.usage(what + first, near.isEmpty() ? "see `allot --help`" : near));
  }

  private static String overview() {
    StringBuilder text = new StringBuilder(512);
    text.append("Examples:\n")
        .append("  allot init                        write a starter portfolio.json\n")
        .append("  allot report                      how the portfolio stands to its target\n")
        .append("  allot check && echo all is well    decide by the exit code\n\n")
        .append("allot keeps a crypto-AI portfolio on its target mix. It calculates, and shows\n")
        .append("how; it never trades and gives no advice.\n\n")
        .append("Usage: allot VERB [FILE] [OPTIONS]\n\n");
    for (Verb verb : Verb.values()) {
      text.append("  ").append(verb.label());
      text.append(" ".repeat(12 - verb.label().length())).append(verb.summary()).append('\n');
    }
    return text.append(
            "\n`allot VERB --help` tells more, `allot help VERB` all there is to say. FILE is a\n")
        .append(
            "path, or - for standard input; without it $ALLOT_PORTFOLIO, else portfolio.json.\n")
        .toString();
  }

  private int run(Verb verb, String[] args) {
    Verb.Command command = verb.create();
    CommandLine parser = Help.parser(command, verb);
    if (Arrays.asList(args).contains("--debug")) {
      session.debug();
    }
    try {
      CommandLine.ParseResult parsed = parser.parseArgs(args);
      if (parsed.isUsageHelpRequested()) {
        Answer.write(session, Optional.empty(), Help.of(parser, Help.WIDTH));
        return ExitCode.DONE;
      }
      if (parsed.isVersionHelpRequested()) {
        Answer.write(session, Optional.empty(), VERSION + "\n");
        return ExitCode.DONE;
      }
    } catch (CommandLine.ParameterException e) {
      throw Help.problem(e, verb);
    }
    return command.run(session);
  }

  /** Exits 70, even if there is no memory left to say why. */
  private int defect(Throwable failure) {
    try {
      tell(failure);
    } catch (RuntimeException | Error e) {
      return ExitCode.DEFECT;
    }
    return ExitCode.DEFECT;
  }

  private void tell(Throwable failure) {
    session.say(
        "error: a defect of allot ("
            + failure.getClass().getSimpleName()
            + "); please report it with the output of --debug");
    if (session.isDebug()) {
      StringWriter stack = new StringWriter();
      failure.printStackTrace(new PrintWriter(stack));
      for (String line : stack.toString().split("\n")) {
        session.say(line.replace("\t", "    "));
      }
    }
  }
}
