package allot.file;

import static org.assertj.core.api.Assertions.assertThat;

import allot.problem.Problem;
import allot.problem.ProblemException;
import allot.problem.Visible;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JsonFuzzTest {
  private static final long SEED = 20261120;
  private static final int CASES = 2000;
  private static final String DOCUMENT =
      """
      {
        "version": 1, "name": "AI core 名😀", "asOf": "2026-11-20T16:00:00Z",
        "target": { "layer-2": 40, "layer-1": 30.5e-1 }, "band": "5/25",
        "holdings": [
          { "asset": "TAO", "quantity": "21.4", "price": -402.15, "note": "a\\"b\\u00e9",
            "lots": [ { "acquired": null, "cost": 0 }, [], {} ] },
          { "asset": "AKT", "quantity": 3100, "frozen": true, "spare": false }
        ]
      }
      """;
  private static final String PIECES =
      "{}[]:,\"'\\/#.+-0123456789eExuntfalsrNI_ \n\r\t\u0000\u001b\u00a0\ufeff\u2028\ud800\udc00é名";

  @Test
  void nothing_but_problems_comes_out_of_mutated_documents() {
    for (int i = 0; i < CASES; i++) {
      String json = mutated(new SplittableRandom(SEED + i));
      try {
        JsonFixture.read(json);
      } catch (ProblemException e) {
        checkProblems(e, json);
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + (SEED + i) + ": " + json, e);
      }
    }
  }

  private static void checkProblems(ProblemException e, String json) {
    for (Problem problem : e.problems()) {
      assertThat(problem.line()).as(json).startsWith("p.json:").doesNotContain("\n", "\u001b");
      assertThat(problem.message().equals("the file is empty"))
          .as(json)
          .isEqualTo(JsonFixture.isSpace(json));
      assertThat(Visible.width(problem.excerpt().orElseThrow().text())).isLessThanOrEqualTo(72);
    }
  }

  private static String mutated(SplittableRandom random) {
    StringBuilder json = new StringBuilder(DOCUMENT);
    for (int edits = random.nextInt(1, 5); edits > 0 && json.length() > 0; edits--) {
      int at = random.nextInt(json.length());
      char piece = PIECES.charAt(random.nextInt(PIECES.length()));
      switch (random.nextInt(6)) {
        case 0:
          json.insert(at, piece);
          break;
        case 1:
          json.setCharAt(at, piece);
          break;
        case 2:
          json.delete(at, Math.min(json.length(), at + random.nextInt(1, 6)));
          break;
        case 3:
          json.insert(at, json.substring(at, Math.min(json.length(), at + 20)));
          break;
        case 4:
          json.setLength(at + 1);
          break;
        default:
          json.insert(at, "\\u" + Integer.toHexString(0xD700 + random.nextInt(0x300)));
      }
    }
    return json.toString();
  }
}
