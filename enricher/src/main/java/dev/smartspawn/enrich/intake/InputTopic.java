package dev.smartspawn.enrich.intake;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * A topic the enricher reads, and the store that holds what stands in it.
 *
 * @param source whose pulls fill the topic; absent for the topic of pulls' outcomes
 */
public record InputTopic<K, V>(Topic<K, V> topic, @Nullable Source source) {

  public static final InputTopic<String, Raw<OpenRouterModel>> OPENROUTER =
      new InputTopic<>(Topics.RAW_OPENROUTER, Source.OPENROUTER);
  public static final InputTopic<String, Raw<ArtificialAnalysisModel>> ARTIFICIAL_ANALYSIS =
      new InputTopic<>(Topics.RAW_ARTIFICIAL_ANALYSIS, Source.ARTIFICIAL_ANALYSIS);
  public static final InputTopic<String, Raw<HfEvaluation>> HF_LEADERBOARD =
      new InputTopic<>(Topics.RAW_HF_LEADERBOARD, Source.HF_LEADERBOARD);
  public static final InputTopic<String, Raw<ArenaRating>> LMARENA =
      new InputTopic<>(Topics.RAW_LMARENA, Source.LMARENA);
  public static final InputTopic<String, Raw<LiveBenchResult>> LIVEBENCH =
      new InputTopic<>(Topics.RAW_LIVEBENCH, Source.LIVEBENCH);
  public static final InputTopic<String, Alias> ALIASES =
      new InputTopic<>(Topics.REFERENCE_ALIASES, Source.ALIASES);
  public static final InputTopic<CanonicalId, ModelOverride> OVERRIDES =
      new InputTopic<>(Topics.REFERENCE_OVERRIDES, Source.OVERRIDES);
  public static final InputTopic<String, SourceStatus> STATUS =
      new InputTopic<>(Topics.SOURCE_STATUS, null);

  /** In the order of the specification's table of sources; the outcomes of pulls last. */
  public static final List<InputTopic<?, ?>> ALL =
      List.of(
          OPENROUTER,
          ARTIFICIAL_ANALYSIS,
          HF_LEADERBOARD,
          LMARENA,
          LIVEBENCH,
          ALIASES,
          OVERRIDES,
          STATUS);

  public String storeName() {
    return "held-" + topic.name();
  }

  public Serde<TopicValue<V>> storeSerde() {
    return new TopicValueSerde<>(topic.valueSerde());
  }
}
