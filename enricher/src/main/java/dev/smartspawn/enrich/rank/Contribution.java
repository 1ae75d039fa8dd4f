package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.source.Source;
import java.util.List;

/**
 * What one laboratory's figures did to an estimate.
 *
 * @param laboratory who measured, which for figures embedded in OpenRouter's catalogue is
 *     Artificial Analysis
 * @param metrics the figures it spoke with
 * @param score what they come to, 0 to 100
 * @param error one standard deviation of it, in score points
 * @param share of the estimate that is its, 0 to 1; what is missing to 1 over all contributions is
 *     the prior's
 */
public record Contribution(
    Source laboratory, List<Metric> metrics, double score, double error, double share) {

  public Contribution {
    metrics = List.copyOf(metrics);
  }
}
