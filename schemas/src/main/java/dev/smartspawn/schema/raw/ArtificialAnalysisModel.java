package dev.smartspawn.schema.raw;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of Artificial Analysis; one model has many, one an effort. Attribution is required wherever
 * its figures are shown.
 *
 * @param id the source's UUID
 * @param name as {@code GPT-5.4 (xhigh)}
 * @param slug as {@code gpt-5-4-xhigh}
 * @param creatorSlug maker, as {@code openai}
 * @param evaluations metric, by the source's own name without its {@code artificial_analysis_}
 *     prefix, to figure: indices on -100 to 100 ({@code math_index} on 0 to 100), benchmarks as
 *     fractions of 1. A metric that was not measured is absent
 * @param promptPrice USD per 1M tokens
 * @param completionPrice USD per 1M tokens
 * @param outputTokensPerSecond median
 * @param timeToFirstTokenSeconds median
 * @param indexVersion version of the intelligence index where the source names it; figures of two
 *     versions do not compare
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
