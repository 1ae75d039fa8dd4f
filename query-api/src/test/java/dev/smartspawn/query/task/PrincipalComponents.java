package dev.smartspawn.query.task;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The directions in which vectors differ most, from the largest variance to the smallest. */
final class PrincipalComponents {

  private static final int MOST_SWEEPS = 30;
  private static final double SMALL = 1e-18;

  private final double[] mean;

  /** One direction in each row. */
  private final double[][] directions;

  private PrincipalComponents(double[] mean, double[][] directions) {
    this.mean = mean;
    this.directions = directions;
  }

  static PrincipalComponents of(float[][] vectors) {
    int size = vectors[0].length;
    double[] mean = new double[size];
    for (float[] vector : vectors) {
      for (int d = 0; d < size; d++) {
        mean[d] += vector[d] / vectors.length;
      }
    }
    double[][] matrix = new double[size][size];
    double[] centred = new double[size];
    for (float[] vector : vectors) {
      for (int d = 0; d < size; d++) {
        centred[d] = vector[d] - mean[d];
      }
      for (int i = 0; i < size; i++) {
        for (int j = 0; j <= i; j++) {
          matrix[i][j] += centred[i] * centred[j] / vectors.length;
        }
      }
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        matrix[j][i] = matrix[i][j];
      }
    }
    return new PrincipalComponents(mean, directions(matrix));
  }

  /** The first components of each vector, less the mean. */
  double[][] project(float[][] vectors, int components) {
    double[][] projected = new double[vectors.length][components];
    for (int v = 0; v < vectors.length; v++) {
      for (int c = 0; c < components; c++) {
        for (int d = 0; d < mean.length; d++) {
          projected[v][c] += (vectors[v][d] - mean[d]) * directions[c][d];
        }
      }
    }
    return projected;
  }

  /** Jacobi's method: rotates the symmetric matrix until nothing is left beside its diagonal. */
  private static double[][] directions(double[][] matrix) {
    int size = matrix.length;
    double[][] rotated = new double[size][size];
    for (int i = 0; i < size; i++) {
      rotated[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && beside(matrix) > SMALL; sweep++) {
      for (int p = 0; p < size; p++) {
        for (int q = p + 1; q < size; q++) {
          rotate(matrix, rotated, p, q);
        }
      }
    }
    return IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -matrix[i][i]))
        .map(i -> rotated[i])
        .toArray(double[][]::new);
  }

  private static double beside(double[][] matrix) {
    double squares = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        squares += matrix[i][j] * matrix[i][j];
      }
    }
    return squares;
  }

  private static void rotate(double[][] matrix, double[][] rotated, int p, int q) {
    if (matrix[p][q] == 0) {
      return;
    }
    double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    for (int k = 0; k < matrix.length; k++) {
      double atP = matrix[k][p];
      double atQ = matrix[k][q];
      matrix[k][p] = cosine * atP - sine * atQ;
      matrix[k][q] = sine * atP + cosine * atQ;
    }
    turn(matrix, p, q, cosine, sine);
    turn(rotated, p, q, cosine, sine);
  }

  private static void turn(double[][] rows, int p, int q, double cosine, double sine) {
    for (int k = 0; k < rows.length; k++) {
      double atP = rows[p][k];
      double atQ = rows[q][k];
      rows[p][k] = cosine * atP - sine * atQ;
      rows[q][k] = sine * atP + cosine * atQ;
    }
  }
}
