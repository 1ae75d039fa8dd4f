package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.source.Source;
import java.util.Collection;
import java.util.List;

/**
 * What one laboratory has to say about a category. However many figures it publishes it speaks
 * once: the first tier of which a model has any figure is heard, since later tiers are further from
 * the subject or from the effort a caller gets by default.
 */
public record Voice(Source laboratory, List<List<Metric>> tiers) {

  public Voice {
    tiers = tiers.stream().map(List::copyOf).toList();
  }

  public List<Metric> metrics() {
    return tiers.stream().flatMap(Collection::stream).toList();
  }
}
