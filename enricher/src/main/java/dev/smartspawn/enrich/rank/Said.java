package dev.smartspawn.enrich.rank;

import dev.smartspawn.schema.source.Source;
import java.util.List;

/**
 * What one laboratory says of a model, on the yardstick.
 *
 * @param points value
 * @param variance of its error
 */
record Said(Source laboratory, List<Metric> metrics, double points, double variance) {

  /** The same, less certain. */
  Said doubtedBy(double moreVariance) {
    return new Said(laboratory, metrics, points, variance + moreVariance);
  }
}
