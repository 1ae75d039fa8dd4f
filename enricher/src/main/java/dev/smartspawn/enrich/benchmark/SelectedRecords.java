package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.evidence.MatchedRecord;
import dev.smartspawn.enrich.evidence.ModelRecords;
import dev.smartspawn.enrich.metric.Figure;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import dev.smartspawn.schema.raw.RawRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of each board that speaks for a model, which of several is the one measured at the
 * effort a caller gets by default. Absent where a board has none.
 *
 * @param analysisIndices speaks for Artificial Analysis' indices, being of their prevailing version
 * @param analysis speaks for everything else Artificial Analysis measured
 * @param embedded indices that OpenRouter passes on
 */
public record SelectedRecords(
    @Nullable ArtificialAnalysisModel analysisIndices,
    @Nullable ArtificialAnalysisModel analysis,
    @Nullable EmbeddedIndices embedded,
    @Nullable HfEvaluation hf,
    @Nullable ArenaRating textBoard,
    @Nullable ArenaRating visionBoard,
    @Nullable LiveBenchResult liveBench) {

  static final SelectedRecords NONE = new SelectedRecords(null, null, null, null, null, null, null);

  public static SelectedRecords of(
      ModelRecords evidence, DefaultEffort effort, IndexVersion version) {
    return new SelectedRecords(
        record(
            effort,
            evidence.artificialAnalysis().stream()
                .filter(finding -> version.isOf(finding.record()))
                .toList()),
        record(effort, evidence.artificialAnalysis()),
        evidence.embedding() == null
            ? null
            : evidence.embedding().value().record().artificialAnalysis(),
        HfFigures.best(evidence.hfLeaderboard()).map(MatchedRecord::record).orElse(null),
        record(effort, evidence.textBoard()),
        record(effort, evidence.visionBoard()),
        record(effort, evidence.liveBench()));
  }

  /** Its own, not an embedded one. */
  @Nullable Double intelligenceIndex() {
    return index("intelligence_index");
  }

  /** Likewise. */
  @Nullable Double codingIndex() {
    return index("coding_index");
  }

  private @Nullable Double index(String metric) {
    return analysisIndices == null ? null : Figure.plain(analysisIndices.evaluations().get(metric));
  }

  private static <T extends RawRecord> @Nullable T record(
      DefaultEffort effort, List<MatchedRecord<T>> findings) {
    return effort.nearest(findings).map(MatchedRecord::record).orElse(null);
  }
}
