package dev.smartspawn.enrich.rank;

import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.source.Source;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a source's record says, as metrics. What it does not say is absent. */
public final class MetricFigures {

  private MetricFigures() {}

  /** The indices newer catalogues embed; none for older ones. */
  public static Map<Metric, Double> of(OpenRouterModel model) {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    OpenRouterModel.@Nullable EmbeddedIndices embedded = model.artificialAnalysis();
    if (embedded != null) {
      put(figures, Metric.EMBEDDED_INTELLIGENCE, embedded.intelligenceIndex());
      put(figures, Metric.EMBEDDED_CODING, embedded.codingIndex());
      put(figures, Metric.EMBEDDED_AGENTIC, embedded.agenticIndex());
    }
    return figures;
  }

  public static Map<Metric, Double> of(ArtificialAnalysisModel row) {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    row.evaluations()
        .forEach(
            (field, value) ->
                Metric.of(Source.ARTIFICIAL_ANALYSIS, spelledAsBefore(field))
                    .ifPresent(metric -> put(figures, metric, value)));
    return figures;
  }

  public static Map<Metric, Double> of(LiveBenchResult result) {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    result
        .categoryScores()
        .forEach(
            (field, value) ->
                Metric.of(Source.LIVEBENCH, plain(field))
                    .ifPresent(metric -> put(figures, metric, value)));
    if (!figures.isEmpty()) {
      double sum = figures.values().stream().mapToDouble(Double::doubleValue).sum();
      figures.put(Metric.LIVEBENCH_AVERAGE, sum / figures.size());
    }
    return figures;
  }

  public static Map<Metric, Double> of(ArenaRating rating) {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    Metric metric =
        rating.board() == ArenaRating.Board.VISION ? Metric.ARENA_VISION : Metric.ARENA_TEXT;
    put(figures, metric, rating.rating());
    return figures;
  }

  public static Map<Metric, Double> of(HfEvaluation row) {
    Map<Metric, Double> figures = new EnumMap<>(Metric.class);
    put(figures, Metric.HF_AVERAGE, row.average());
    put(figures, Metric.HF_IF_EVAL, row.ifEval());
    put(figures, Metric.HF_BBH, row.bbh());
    put(figures, Metric.HF_MATH, row.mathLvl5());
    put(figures, Metric.HF_GPQA, row.gpqa());
    put(figures, Metric.HF_MUSR, row.musr());
    put(figures, Metric.HF_MMLU_PRO, row.mmluPro());
    return figures;
  }

  /** Whichever way the source spells its categories this month: {@code Data Analysis}. */
  private static String plain(String category) {
    String plain = category.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "_");
    return switch (plain) {
      case "mathematics" -> "math";
      case "if" -> "instruction_following";
      default -> plain;
    };
  }

  /** The source's second address renamed one of its evaluations. */
  private static String spelledAsBefore(String field) {
    return field.equals("gpqa_diamond") ? "gpqa" : field;
  }

  private static void put(Map<Metric, Double> figures, Metric metric, @Nullable Double value) {
    if (value != null && Double.isFinite(value)) {
      figures.put(metric, value);
    }
  }
}
