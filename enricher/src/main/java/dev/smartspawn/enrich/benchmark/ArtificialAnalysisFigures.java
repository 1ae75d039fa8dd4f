package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.evidence.Finding;
import dev.smartspawn.schema.enriched.EnrichedModel.Speed;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What Artificial Analysis measured of one model: its own row's figures and, index by index where
 * that has none, those that OpenRouter's listing embeds.
 *
 * @param row measured at the effort a caller gets by default
 * @param indexRow likewise, among the rows of the prevailing index version
 */
record ArtificialAnalysisFigures(
    @Nullable ArtificialAnalysisModel row,
    @Nullable ArtificialAnalysisModel indexRow,
    @Nullable EmbeddedIndices embedded) {

  static ArtificialAnalysisFigures of(
      List<Finding<ArtificialAnalysisModel>> findings,
      DefaultEffort effort,
      IndexVersion version,
      @Nullable EmbeddedIndices embedded) {
    List<Finding<ArtificialAnalysisModel>> comparable =
        findings.stream().filter(finding -> version.isOf(finding.record())).toList();
    return new ArtificialAnalysisFigures(
        effort.nearest(findings).map(Finding::record).orElse(null),
        effort.nearest(comparable).map(Finding::record).orElse(null),
        embedded);
  }

  @Nullable Double intelligenceIndex() {
    return index("intelligence_index", EmbeddedIndices::intelligenceIndex);
  }

  @Nullable Double codingIndex() {
    return index("coding_index", EmbeddedIndices::codingIndex);
  }

  /** Already 0 to 100, and of no index version. */
  @Nullable Double mathIndex() {
    return Figure.plain(evaluation(row, "math_index"));
  }

  @Nullable Double mmluPro() {
    return Figure.percent(evaluation(row, "mmlu_pro"));
  }

  /** Under its old name or the successor's. */
  @Nullable Double gpqa() {
    return Figure.percent(Figure.or(evaluation(row, "gpqa"), evaluation(row, "gpqa_diamond")));
  }

  @Nullable Double liveCodeBench() {
    return Figure.percent(evaluation(row, "livecodebench"));
  }

  @Nullable Double math500() {
    return Figure.percent(evaluation(row, "math_500"));
  }

  @Nullable Speed speed() {
    if (row == null) {
      return null;
    }
    @Nullable Double tokensPerSecond = Figure.positive(row.outputTokensPerSecond());
    @Nullable Double seconds = Figure.positive(row.timeToFirstTokenSeconds());
    return tokensPerSecond == null && seconds == null ? null : new Speed(tokensPerSecond, seconds);
  }

  /** It says something, in a row of its own or through OpenRouter. */
  boolean isPresent() {
    return row != null || intelligenceIndex() != null || codingIndex() != null;
  }

  private @Nullable Double index(
      String metric, Function<EmbeddedIndices, @Nullable Double> embeddedIndex) {
    @Nullable Double own = Figure.plain(evaluation(indexRow, metric));
    return own != null || embedded == null ? own : Figure.plain(embeddedIndex.apply(embedded));
  }

  private static @Nullable Double evaluation(@Nullable ArtificialAnalysisModel row, String metric) {
    return row == null ? null : row.evaluations().get(metric);
  }
}
