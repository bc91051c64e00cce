package allot.render;

import java.util.List;

/**
 * What a whole is made of: areas in groups.
 *
 * @param title what the whole is
 */
public record Treemap(String title, List<Group> groups) implements Picture {
  public Treemap {
    groups = List.copyOf(groups);
  }

  /** A bucket and what it holds. */
  public record Group(String name, List<Tile> tiles) {
    public Group {
      tiles = List.copyOf(tiles);
    }
  }

  /**
   * An area.
   *
   * @param percent of the whole, at least 0
   * @param note what there is to say about it, on demand
   */
  public record Tile(String name, double percent, String note) {}
}
