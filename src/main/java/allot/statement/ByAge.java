package allot.statement;

import java.util.ArrayList;
import java.util.List;

/**
 * Lots sorted by their acquisition, taken from one end; those without a date are taken last. What
 * was bought comes at the end, so that only lots that travelled have to be sorted in.
 */
final class ByAge implements TakingOrder {
  private static final long UNDATED = 1L << 60;
  private static final int FEW = 1 << 10;

  private final boolean youngestFirst;
  private final ArrayList<Batch> batches = new ArrayList<>();

  /** So many in front have been taken. */
  private int first;

  ByAge(boolean youngestFirst) {
    this.youngestFirst = youngestFirst;
  }

  private long key(Batch batch) {
    if (batch.acquired().isPresent()) {
      return batch.sequence();
    }
    return youngestFirst ? batch.sequence() - UNDATED : batch.sequence() + UNDATED;
  }

  @Override
  public void add(Batch batch) {
    long key = key(batch);
    int low = first;
    int high = batches.size();
    if (low < high && key(batches.get(high - 1)) > key) {
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (key(batches.get(middle)) > key) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
    }
    batches.add(high, batch);
  }

  @Override
  public boolean isEmpty() {
    return first == batches.size();
  }

  @Override
  public Batch next() {
    if (youngestFirst) {
      return batches.remove(batches.size() - 1);
    }
    if (first > FEW && first > batches.size() / 2) {
      batches.subList(0, first).clear();
      first = 0;
    }
    return batches.get(first++);
  }

  @Override
  public void putBack(Batch rest) {
    if (youngestFirst) {
      batches.add(rest);
    } else {
      first--;
      batches.set(first, rest);
    }
  }

  @Override
  public List<Batch> all() {
    return batches.subList(first, batches.size());
  }
}
