package dev.smartspawn.local.source;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.enrich.metric.MetricReading;
import dev.smartspawn.enrich.metric.MetricReadings;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.source.SourceReading;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.source.SourceDescriptor;
import dev.smartspawn.schema.topic.Topics;
import java.util.Collection;
import java.util.Map;

/** How the enricher reads the toy source: one fraction, which is shown but not ranked. */
record ToyReading(SourceDescriptor<ToyRating> descriptor) implements SourceReading<ToyRating> {

  @Override
  public Source source() {
    return descriptor.source();
  }

  @Override
  public Topic<String, Raw<ToyRating>> topic() {
    return Topics.raw(descriptor);
  }

  @Override
  public NamedRecord named(ToyRating rating) {
    return new NamedRecord(
        source(), nameConvention(), rating.key(), rating.name(), null, null, null, null);
  }

  @Override
  public Collection<MetricReading> readings(ToyRating rating) {
    MetricReadings readings = new MetricReadings(source());
    readings.add("score", rating.score(), MetricReading.Unit.FRACTION);
    return readings.all();
  }

  @Override
  public Map<Metric, Double> figures(ToyRating rating) {
    return Map.of();
  }
}
