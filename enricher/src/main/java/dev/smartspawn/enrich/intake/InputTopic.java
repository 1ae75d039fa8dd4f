package dev.smartspawn.enrich.intake;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.source.SourceReading;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.stage.StageStore;
import dev.smartspawn.schema.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A topic the enricher reads, and the store that holds its latest records.
 *
 * @param source whose pulls fill the topic; absent for the topic of pulls' outcomes
 */
public record InputTopic<K, V>(Topic<K, V> topic, @Nullable Source source) {

  public static final InputTopic<String, Raw<OpenRouterModel>> OPENROUTER =
      new InputTopic<>(Topics.RAW_OPENROUTER, Source.OPENROUTER);
  public static final InputTopic<String, Alias> ALIASES =
      new InputTopic<>(Topics.REFERENCE_ALIASES, Source.ALIASES);
  public static final InputTopic<CanonicalId, ModelOverride> OVERRIDES =
      new InputTopic<>(Topics.REFERENCE_OVERRIDES, Source.OVERRIDES);
  public static final InputTopic<String, SourceStatus> STATUS =
      new InputTopic<>(Topics.SOURCE_STATUS, null);

  /** The source's records. */
  public static <T extends RawRecord> InputTopic<String, Raw<T>> of(SourceReading<T> reading) {
    return new InputTopic<>(reading.topic(), reading.source());
  }

  /** The catalogue, then the sources in their order, then the files; the outcomes of pulls last. */
  public static List<InputTopic<?, ?>> all(List<SourceReading<?>> readings) {
    List<InputTopic<?, ?>> topics = new ArrayList<>();
    topics.add(OPENROUTER);
    readings.forEach(reading -> topics.add(of(reading)));
    topics.addAll(List.of(ALIASES, OVERRIDES, STATUS));
    return topics;
  }

  /** The sources whose pulls fill these topics. */
  static List<Source> sources(List<SourceReading<?>> readings) {
    return all(readings).stream().flatMap(topic -> Stream.ofNullable(topic.source())).toList();
  }

  /** Holds the topic's latest records. */
  StageStore<K, TopicValue<V>> store() {
    return new StageStore<>(
        "held-" + topic.plainName(), topic.keySerde(), new TopicValueSerde<>(topic.valueSerde()));
  }
}
