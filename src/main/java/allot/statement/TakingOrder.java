package allot.statement;

import allot.tax.LotSelection;
import java.util.List;

/** The lots of one asset in one account, in the order in which they go. */
interface TakingOrder {

  /** The order of a selection. */
  static TakingOrder of(LotSelection selection) {
    return switch (selection) {
      case FIFO -> new ByAge(false);
      case LIFO -> new ByAge(true);
      case HIFO -> new ByCost();
    };
  }

  void add(Batch batch);

  boolean isEmpty();

  /** Takes out the one that goes next; there must be one. */
  Batch next();

  /** Puts back what is left of the one that was taken out last. */
  void putBack(Batch rest);

  /** All that are there, in any order. */
  List<Batch> all();
}
