package dev.smartspawn.worker.baseline;

import dev.smartspawn.schema.cost.SpendRow;

/**
 * The lengths of answers, in tokens.
 *
 * @param count of answers
 * @param sum of their lengths
 * @param squares of their lengths, added up
 */
record Lengths(long count, long sum, long squares) {

  static final Lengths NONE = new Lengths(0, 0, 0);

  static Lengths of(SpendRow row) {
    return new Lengths(row.answers(), row.answerTokens(), row.answerTokensSquared());
  }

  Lengths plus(Lengths other) {
    return new Lengths(count + other.count, sum + other.sum, squares + other.squares);
  }

  Lengths minus(Lengths other) {
    return new Lengths(count - other.count, sum - other.sum, squares - other.squares);
  }

  double mean() {
    return (double) sum / count;
  }

  /** The squared standard error of the mean, as a fraction of the squared mean. */
  double relativeVariance() {
    double mean = mean();
    double variance = Math.max(0, ((double) squares / count - mean * mean) * count / (count - 1));
    return variance / count / (mean * mean);
  }
}
