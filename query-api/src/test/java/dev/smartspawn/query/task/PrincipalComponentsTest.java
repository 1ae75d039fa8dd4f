package dev.smartspawn.query.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {

  /** Along (3, 4, 0), a little along (-4, 3, 0), and hardly along (0, 0, 1). */
  private static final double[] SPREADS = {10, 2, 0.1};

  @Test
  void directionsAreFoundFromTheWidestToTheNarrowest() {
    Random random = new Random(1);
    float[][] vectors = new float[400][];
    double[][] along = new double[400][3];
    for (int i = 0; i < vectors.length; i++) {
      for (int c = 0; c < 3; c++) {
        along[i][c] = SPREADS[c] * random.nextGaussian();
      }
      vectors[i] =
          new float[] {
            (float) (7 + 0.6 * along[i][0] - 0.8 * along[i][1]),
            (float) (-5 + 0.8 * along[i][0] + 0.6 * along[i][1]),
            (float) (2 + along[i][2])
          };
    }

    double[][] projected = PrincipalComponents.of(vectors).project(vectors, 3);

    for (int c = 0; c < 3; c++) {
      int component = c;
      assertThat(spread(projected, component)).isCloseTo(SPREADS[c], within(0.1 * SPREADS[c]));
      double sum = Arrays.stream(projected).mapToDouble(row -> row[component]).sum();
      assertThat(sum / projected.length).isCloseTo(0, within(1e-6));
    }
    double difference = Math.abs(projected[0][0] - projected[1][0]);
    assertThat(difference).isCloseTo(Math.abs(along[0][0] - along[1][0]), within(0.3));
  }

  private static double spread(double[][] rows, int column) {
    double squares = 0;
    for (double[] row : rows) {
      squares += row[column] * row[column];
    }
    return Math.sqrt(squares / rows.length);
  }
}
