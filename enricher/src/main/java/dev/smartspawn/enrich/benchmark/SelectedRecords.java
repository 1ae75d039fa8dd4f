package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.evidence.ModelRecords;
import dev.smartspawn.enrich.metric.Figure;
import dev.smartspawn.enrich.source.DefaultEffort;
import dev.smartspawn.enrich.source.Leaderboard;
import dev.smartspawn.enrich.source.MatchedRecord;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record of each leaderboard that represents a model: of several, the one measured at the
 * effort a caller gets by default.
 *
 * @param analysisIndices has Artificial Analysis' indices, in their prevailing version
 * @param embedded indices that OpenRouter passes on
 * @param byLeaderboard the others; each of its leaderboard's type
 */
public record SelectedRecords(
    @Nullable ArtificialAnalysisModel analysisIndices,
    @Nullable EmbeddedIndices embedded,
    Map<Leaderboard<?>, RawRecord> byLeaderboard) {

  static final SelectedRecords NONE = new SelectedRecords(null, null, Map.of());

  private static final Leaderboard<ArtificialAnalysisModel> ANALYSIS =
      SourceReadings.ARTIFICIAL_ANALYSIS.leaderboards().get(0);

  public static SelectedRecords of(
      ModelRecords records, DefaultEffort effort, IndexVersion version) {
    Map<Leaderboard<?>, RawRecord> selected = new LinkedHashMap<>();
    for (Leaderboard<?> leaderboard : records.leaderboards()) {
      representative(leaderboard, records, effort)
          .ifPresent(record -> selected.put(leaderboard, record));
    }
    return new SelectedRecords(
        effort
            .nearest(
                records.on(ANALYSIS).stream().filter(one -> version.isOf(one.record())).toList())
            .map(MatchedRecord::record)
            .orElse(null),
        records.embedding() == null
            ? null
            : records.embedding().value().record().artificialAnalysis(),
        selected);
  }

  private static <T extends RawRecord> Optional<T> representative(
      Leaderboard<T> leaderboard, ModelRecords records, DefaultEffort effort) {
    return leaderboard
        .reading()
        .representative(records.on(leaderboard), effort)
        .map(MatchedRecord::record);
  }

  /** Absent where the leaderboard has no record of the model. */
  // Records are kept under the leaderboard of their type.
  @SuppressWarnings("unchecked")
  <T extends RawRecord> @Nullable T on(Leaderboard<T> leaderboard) {
    return (T) byLeaderboard.get(leaderboard);
  }

  /** The row of Artificial Analysis that has everything but the indices. */
  @Nullable ArtificialAnalysisModel analysis() {
    return on(ANALYSIS);
  }

  /** Artificial Analysis' own, not an embedded one. */
  @Nullable Double intelligenceIndex() {
    return index("intelligence_index");
  }

  /** Artificial Analysis' own, not an embedded one. */
  @Nullable Double codingIndex() {
    return index("coding_index");
  }

  private @Nullable Double index(String metric) {
    return analysisIndices == null ? null : Figure.plain(analysisIndices.evaluations().get(metric));
  }
}
