package allot.cli;

import allot.cli.RecordRequest.Plan;
import allot.cli.RecordRequest.Typed;
import allot.cli.RecordRequest.Typed.Action;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** What is to be recorded, as it was typed. */
final class RecordOptions {
  private static final List<String> ACTIONS = List.of("buy", "sell", "move");

  @Option(names = "--at", paramLabel = "PRICE", description = "price of one unit")
  private String at;

  @Option(names = "--fee", paramLabel = "MONEY", description = "on top of a buy, out of a sale")
  private String fee;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "default: the one that holds the asset")
  private String account;

  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "when it happened; default today, of a plan's entries the plan's day")
  private String date;

  @Option(
      names = "--lot",
      paramLabel = "DATE",
      description = "take the lots acquired on that day; default by the file's tax.method")
  private String lot;

  @Option(
      names = "--cash",
      description = "move the account's cash even if the file has no row of it yet")
  private boolean cash;

  @Option(names = "--from", paramLabel = "NAME", description = "account that a move leaves")
  private String from;

  @Option(names = "--to", paramLabel = "NAME", description = "account that a move reaches")
  private String to;

  @Option(
      names = "--plan",
      paramLabel = "PLAN.json",
      description = "record the JSON document of allot rebalance or dca, - for standard input")
  private String plan;

  @Option(
      names = "--only",
      paramLabel = "1,3",
      description = "trades by their place in the plan, or instalments by `n`")
  private String only;

  /**
   * What is asked for.
   *
   * @param words the arguments that are no options
   * @throws ProblemException if it is wrong whatever the portfolio
   */
  RecordRequest parsed(List<String> words) {
    return plan == null ? typed(words) : planned(words);
  }

  private Plan planned(List<String> words) {
    refuse("--plan", "--at", "--fee", "--account", "--lot", "--from", "--to");
    if (!words.isEmpty() && ACTIONS.contains(words.get(0))) {
      throw usage("--plan stands beside " + words.get(0), "record one or the other");
    }
    if (words.size() > 1) {
      throw usage("unexpected argument " + words.get(1), "--plan takes one portfolio file");
    }
    Answer.refuseEmpty(plan);
    return new Plan(
        plan,
        Optional.ofNullable(only).map(RecordOptions::numbers),
        Optional.ofNullable(date).map(day -> PlanValues.date("--date", day)),
        file(words, 0));
  }

  private static List<Integer> numbers(String text) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      if (!numbers.add(PlanValues.whole("--only", part, Integer.MAX_VALUE))) {
        throw usage("--only " + text + " names " + part + " twice", "name it once");
      }
    }
    return List.copyOf(numbers);
  }

  private Typed typed(List<String> words) {
    if (only != null) {
      throw usage("--only picks entries of a plan", "write --plan PLAN.json too");
    }
    Action action = action(words);
    if (words.size() < 3) {
      throw usage(
          "missing " + (words.size() == 1 ? "ASSET and QUANTITY" : "QUANTITY"),
          "write it as `allot record " + example(action) + "`");
    }
    if (words.size() > 4) {
      throw usage("unexpected argument " + words.get(4), "quote names with blanks");
    }
    checkOptions(action);
    return new Typed(
        action,
        words.get(1),
        PlanValues.above("QUANTITY", words.get(2)),
        Optional.ofNullable(at).map(price -> PlanValues.above("--at", price)),
        Optional.ofNullable(fee).map(money -> PlanValues.money("--fee", money)),
        Optional.ofNullable(account).map(name -> name("--account", name)),
        Optional.ofNullable(date).map(day -> PlanValues.date("--date", day)),
        Optional.ofNullable(lot).map(day -> PlanValues.date("--lot", day)),
        Optional.ofNullable(from).map(name -> name("--from", name)),
        Optional.ofNullable(to).map(name -> name("--to", name)),
        cash,
        file(words, 3));
  }

  private static Action action(List<String> words) {
    if (words.isEmpty()) {
      throw usage("nothing to record", "write buy, sell or move, or --plan PLAN.json");
    }
    String word = words.get(0);
    for (Action action : Action.values()) {
      if (action.label().equals(word)) {
        return action;
      }
    }
    throw usage(word + " is none of buy, sell, move", Spelling.suggest(word, ACTIONS));
  }

  private static String example(Action action) {
    return switch (action) {
      case BUY -> "buy TAO 0.5 --at 402.10";
      case SELL -> "sell TAO 0.5 --at 402.10";
      case MOVE -> "move TAO 0.5 --from Coinbase --to Ledger";
    };
  }

  private void checkOptions(Action action) {
    switch (action) {
      case BUY -> refuse("buy", "--lot", "--from", "--to");
      case SELL -> refuse("sell", "--from", "--to");
      case MOVE -> refuse("move", "--at", "--fee", "--account", "--date");
    }
    if (action == Action.MOVE && cash) {
      throw usage("--cash does not go with move", "move USD itself to move cash");
    }
    if (action != Action.MOVE && at == null) {
      throw usage("at which price is not said", "write --at 402.10");
    }
    if (action == Action.MOVE && (from == null || to == null)) {
      throw usage("between which accounts is not said", "write --from Coinbase --to Ledger");
    }
  }

  private void refuse(String what, String... names) {
    Map<String, String> given = new LinkedHashMap<>();
    given.put("--at", at);
    given.put("--fee", fee);
    given.put("--account", account);
    given.put("--date", date);
    given.put("--lot", lot);
    given.put("--from", from);
    given.put("--to", to);
    for (String name : names) {
      if (given.get(name) != null) {
        throw usage(name + " does not go with " + what, "leave it out");
      }
    }
  }

  /** An account's name, without what no file may hold. */
  static String name(String option, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ') {
        throw usage(option + " holds a control character", "write a plain name");
      }
    }
    return text.strip();
  }

  private static Optional<String> file(List<String> words, int at) {
    List<String> rest = new ArrayList<>(words.subList(at, words.size()));
    return rest.stream().findFirst();
  }

  private static ProblemException usage(String what, String remedy) {
    return new ProblemException(Problem.usage(what, remedy));
  }
}
