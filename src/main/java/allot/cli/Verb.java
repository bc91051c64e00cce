package allot.cli;

import java.util.Optional;

/** The verbs, in the order that help lists them. */
enum Verb {
  REPORT("report", "weights, drift and bands of every bucket; holdings, sectors, chains"),
  CHECK("check", "for cron: silent in band, a line for each finding, exit code 10 or 20"),
  WHY("why", "the whole arithmetic of one asset"),
  ASSETS("assets", "the catalogue of known assets, with its provenance"),
  DCA("dca", "a dated plan of buys that carries the mix to its target"),
  REBALANCE("rebalance", "the trades that bring the mix back, with lots, fees and tax"),
  RECORD("record", "write a trade that happened, or a plan's, into the portfolio file"),
  IMPORT("import", "exports of exchanges and tax tools to holdings with lots"),
  PRICES("prices", "fetch current prices or daily closes, and print or save them"),
  BACKTEST("backtest", "what strategies would have done on a price history"),
  SIMULATE("simulate", "what may happen: chance of leaving the band, which band, outcomes, risk"),
  INIT("init", "write a starter portfolio file"),
  SCHEMA("schema", "print the JSON Schema of the portfolio file"),
  COMPLETION("completion", "print a completion script for bash, zsh or fish");

  private final String label;
  private final String summary;

  Verb(String label, String summary) {
    this.label = label;
    this.summary = summary;
  }

  String label() {
    return label;
  }

  String summary() {
    return summary;
  }

  /** A new command of this verb; nothing of the others is loaded. */
  Command create() {
    return switch (this) {
      case REPORT -> new ReportCommand();
      case CHECK -> new CheckCommand();
      case WHY -> new WhyCommand();
      case ASSETS -> new AssetsCommand();
      case DCA -> new DcaCommand();
      case REBALANCE -> new RebalanceCommand();
      case RECORD -> new RecordCommand();
      case IMPORT -> new ImportCommand();
      case PRICES -> new PricesCommand();
      case BACKTEST -> new BacktestCommand();
      case SIMULATE -> new SimulateCommand();
      case INIT -> new InitCommand();
      case SCHEMA -> new SchemaCommand();
      case COMPLETION -> new CompletionCommand();
    };
  }

  static Optional<Verb> find(String label) {
    for (Verb verb : values()) {
      if (verb.label.equals(label)) {
        return Optional.of(verb);
      }
    }
    return Optional.empty();
  }

  /** What a verb does once its options are parsed. */
  interface Command {
    /**
     * Runs and answers.
     *
     * @return the exit code
     */
    int run(Session session);

    /** What {@code --format} may be, in words for help; none if the verb has no such option. */
    default String formats() {
      return "";
    }
  }
}
