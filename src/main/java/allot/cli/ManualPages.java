package allot.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * All commands as one, for the generator of manual pages, which the build's profile {@code man}
 * runs; the program itself never loads them together.
 */
@CommandLine.Command(name = "allot", modelTransformer = ManualPages.Whole.class)
final class ManualPages {

  /** Adds the verbs, and the manual's texts to their descriptions. */
  static final class Whole implements CommandLine.IModelTransformer {
    @Override
    public CommandSpec transform(CommandSpec spec) {
      UsageMessageSpec usage = spec.usageMessage();
      usage.header("keeps a crypto-AI portfolio on its target mix");
      usage.customSynopsis(
          "*allot* _VERB_ [_FILE_] [_OPTIONS_]%n",
          "*allot* _VERB_ *--help*%n",
          "*allot help* [_VERB_] [*--width* _N_]%n",
          "*allot --version*%n");
      usage.description(
          "allot reads what you hold, sorts it into buckets, says how far the mix has drifted, and"
              + " works out what to do next: nothing, a dated plan of buys, or trades with their"
              + " tax. It calculates, and shows how; it never trades and gives no advice.");
      describe(usage, "allot", List.of("  allot init", "  allot report", "  allot check"));
      for (Verb verb : Verb.values()) {
        CommandLine command = new CommandLine(verb.create());
        Help.nameFormats(command.getCommandSpec());
        describe(command.getCommandSpec().usageMessage(), verb);
        spec.addSubcommand(verb.label(), command);
      }
      return spec;
    }

    /** Our help opens with examples; a manual page has them last. */
    private static void describe(UsageMessageSpec usage, Verb verb) {
      List<String> examples = new ArrayList<>();
      for (String line : usage.header()) {
        if (line.startsWith(" ")) {
          examples.add(line);
        }
      }
      usage.header(verb.summary());
      List<String> description = new ArrayList<>();
      for (String line : usage.description()) {
        description.add(line.replaceAll("^(%n)+|(%n)+$", ""));
        description.add("");
      }
      usage.description(description.toArray(String[]::new));
      describe(usage, verb.label(), examples);
    }

    /** Of the program all verbs, of a verb the program. */
    private static String others(String topic) {
      if (!topic.equals("allot")) {
        return "*allot*(1)";
      }
      List<String> pages = new ArrayList<>();
      for (Verb verb : Verb.values()) {
        pages.add("*allot-" + verb.label() + "*(1)");
      }
      return String.join(", ", pages);
    }

    private static void describe(UsageMessageSpec usage, String topic, List<String> examples) {
      List<String> footer = new ArrayList<>();
      for (String line : examples) {
        footer.add(line.replace("%", "%%"));
      }
      footer.add("");
      for (String line : Manual.lines(topic)) {
        // typewriters of manual pages know no minus
        footer.add(line.replace("%", "%%").replace('−', '-'));
        footer.add("");
      }
      footer.add("== See also");
      footer.add("");
      footer.add(others(topic));
      usage.footerHeading("Examples%n");
      usage.footer(footer.toArray(String[]::new));
    }
  }
}
