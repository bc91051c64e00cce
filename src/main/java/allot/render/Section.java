package allot.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a document. One without blocks is not written, its heading neither.
 *
 * @param heading a few words; none for the part that opens a document
 */
public record Section(Optional<String> heading, List<Block> blocks) {
  public Section {
    blocks = List.copyOf(blocks);
  }

  public static Section of(String heading, Block... blocks) {
    return new Section(Optional.of(heading), List.of(blocks));
  }

  public static Section untitled(Block... blocks) {
    return new Section(Optional.empty(), List.of(blocks));
  }

  Section illustrated(Block drawing) {
    List<Block> more = new ArrayList<>(blocks.size() + 1);
    for (Block block : blocks) {
      if (!(block instanceof Chart)) {
        more.add(block);
      }
    }
    int table = 0;
    while (table < more.size() && !(more.get(table) instanceof Table)) {
      table++;
    }
    more.add(table == more.size() ? 0 : table, drawing);
    return new Section(heading, more);
  }
}
