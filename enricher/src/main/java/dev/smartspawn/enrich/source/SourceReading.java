package dev.smartspawn.enrich.source;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.enrich.metric.MetricReading;
import dev.smartspawn.enrich.name.NameConvention;
import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.plausibility.FieldCheck;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.source.Source;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the records of a source that measures models are read. */
public interface SourceReading<T extends RawRecord> {

  Source source();

  /** Where the source's records are. */
  Topic<String, Raw<T>> topic();

  /** How the source writes names. */
  default NameConvention nameConvention() {
    return NameConvention.PLAIN;
  }

  /** What the record says about which model it is. */
  NamedRecord named(T record);

  /** Every number of the record, in the order of the metrics. Shown as evidence. */
  Collection<MetricReading> readings(T record);

  /** The record's numbers that the ranking uses. A metric that was not measured is absent. */
  Map<Metric, Double> figures(T record);

  /** Whether the record measures anything. A source that does is credited for the model. */
  default boolean measures(T record) {
    return !readings(record).isEmpty();
  }

  /**
   * The record without values that cannot be true; null when nothing is left of it.
   *
   * @param check decides what can be true, and counts what cannot
   */
  default @Nullable T plausible(T record, FieldCheck check) {
    return record;
  }

  /**
   * The records that are used. A source that publishes the same measurements twice leaves one of
   * them out.
   */
  default List<TopicValue<Raw<T>>> used(Collection<TopicValue<Raw<T>>> records) {
    return List.copyOf(records);
  }

  /** The source's leaderboards. Records of different leaderboards are never compared. */
  default List<Leaderboard<T>> leaderboards() {
    return List.of(new Leaderboard<>(this, source().id()));
  }

  default boolean isOn(Leaderboard<T> leaderboard, T record) {
    return true;
  }

  /** Of several records about one model, the one whose numbers become its benchmarks. */
  default Optional<MatchedRecord<T>> representative(
      List<MatchedRecord<T>> records, DefaultEffort effort) {
    return effort.nearest(records);
  }

  /** Of several records about one model, the one the ranking uses. */
  default Optional<MatchedRecord<T>> ranked(List<MatchedRecord<T>> records, DefaultEffort effort) {
    return effort.nearest(effort.sharingMode(records));
  }
}
