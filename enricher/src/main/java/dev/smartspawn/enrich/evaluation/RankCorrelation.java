package dev.smartspawn.enrich.evaluation;

import java.util.Arrays;

/** How far two orders agree: 1 for equal, 0 for unrelated, -1 for reversed. */
public final class RankCorrelation {

  private RankCorrelation() {}

  /** Pearson's correlation of the ranks, equals sharing theirs. NaN where one side is constant. */
  public static double spearman(double[] a, double[] b) {
    double[] ranksOfA = ranks(a);
    double[] ranksOfB = ranks(b);
    double middle = (a.length + 1) / 2.0;
    double both = 0;
    double squareOfA = 0;
    double squareOfB = 0;
    for (int i = 0; i < a.length; i++) {
      double ofA = ranksOfA[i] - middle;
      double ofB = ranksOfB[i] - middle;
      both += ofA * ofB;
      squareOfA += ofA * ofA;
      squareOfB += ofB * ofB;
    }
    return both / Math.sqrt(squareOfA * squareOfB);
  }

  /** Kendall's tau-b: agreeing pairs less disagreeing ones, corrected for equals. */
  static double kendall(double[] a, double[] b) {
    double balance = 0;
    double apartInA = 0;
    double apartInB = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        double ofA = Math.signum(a[i] - a[j]);
        double ofB = Math.signum(b[i] - b[j]);
        balance += ofA * ofB;
        apartInA += ofA * ofA;
        apartInB += ofB * ofB;
      }
    }
    return balance / Math.sqrt(apartInA * apartInB);
  }

  private static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    Arrays.setAll(ranks, i -> (first(sorted, values[i]) + last(sorted, values[i])) / 2.0 + 1);
    return ranks;
  }

  private static int first(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int last(double[] sorted, double value) {
    return first(sorted, Math.nextUp(value)) - 1;
  }
}
