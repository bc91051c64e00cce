package allot.render;

import java.util.List;

/** Labels with their values, one fact a line. */
public record Facts(List<Fact> facts) implements Block {
  public Facts {
    facts = List.copyOf(facts);
  }

  public static Facts of(Fact... facts) {
    return new Facts(List.of(facts));
  }
}
