package allot.file;

import allot.catalog.AssetCatalog;
import allot.file.JsonValue.Arr;
import allot.file.JsonValue.Obj;
import allot.portfolio.HeldLots;
import allot.portfolio.Holding;
import allot.portfolio.HoldingChange;
import allot.portfolio.Portfolio;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Problems;
import allot.problem.Source;
import allot.problem.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A portfolio file as it is changed in place. Only the values concerned are replaced; order, white
 * space, line ends, a byte order mark, and how numbers are written stay, and what comes in is set
 * like what stands around it.
 */
public final class PortfolioEdit {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputFile file;
  private final AssetCatalog catalog;
  private final Portfolio portfolio;
  private final Source source;
  private final JsonValue root;

  private PortfolioEdit(InputFile file, AssetCatalog catalog) {
    this.file = file;
    this.catalog = catalog;
    this.portfolio = PortfolioFile.read(file, catalog);
    this.source = file.source();
    this.root = JsonReader.read(source, new Problems(source));
  }

  /**
   * Reads the file that is to be changed.
   *
   * @throws ProblemException with everything that is wrong in it
   */
  public static PortfolioEdit of(InputFile file, AssetCatalog catalog) {
    return new PortfolioEdit(file, catalog);
  }

  public Portfolio portfolio() {
    return portfolio;
  }

  /** The recorded entries of plans, by the plan's id. */
  public Map<String, List<Integer>> recorded() {
    return recorded(source, root);
  }

  private static Map<String, List<Integer>> recorded(Source source, JsonValue root) {
    return root instanceof Obj object && object.member("recorded").isPresent()
        ? RecordedReader.read(
            new Node(object.member("recorded").get().value(), "recorded", new Problems(source)))
        : Map.of();
  }

  /**
   * The file with changes, read again and found to say what was meant.
   *
   * @param changes of holdings
   * @param added holdings, put behind the others
   * @param entries of plans that are recorded with them, by the plan's id
   * @throws ProblemException of kind DATA if the file has a form that cannot be changed in place
   * @throws IllegalStateException if it would not say what was meant: a defect
   */
  public byte[] with(
      List<HoldingChange> changes, List<Holding> added, Map<String, List<Integer>> entries) {
    try {
      return applied(new Edit(changes, Set.of(), added, entries));
    } catch (NotReadable e) {
      throw new IllegalStateException("the file could not be read again", e.cause());
    }
  }

  /**
   * The file with other holdings in some accounts: rows of an asset that is still held get its
   * quantity and lots and keep the rest, rows of one that is not go, others are put behind. Rows of
   * money stay. What does not change is the same, byte for byte.
   *
   * @param accounts whose holdings are replaced, with those of {@code held}; compared without case
   * @param held all that they hold, each asset of an account once
   * @throws ProblemException of kind DATA if the file has a form that cannot be changed in place,
   *     if several rows are of one asset in one account, or if it could not be read again
   */
  public byte[] replacing(List<String> accounts, List<HeldLots> held) {
    HoldingsList holdings = HoldingsList.find(file.name(), root);
    AccountReplacement replaced =
        new AccountReplacement(file.name(), portfolio, holdings.items(), accounts, held);
    try {
      return applied(new Edit(replaced.changes(), replaced.removed(), replaced.added(), Map.of()));
    } catch (NotReadable e) {
      Problem first = e.cause().problems().get(0);
      String path = first.place().map(place -> place.path() + " ").orElse("");
      throw new ProblemException(
          Problem.ofFile(
              Kind.DATA,
              file.name(),
              "with the new holdings it would be invalid: " + path + first.message(),
              first.remedy().orElse("")));
    }
  }

  /** What is to become of the file. */
  private record Edit(
      List<HoldingChange> changes,
      Set<Integer> removed,
      List<Holding> added,
      Map<String, List<Integer>> entries) {}

  /** What would be written could not be read. */
  private static final class NotReadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ProblemException cause;

    NotReadable(ProblemException cause) {
      super(cause);
      this.cause = cause;
    }

    ProblemException cause() {
      return cause;
    }
  }

  private byte[] applied(Edit edit) throws NotReadable {
    HoldingsList holdings = HoldingsList.find(file.name(), root);
    if (!edit.entries().isEmpty() && !(root instanceof Obj)) {
      throw new ProblemException(
          Problem.ofFile(
              Kind.DATA,
              file.name(),
              "is a bare list, with no place to keep what is recorded of a plan",
              "put the list under `holdings`"));
    }
    TextPatch patch = new TextPatch(source.text());
    JsonLayout layout = new JsonLayout(source.text(), root);
    Optional<Arr> one = LotStyle.exemplar(holdings.items(), 1);
    Optional<Arr> several = LotStyle.exemplar(holdings.items(), 2);
    for (HoldingChange change : edit.changes()) {
      if (change.row() == holdings.items().size()) {
        JsonValue cash = holdings.cashBalance().orElseThrow();
        patch.replace(cash.span(), JsonLayout.number(change.after().quantity(), cash));
      } else {
        Obj object = (Obj) holdings.items().get(change.row());
        Optional<Arr> exemplar = change.gained().size() > 1 ? several : one;
        new HoldingPatch(patch, layout, exemplar, object, change).apply();
      }
    }
    edit(patch, layout, holdings, edit);
    if (!edit.entries().isEmpty()) {
      new RecordedPatch(patch, layout, (Obj) root, style(layout, holdings)).add(edit.entries());
    }
    byte[] bytes = encoded(patch.applied());
    verify(bytes, edit);
    return bytes;
  }

  private void edit(TextPatch patch, JsonLayout layout, HoldingsList holdings, Edit edit) {
    if (edit.added().isEmpty() && edit.removed().isEmpty()) {
      return;
    }
    Spacing list = layout.listSpacing(holdings.list(), layout.rootSpacing().deeper(layout.comma()));
    HoldingWriter writer = new HoldingWriter(portfolio, layout, holdings.items(), list);
    List<String> written = new ArrayList<>();
    edit.added().forEach(holding -> written.add(writer.written(holding)));
    List<Span> elements = JsonLayout.elements(holdings.list());
    patch.edit(holdings.list().span(), elements, edit.removed(), written, list);
  }

  /** How an object below the root is set: like a holding, one to a line or spread. */
  private static Spacing style(JsonLayout layout, HoldingsList holdings) {
    Spacing root = layout.rootSpacing();
    Spacing inLine = Spacing.inLine(" ", layout.comma());
    Spacing holding =
        holdings.items().isEmpty() ? inLine : layout.spacing(holdings.items().get(0), inLine);
    return holding.isOnLines() && root.isOnLines() ? root.deeper(layout.comma()) : inLine;
  }

  private byte[] encoded(String text) {
    byte[] old = file.bytes();
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    boolean marked = old.length >= 3 && Arrays.equals(Arrays.copyOf(old, 3), MARK);
    byte[] bytes = body;
    if (marked) {
      bytes = Arrays.copyOf(MARK, MARK.length + body.length);
      System.arraycopy(body, 0, bytes, MARK.length, body.length);
    }
    if (bytes.length > InputFile.MAX_BYTES) {
      throw new ProblemException(
          Problem.ofFile(Kind.DATA, file.name(), "would be larger than 16 MiB", ""));
    }
    return bytes;
  }

  private void verify(byte[] bytes, Edit edit) throws NotReadable {
    Map<String, List<Integer>> recorded = new LinkedHashMap<>(recorded());
    edit.entries().forEach((plan, numbers) -> recorded.merge(plan, numbers, PortfolioEdit::joined));
    try {
      InputFile written = InputFile.of(file.name(), bytes);
      Portfolio read = PortfolioFile.read(written, catalog);
      Source text = written.source();
      boolean same =
          SameMeaning.of(portfolio, read, meant(edit))
              && recorded.equals(recorded(text, JsonReader.read(text, new Problems(text))));
      if (!same) {
        throw new IllegalStateException("the file would say something else");
      }
    } catch (ProblemException e) {
      throw new NotReadable(e);
    }
  }

  private List<Holding> meant(Edit edit) {
    List<Holding> rows = new ArrayList<>(portfolio.holdings());
    edit.changes().forEach(change -> rows.set(change.row(), change.after()));
    List<Holding> meant = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (!edit.removed().contains(row)) {
        meant.add(rows.get(row));
      }
    }
    // cash beside the list is read behind it, whatever the list has got
    meant.addAll(meant.size() - (hasCashBalance() ? 1 : 0), edit.added());
    return meant;
  }

  private boolean hasCashBalance() {
    return HoldingsList.find(file.name(), root).cashBalance().isPresent();
  }

  private static List<Integer> joined(List<Integer> old, List<Integer> more) {
    List<Integer> joined = new ArrayList<>(old);
    joined.addAll(more);
    return joined;
  }
}
