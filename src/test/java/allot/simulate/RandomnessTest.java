package allot.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

class RandomnessTest {

  /** The reference program of Blackman and Vigna from state 1, 2, 3, 4. */
  @Test
  void the_generator_is_xoshiro256_plus_plus() {
    long[] expected = {41943041L, 58720359L, 3588806011781223L, 3591011842654386L};
    Generator single = new Generator(1, 2, 3, 4);
    for (long next : expected) {
      assertThat(single.nextLong()).isEqualTo(next);
    }
    long[] many = new long[4];
    new Generator(1, 2, 3, 4).fill(many, 4);
    assertThat(many).containsExactly(expected);
  }

  /** Kolmogorov and Smirnov: at a million draws 1.95 / √n is passed once in a thousand. */
  @Test
  void normal_deviates_are_normal() {
    int count = 1_000_000;
    double[] normals = new double[count];
    Generator.of(1, 2).fillNormal(normals, new long[count], new int[count], count);
    Arrays.sort(normals);
    double most = 0;
    for (int i = 0; i < count; i++) {
      double below = Erf.erfc(-normals[i] / Math.sqrt(2)) / 2;
      most = Math.max(most, Math.abs(below - (i + .5) / count));
    }
    assertThat(most).isLessThan(1.95 / 1000);
    assertThat(Moments.mean(normals)).isCloseTo(0, within(.004));
    assertThat(Moments.deviation(normals)).isCloseTo(1, within(.003));
    long far = Arrays.stream(normals).filter(x -> Math.abs(x) > 3.654152885361009).count();
    assertThat((double) far).isCloseTo(258.1, within(4 * 16.1));
  }

  @Test
  void exponentials_are_near_enough() {
    for (double x = -16; x <= 16; x += .01) {
      double[] value = {x};
      Exponential.of(value, 1);
      double expected = StrictMath.exp(x);
      double allowed = Math.abs(x) <= 4 ? 6e-12 : 2e-5;
      assertThat(value[0]).isCloseTo(expected, within(allowed * expected));
    }
    double[] far = {-1000, 1000, 0};
    Exponential.of(far, 3);
    assertThat(far[0]).isNotNegative();
    assertThat(far[1]).isGreaterThan(1e6);
    assertThat(far[2]).isEqualTo(1);
  }

  @Test
  void a_histogram_has_the_quantiles_of_its_numbers() {
    LogHistogram histogram = new LogHistogram(12);
    double[] normals = new double[20_001];
    Generator.of(3, 4).fillNormal(normals, new long[20_001], new int[20_001], 20_001);
    double[] values = Arrays.stream(normals).map(StrictMath::exp).sorted().toArray();
    Arrays.stream(values).forEach(histogram::add);
    for (double p : new double[] {0, .05, .25, .5, .75, .95, 1}) {
      double exact = values[(int) Math.round(p * 20_000)];
      assertThat(histogram.quantile(p)).isCloseTo(exact, within(Outcome.RESOLUTION * exact));
    }
    double tail = Arrays.stream(values, 0, 1000).sum() + .05 * values[1000];
    assertThat(histogram.meanOfLowest(.05)).isCloseTo(tail / 1000.05, within(1e-4 * tail / 1000));
    assertThat(histogram.mean()).isCloseTo(Moments.mean(values), within(1e-12));
  }

  @Test
  void a_histogram_takes_what_is_out_of_its_reach() {
    LogHistogram histogram = new LogHistogram(12);
    histogram.add(0);
    histogram.add(1e-300);
    histogram.add(1e300);
    assertThat(histogram.quantile(0)).isEqualTo(5e-301);
    assertThat(histogram.quantile(1)).isEqualTo(1e300);
  }
}
