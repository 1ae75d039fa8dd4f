package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.source.Source;
import java.util.List;

/**
 * What one laboratory says of a model, on the yardstick.
 *
 * @param points value
 * @param variance of its error
 */
record LaboratoryValue(Source laboratory, List<Metric> metrics, double points, double variance) {

  /** The same, less certain. */
  LaboratoryValue doubtedBy(double moreVariance) {
    return new LaboratoryValue(laboratory, metrics, points, variance + moreVariance);
  }
}
