package allot.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TextColumnTest {
  @Test
  void every_text_comes_back() {
    SplittableRandom random = new SplittableRandom(6);
    TextColumn column = new TextColumn();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String text = "é😀x".repeat(random.nextInt(9)) + (random.nextInt(3) == 0 ? "" : i);
      texts.add(text);
      column.add(text);
    }
    for (int i = 0; i < texts.size(); i++) {
      assertThat(column.get(i)).isEqualTo(texts.get(i));
    }
  }
}
