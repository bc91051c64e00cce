package allot.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When many things happened and in which line they stand, in sixteen bytes each. */
final class PlaceColumn {
  private static final int CHUNK = 1 << 12;

  private final List<long[]> seconds = new ArrayList<>();
  private final List<int[]> nanos = new ArrayList<>();
  private final List<int[]> lines = new ArrayList<>();
  private int size;

  void add(Instant at, long line) {
    int slot = size++ % CHUNK;
    if (slot == 0) {
      seconds.add(new long[CHUNK]);
      nanos.add(new int[CHUNK]);
      lines.add(new int[CHUNK]);
    }
    int chunk = seconds.size() - 1;
    seconds.get(chunk)[slot] = at.getEpochSecond();
    nanos.get(chunk)[slot] = at.getNano();
    lines.get(chunk)[slot] = Math.toIntExact(line);
  }

  int size() {
    return size;
  }

  Instant at(int row) {
    return Instant.ofEpochSecond(second(row), nano(row));
  }

  int line(int row) {
    return lines.get(row / CHUNK)[row % CHUNK];
  }

  int compareTimes(int row, PlaceColumn other, int otherRow) {
    int order = Long.compare(second(row), other.second(otherRow));
    return order == 0 ? Integer.compare(nano(row), other.nano(otherRow)) : order;
  }

  private long second(int row) {
    return seconds.get(row / CHUNK)[row % CHUNK];
  }

  private int nano(int row) {
    return nanos.get(row / CHUNK)[row % CHUNK];
  }
}
