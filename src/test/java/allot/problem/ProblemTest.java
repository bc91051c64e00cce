package allot.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void a_line_says_where_what_and_the_remedy() {
    Problem problem =
        new Problem(
            Kind.DATA,
            Optional.of(new Place("p.json", 3, 7, "holdings[0].quantity")),
            "is negative",
            Optional.of("write it without the sign"),
            Optional.empty());
    assertThat(problem.line())
        .isEqualTo("p.json:3:7: holdings[0].quantity: is negative; write it without the sign");
  }

  @Test
  void a_file_as_a_whole_has_no_line_and_no_path() {
    assertThat(Problem.ofFile(Kind.UNREADABLE, "p.json", "does not exist", "").line())
        .isEqualTo("p.json: does not exist");
  }

  @Test
  void an_empty_remedy_is_none() {
    assertThat(Problem.usage("no", "").remedy()).isEmpty();
    assertThat(Problem.of(Kind.DEFECT, "no", "").line()).isEqualTo("no");
  }

  @Test
  void a_line_is_safe_for_a_terminal() {
    assertThat(Problem.usage("\u001b[31m", "").line()).isEqualTo("\\u{1b}[31m");
  }

  @Test
  void an_exception_carries_its_problems_and_no_stack() {
    ProblemException exception = new ProblemException(Problem.usage("wrong", "right"));
    assertThat(exception).hasMessage("wrong; right");
    assertThat(exception.kind()).isEqualTo(Kind.USAGE);
    assertThat(exception.unlisted()).isZero();
    assertThat(exception.getStackTrace()).isEmpty();
  }

  @Test
  void twenty_problems_are_listed_and_the_rest_is_counted() {
    Problems problems = new Problems(new Source("f", "x".repeat(30)));
    assertThat(problems.isEmpty()).isTrue();
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
    for (int i = 0; i < 23; i++) {
      problems.add(new Span(i, i + 1), "a[" + i + "]", "is wrong", "", true);
    }
    ProblemException thrown = catchThrowableOfType(ProblemException.class, problems::throwIfAny);
    assertThat(thrown.problems()).hasSize(Problems.LISTED);
    assertThat(thrown.unlisted()).isEqualTo(3);
    assertThat(thrown.problems().get(19).line()).isEqualTo("f:1:20: a[19]: is wrong");
  }
}
