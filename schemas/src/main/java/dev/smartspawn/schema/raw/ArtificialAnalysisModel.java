package dev.smartspawn.schema.raw;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of Artificial Analysis. A model has several rows, one per effort. Attribution is required
 * wherever its figures are shown.
 *
 * @param id the source's UUID
 * @param name such as {@code GPT-5.4 (xhigh)}
 * @param slug such as {@code gpt-5-4-xhigh}
 * @param creatorSlug maker, such as {@code openai}
 * @param evaluations metric to figure. The metric has the source's own name without the {@code
 *     artificial_analysis_} prefix. Figures are indices on -100 to 100 ({@code math_index} on 0 to
 *     100), benchmarks as fractions of 1. A metric without a measurement is absent
 * @param promptPrice USD per 1M tokens
 * @param completionPrice USD per 1M tokens
 * @param outputTokensPerSecond median
 * @param timeToFirstTokenSeconds median
 * @param indexVersion version of the intelligence index, when the source names it; figures of
 *     different versions are not comparable
 */
public record ArtificialAnalysisModel(
    String id,
    String name,
    String slug,
    @Nullable LocalDate releaseDate,
    @Nullable String creatorName,
    @Nullable String creatorSlug,
    Map<String, Double> evaluations,
    @Nullable Double promptPrice,
    @Nullable Double completionPrice,
    @Nullable Double outputTokensPerSecond,
    @Nullable Double timeToFirstTokenSeconds,
    @Nullable String indexVersion)
    implements RawRecord {

  public ArtificialAnalysisModel {
    Required.text("id", id);
    Required.text("name", name);
    Required.text("slug", slug);
    evaluations = evaluations == null ? Map.of() : Map.copyOf(evaluations);
  }

  @Override
  public String key() {
    return id;
  }
}
