package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.metric.Figure;
import dev.smartspawn.enrich.metric.MetricReading;
import dev.smartspawn.enrich.metric.MetricReading.Unit;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.source.Source;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every number of a source's record that says how good or how fast a model is, in the order of the
 * metrics. What is no number, or a fraction of more than 1, is a gap here as in {@code benchmarks}.
 */
public final class MetricReadings {

  /** Of a metric under its newer name. */
  private static final String GPQA_DIAMOND = "gpqa_diamond";

  private static final String INDEX_SUFFIX = "_index";

  private final Source source;
  private final SortedMap<String, MetricReading> byField = new TreeMap<>();

  private MetricReadings(Source source) {
    this.source = source;
  }

  /** The indices it embeds. */
  static Collection<MetricReading> of(OpenRouterModel listing) {
    MetricReadings readings = new MetricReadings(Source.OPENROUTER);
    @Nullable EmbeddedIndices embedded = listing.artificialAnalysis();
    if (embedded != null) {
      readings.add("intelligence_index", embedded.intelligenceIndex(), Unit.INDEX);
      readings.add("coding_index", embedded.codingIndex(), Unit.INDEX);
      readings.add("agentic_index", embedded.agenticIndex(), Unit.INDEX);
    }
    return readings.byField.values();
  }

  static Collection<MetricReading> of(ArtificialAnalysisModel row) {
    MetricReadings readings = new MetricReadings(Source.ARTIFICIAL_ANALYSIS);
    new TreeMap<>(row.evaluations())
        .forEach(
            (field, figure) ->
                readings.add(
                    field.equals(GPQA_DIAMOND) ? "gpqa" : field,
                    figure,
                    field.endsWith(INDEX_SUFFIX) ? Unit.INDEX : Unit.FRACTION));
    readings.add(
        "output_tokens_per_second",
        Figure.positive(row.outputTokensPerSecond()),
        Unit.TOKENS_PER_SECOND);
    readings.add(
        "time_to_first_token", Figure.positive(row.timeToFirstTokenSeconds()), Unit.SECONDS);
    return readings.byField.values();
  }

  static Collection<MetricReading> of(HfEvaluation row) {
    MetricReadings readings = new MetricReadings(Source.HF_LEADERBOARD);
    readings.add("average", row.average(), Unit.PERCENT);
    readings.add("ifeval", row.ifEval(), Unit.PERCENT);
    readings.add("bbh", row.bbh(), Unit.PERCENT);
    readings.add("math_lvl_5", row.mathLvl5(), Unit.PERCENT);
    readings.add("gpqa", row.gpqa(), Unit.PERCENT);
    readings.add("musr", row.musr(), Unit.PERCENT);
    readings.add("mmlu_pro", row.mmluPro(), Unit.PERCENT);
    return readings.byField.values();
  }

  static Collection<MetricReading> of(ArenaRating row) {
    MetricReadings readings = new MetricReadings(Source.LMARENA);
    readings.add(row.board().id(), row.rating(), Unit.ELO);
    return readings.byField.values();
  }

  /** The categories, which are the means of everything else it measures. */
  static Collection<MetricReading> of(LiveBenchResult result) {
    MetricReadings readings = new MetricReadings(Source.LIVEBENCH);
    LiveBenchFigures.of(result)
        .byCategory()
        .forEach((category, score) -> readings.add(category, score, Unit.FRACTION));
    return readings.byField.values();
  }

  /** The scores it forces. */
  static Collection<MetricReading> of(ModelOverride override) {
    MetricReadings readings = new MetricReadings(Source.OVERRIDES);
    override.scores().forEach((category, score) -> readings.add(category.id(), score, Unit.SCORE));
    return readings.byField.values();
  }

  private void add(String field, @Nullable Double figure, Unit unit) {
    @Nullable Double raw = Figure.plain(figure);
    if (raw != null && (unit != Unit.FRACTION || Figure.percent(raw) != null)) {
      byField.putIfAbsent(field, MetricReading.of(source, field, raw, unit));
    }
  }
}
