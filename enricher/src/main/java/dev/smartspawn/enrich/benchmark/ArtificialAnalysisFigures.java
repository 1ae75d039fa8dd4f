package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.metric.Figure;
import dev.smartspawn.schema.enriched.EnrichedModel.Speed;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What Artificial Analysis measured of one model: the figures of its own row and, where {@link
 * IndexBasis} allows it, the indices that OpenRouter passes on.
 */
record ArtificialAnalysisFigures(SelectedRecords selected, IndexBasis basis) {

  @Nullable Double intelligenceIndex() {
    return index(selected.intelligenceIndex(), EmbeddedIndices::intelligenceIndex);
  }

  @Nullable Double codingIndex() {
    return index(selected.codingIndex(), EmbeddedIndices::codingIndex);
  }

  /** Already 0 to 100, and of no index version. */
  @Nullable Double mathIndex() {
    return Figure.plain(evaluation("math_index"));
  }

  @Nullable Double mmluPro() {
    return Figure.percent(evaluation("mmlu_pro"));
  }

  /** Under its old or its new name. */
  @Nullable Double gpqa() {
    return Figure.percent(Figure.or(evaluation("gpqa"), evaluation("gpqa_diamond")));
  }

  @Nullable Double liveCodeBench() {
    return Figure.percent(evaluation("livecodebench"));
  }

  @Nullable Double math500() {
    return Figure.percent(evaluation("math_500"));
  }

  @Nullable Speed speed() {
    @Nullable ArtificialAnalysisModel row = selected.analysis();
    if (row == null) {
      return null;
    }
    @Nullable Double tokensPerSecond = Figure.positive(row.outputTokensPerSecond());
    @Nullable Double seconds = Figure.positive(row.timeToFirstTokenSeconds());
    return tokensPerSecond == null && seconds == null ? null : new Speed(tokensPerSecond, seconds);
  }

  private @Nullable Double index(
      @Nullable Double own, Function<EmbeddedIndices, @Nullable Double> embedded) {
    return own != null || selected.embedded() == null || !basis.usesEmbedded()
        ? own
        : Figure.plain(embedded.apply(selected.embedded()));
  }

  private @Nullable Double evaluation(String metric) {
    @Nullable ArtificialAnalysisModel row = selected.analysis();
    return row == null ? null : row.evaluations().get(metric);
  }
}
