package dev.smartspawn.enrich.evidence;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every record that is about one model; each list in the order of its topic's keys.
 *
 * @param embedding the listing that embeds indices of Artificial Analysis; absent where none does
 */
public record ModelRecords(
    @Nullable TopicValue<Raw<OpenRouterModel>> embedding,
    List<MatchedRecord<ArtificialAnalysisModel>> artificialAnalysis,
    List<MatchedRecord<HfEvaluation>> hfLeaderboard,
    List<MatchedRecord<ArenaRating>> textBoard,
    List<MatchedRecord<ArenaRating>> visionBoard,
    List<MatchedRecord<LiveBenchResult>> liveBench) {

  public static final ModelRecords NONE =
      new ModelRecords(null, List.of(), List.of(), List.of(), List.of(), List.of());

  /**
   * Where a board says nothing here, what it says in {@code origin}: a record that names a variant
   * itself is better evidence about it than its base's.
   */
  public ModelRecords orElse(ModelRecords origin) {
    return new ModelRecords(
        embedding == null ? origin.embedding : embedding,
        either(artificialAnalysis, origin.artificialAnalysis),
        either(hfLeaderboard, origin.hfLeaderboard),
        either(textBoard, origin.textBoard),
        either(visionBoard, origin.visionBoard),
        either(liveBench, origin.liveBench));
  }

  /** When the newest of the records, and at the earliest {@code catalogued}, was pulled. */
  public Instant newestPull(Instant catalogued) {
    Stream<Instant> embedded =
        embedding == null ? Stream.empty() : Stream.of(embedding.value().pulledAt());
    return Stream.concat(
            embedded,
            Stream.of(artificialAnalysis, hfLeaderboard, textBoard, visionBoard, liveBench)
                .flatMap(List::stream)
                .map(finding -> finding.held().value().pulledAt()))
        .reduce(catalogued, (a, b) -> a.isAfter(b) ? a : b);
  }

  private static <T extends RawRecord> List<MatchedRecord<T>> either(
      List<MatchedRecord<T>> own, List<MatchedRecord<T>> origins) {
    return own.isEmpty() ? origins : own;
  }
}
