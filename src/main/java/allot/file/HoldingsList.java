package allot.file;

import allot.file.JsonValue.Arr;
import allot.file.JsonValue.Member;
import allot.file.JsonValue.Obj;
import allot.problem.Kind;
import allot.problem.Problem;
import allot.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * Where the holdings of a portfolio file stand, if they stand in a list of objects.
 *
 * @param list the holdings
 * @param cashBalance cash beside them, the last holding of all
 */
record HoldingsList(Arr list, Optional<JsonValue> cashBalance) {

  /**
   * Finds it as {@link HoldingShapes} does.
   *
   * @throws ProblemException of kind DATA if the holdings are written in another way
   */
  static HoldingsList find(String file, JsonValue root) {
    JsonValue found = root;
    Optional<JsonValue> cash = Optional.empty();
    if (root instanceof Obj object) {
      boolean strict = object.member("version").isPresent();
      found = container(object, strict).map(Member::value).orElse(root);
      cash = strict ? Optional.empty() : object.member("cashBalance").map(Member::value);
    }
    boolean objects =
        found instanceof Arr list && list.items().stream().allMatch(item -> item instanceof Obj);
    if (!objects) {
      throw new ProblemException(
          Problem.ofFile(
              Kind.DATA,
              file,
              "has no list of objects to record in",
              "write its holdings as { \"holdings\": [ { \"asset\": \"TAO\", \"quantity\": 1 } ] }"));
    }
    return new HoldingsList((Arr) found, cash);
  }

  private static Optional<Member> container(Obj root, boolean strict) {
    Optional<Member> holdings = root.member("holdings");
    if (strict || holdings.isPresent()) {
      return holdings;
    }
    return root.member("portfolio")
        .filter(member -> member.value() instanceof Arr || member.value() instanceof Obj)
        .or(() -> root.member("assets"));
  }

  List<JsonValue> items() {
    return list.items();
  }
}
