package allot.statement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Many short texts, most of them different, without an object for each. */
final class TextColumn {
  private static final int CHUNK = 1 << 12;
  private static final int LIKELY = 16;

  private final List<byte[]> bytes = new ArrayList<>();

  /** Where each text ends in its chunk. */
  private final List<int[]> ends = new ArrayList<>();

  private int size;

  void add(String text) {
    int at = size++ % CHUNK;
    if (at == 0) {
      bytes.add(new byte[CHUNK * LIKELY]);
      ends.add(new int[CHUNK]);
    }
    int chunk = bytes.size() - 1;
    int start = at == 0 ? 0 : ends.get(chunk)[at - 1];
    byte[] added = text.getBytes(StandardCharsets.UTF_8);
    int end = Math.addExact(start, added.length);
    if (end > bytes.get(chunk).length) {
      bytes.set(chunk, Arrays.copyOf(bytes.get(chunk), Math.multiplyExact(end, 2)));
    }
    System.arraycopy(added, 0, bytes.get(chunk), start, added.length);
    ends.get(chunk)[at] = end;
    if (at == CHUNK - 1) {
      bytes.set(chunk, Arrays.copyOf(bytes.get(chunk), end));
    }
  }

  String get(int row) {
    int at = row % CHUNK;
    int[] chunk = ends.get(row / CHUNK);
    int start = at == 0 ? 0 : chunk[at - 1];
    return new String(bytes.get(row / CHUNK), start, chunk[at] - start, StandardCharsets.UTF_8);
  }
}
