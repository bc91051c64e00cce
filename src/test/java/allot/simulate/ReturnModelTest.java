package allot.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import allot.problem.ProblemException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReturnModelTest {

  /** So many days of one path after the other. */
  private static double[][] drawn(ReturnModel model, int days) {
    int paths = 250;
    double[][] all = new double[model.assets()][days];
    double[][] block = new double[model.assets()][paths];
    ReturnModel.Days made = model.begin(Generator.of(11, 0), paths);
    for (int at = 0; at < days; at += paths) {
      made.next(block);
      for (int i = 0; i < all.length; i++) {
        System.arraycopy(block[i], 0, all[i], at, paths);
      }
    }
    return all;
  }

  private static double correlation(Covariance covariance, int i, int j) {
    return covariance.of(i, j) / Math.sqrt(covariance.of(i, i) * covariance.of(j, j));
  }

  @Test
  void the_bootstrap_keeps_means_and_correlations() {
    double[][] history = Series.random(3, 400);
    StationaryBootstrap model = StationaryBootstrap.of(history, new double[3]);
    double[][] made = drawn(model, 500_000);
    Covariance before = Covariance.ofSample(history);
    Covariance after = Covariance.ofSample(made);
    for (int i = 0; i < 3; i++) {
      double error = 4 * Math.sqrt(after.of(i, i) * model.length() * 2 / 500_000);
      assertThat(Moments.mean(made[i])).isCloseTo(1, within(error));
      double scale = 1 / Moments.mean(history[i]);
      assertThat(after.of(i, i) / (before.of(i, i) * scale * scale)).isCloseTo(1, within(.02));
      for (int j = 0; j < i; j++) {
        assertThat(correlation(after, i, j)).isCloseTo(correlation(before, i, j), within(.01));
      }
    }
  }

  @Test
  void the_bootstrap_draws_whole_rows_in_blocks() {
    double[][] history = new double[2][100];
    for (int day = 0; day < 100; day++) {
      history[0][day] = 1 + day / 1000.0;
      history[1][day] = 2 + day / 500.0;
    }
    double scale = StrictMath.exp(-StationaryBootstrap.logMeanADay(history[0], 10));
    StationaryBootstrap model = StationaryBootstrap.of(history, new double[2], 10);
    double[][] block = new double[2][1];
    ReturnModel.Days days = model.begin(Generator.of(3, 0), 1);
    int jumps = 0;
    int before = -2;
    for (int i = 0; i < 100_000; i++) {
      days.next(block);
      int row = (int) Math.rint((block[0][0] / scale - 1) * 1000);
      assertThat(block[1][0]).isCloseTo(block[0][0], within(1e-12));
      jumps += row == (before + 1) % 100 ? 0 : 1;
      before = row;
    }
    assertThat(jumps / 100_000.0).isCloseTo(.1 * .99, within(.004));
  }

  @Test
  void the_mean_is_what_was_asked_for() {
    double[][] matrix = {{.002, .001}, {.001, .004}};
    double[] means = {0, .5};
    for (ReturnModel model :
        new ReturnModel[] {
          CorrelatedGbm.of(Covariance.of(matrix), means), StudentT.of(Covariance.of(matrix), means)
        }) {
      double[][] made = drawn(model, 1_000_000);
      for (int i = 0; i < 2; i++) {
        double expected = StrictMath.pow(1 + means[i], 1 / 365.0);
        double error = 4 * Moments.deviation(made[i]) / 1000 * Math.sqrt(5);
        assertThat(Moments.mean(made[i])).isCloseTo(expected, within(error));
      }
    }
  }

  /** With blocks, days do not stand alone: the year is what has to come out. */
  @Test
  void the_mean_of_a_bootstrapped_year_is_what_was_asked_for() {
    double[][] history = new double[3][];
    for (int i = 0; i < 3; i++) {
      history[i] = Series.random(1, 200)[0];
    }
    // one falls after it rose, another goes on as it went
    for (int day = 1; day < 200; day += 2) {
      history[1][day] = 1 / history[1][day - 1];
      history[2][day] = history[2][day - 1];
    }
    double[] means = {0, .5, -.2};
    StationaryBootstrap model = StationaryBootstrap.of(history, means, 10);
    int paths = 40_000;
    double[][] end = endOfYear(model, paths);
    for (int i = 0; i < 3; i++) {
      double error = Moments.deviation(end[i]) / Math.sqrt(paths);
      assertThat(Moments.mean(end[i])).isCloseTo(1 + means[i], within(3 * error));
    }
    // a day's mean alone would have missed these
    double alone = StrictMath.log(Moments.mean(history[1]));
    assertThat(StationaryBootstrap.logMeanADay(history[1], 10)).isLessThan(.7 * alone);
    assertThat(StationaryBootstrap.logMeanADay(history[1], 1)).isCloseTo(alone, within(1e-12));
  }

  private static double[][] endOfYear(ReturnModel model, int paths) {
    ReturnModel.Days days = model.begin(Generator.of(4, 0), paths);
    double[][] block = new double[model.assets()][paths];
    double[][] end = new double[model.assets()][paths];
    for (double[] column : end) {
      Arrays.fill(column, 1);
    }
    for (int day = 0; day < 365; day++) {
      days.next(block);
      for (int i = 0; i < end.length; i++) {
        for (int p = 0; p < paths; p++) {
          end[i][p] *= block[i][p];
        }
      }
    }
    return end;
  }

  @Test
  void t_keeps_the_covariance_and_has_the_tails() {
    double[][] matrix = {{.002, .001}, {.001, .004}};
    double[][] made = drawn(StudentT.of(Covariance.of(matrix), new double[2]), 2_000_000);
    for (double[] column : made) {
      for (int i = 0; i < column.length; i++) {
        column[i] = StrictMath.log(column[i]);
      }
    }
    Covariance found = Covariance.ofSample(made);
    assertThat(found.of(0, 0)).isCloseTo(.002, within(.00004));
    assertThat(found.of(0, 1)).isCloseTo(.001, within(.00004));
    assertThat(found.of(1, 1)).isCloseTo(.004, within(.00008));
    double far = 0;
    double both = 0;
    for (int i = 0; i < made[0].length; i++) {
      boolean first = Math.abs(made[0][i]) > 5 * Math.sqrt(.002);
      far += first ? 1 : 0;
      both += first && Math.abs(made[1][i]) > 3 * Math.sqrt(.004) ? 1 : 0;
    }
    // P(|t4| > 5 √2) = 0.002112
    assertThat(far / made[0].length).isCloseTo(.00211, within(.0002));
    assertThat(both / far).isGreaterThan(.3);
  }

  @Test
  void a_constant_column_is_a_covariance_and_stays_constant() {
    double[][] history = Series.random(3, 100);
    java.util.Arrays.fill(history[1], 1.1);
    Covariance covariance = Covariance.ofSample(history);
    assertThat(covariance.of(1, 1)).isZero();
    double[][] made = drawn(CorrelatedGbm.of(covariance, new double[3]), 500);
    assertThat(made[1]).containsOnly(1.0);
    assertThat(made[2]).doesNotContain(1.0);
  }

  @Test
  void assets_that_move_as_one_have_a_covariance() {
    double[][] one = {{.04, .04, .02}, {.04, .04, .02}, {.02, .02, .05}};
    double[][] made = drawn(CorrelatedGbm.of(Covariance.of(one), new double[3]), 500);
    for (int i = 0; i < 500; i++) {
      assertThat(made[0][i]).isCloseTo(made[1][i], within(1e-12));
    }
  }

  @Test
  void what_is_no_covariance_is_refused() {
    double[][][] none = {
      {{-1}},
      {{Double.NaN}},
      {{1, 2}, {2, 1}},
      {{0, .1}, {.1, 1}},
      {{1, .5}, {.4, 1}},
      {{1, .9, -.9}, {.9, 1, .9}, {-.9, .9, 1}}
    };
    for (double[][] matrix : none) {
      assertThatThrownBy(() -> Covariance.of(matrix))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("not positive semidefinite");
    }
  }

  /** Against the code of Python's arch, computed apart. */
  @Test
  void block_lengths_are_those_of_politis_and_white() {
    double[] persistence = {0, .3, .8, .95};
    double[] expected = {1.2581190835, 5.5154050021, 15.5835841954, 25.7806009768};
    for (int k = 0; k < expected.length; k++) {
      double[] series = new double[500];
      long state = 12345;
      double value = 0;
      for (int i = 0; i < series.length; i++) {
        state = (state * 1103515245 + 12345) % 2147483648L;
        value = persistence[k] * value + (state / 2147483648.0 - .5);
        series[i] = value;
      }
      assertThat(BlockLength.of(series)).isCloseTo(expected[k], within(1e-8));
    }
    assertThat(BlockLength.of(new double[64])).isCloseTo(4, within(1e-12));
    assertThat(BlockLength.of(new double[][] {new double[200]})).isEqualTo(1);
  }
}
