package dev.smartspawn.local.evidence;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.source.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/**
 * What a served model shows, worked out from its evidence alone, by the formulas as README and the
 * specification give them: no code of the enricher is asked.
 */
record ServedFigures(JsonNode model, List<JsonNode> evidence) {

  private static final double SAME = 0.006;

  private static final List<String> TEXT_BOARD =
      List.of("lmarena/text", "lmarena-dataset/text/overall");

  private static final List<String> VISION_BOARD =
      List.of("lmarena/vision", "lmarena-dataset/vision/overall");

  private static final Map<String, List<String>> METRICS =
      Map.ofEntries(
          entry("arena", TEXT_BOARD),
          entry(
              "intelligenceIndex",
              List.of("artificial-analysis/intelligence_index", "openrouter/intelligence_index")),
          entry(
              "codingIndex",
              List.of("artificial-analysis/coding_index", "openrouter/coding_index")),
          entry("mathIndex", List.of("artificial-analysis/math_index")),
          entry("mmluPro", List.of("artificial-analysis/mmlu_pro", "hf-leaderboard/mmlu_pro")),
          entry("gpqa", List.of("artificial-analysis/gpqa", "hf-leaderboard/gpqa")),
          entry("liveCodeBench", List.of("artificial-analysis/livecodebench")),
          entry("math500", List.of("artificial-analysis/math_500")),
          entry("ifEval", List.of("hf-leaderboard/ifeval")),
          entry("bbh", List.of("hf-leaderboard/bbh")),
          entry("liveBenchCoding", List.of("livebench/coding")),
          entry("liveBenchAgenticCoding", List.of("livebench/agentic_coding")),
          entry("liveBenchReasoning", List.of("livebench/reasoning")),
          entry("liveBenchMath", List.of("livebench/math")),
          entry("liveBenchLanguage", List.of("livebench/language")),
          entry("liveBenchIF", List.of("livebench/instruction_following")),
          entry("liveBenchDataAnalysis", List.of("livebench/data_analysis")),
          entry("outputTokensPerSecond", List.of("artificial-analysis/output_tokens_per_second")),
          entry("timeToFirstToken", List.of("artificial-analysis/time_to_first_token")));

  private static final Map<String, Double> BASELINES =
      Map.of("premium", 70.0, "standard", 50.0, "budget", 30.0);

  private static final double CODING_OF_GENERAL = 0.85;
  private static final double REASONING_BOOST = 3;
  private static final double TEXT_ELO_PER_POINT = 20;
  private static final double VISION_ELO_PER_POINT = 17;

  /** Figures of {@code benchmarks} and {@code speed} that no entry of the evidence gives. */
  List<String> untraced() {
    List<String> untraced = new ArrayList<>();
    for (String part : List.of("benchmarks", "speed")) {
      model
          .path(part)
          .properties()
          .forEach(
              figure -> {
                List<String> metrics = METRICS.getOrDefault(figure.getKey(), List.of());
                if (figure.getValue().isNumber()
                    && values(metrics, value -> value).stream()
                        .noneMatch(value -> same(value, figure.getValue().asDouble()))) {
                  untraced.add(figure.getKey() + " " + figure.getValue());
                }
              });
    }
    return untraced;
  }

  /** Scores that neither an entry gives by the formulas, nor a baseline where there is none. */
  List<String> unexplained() {
    List<String> unexplained = new ArrayList<>();
    model
        .path("scores")
        .properties()
        .forEach(
            score -> {
              if (explanations(score.getKey()).stream()
                  .noneMatch(value -> same(value, score.getValue().asDouble()))) {
                unexplained.add(score.getKey() + " " + score.getValue());
              }
            });
    return unexplained;
  }

  /** Estimates by more laboratories than the evidence has entries of. */
  List<String> unbacked() {
    Set<String> laboratories = new HashSet<>();
    evidence.forEach(entry -> laboratories.add(laboratory(entry)));
    List<String> unbacked = new ArrayList<>();
    model
        .path("estimates")
        .properties()
        .forEach(
            estimate -> {
              if (estimate.getValue().path("sources").asInt() > laboratories.size()) {
                unbacked.add(estimate.getKey() + " " + estimate.getValue());
              }
            });
    return unbacked;
  }

  /** A score set by hand stands alone; otherwise what each measurement comes to counts. */
  private List<Double> explanations(String category) {
    List<Double> forced = values(List.of("overrides/" + category), value -> value);
    if (!forced.isEmpty()) {
      return forced;
    }
    return switch (category) {
      case "coding" -> coding();
      case "reasoning" -> reasoning();
      case "creative" -> rated(TEXT_BOARD, TEXT_ELO_PER_POINT);
      case "vision" -> rated(VISION_BOARD, VISION_ELO_PER_POINT);
      default -> general();
    };
  }

  private List<Double> coding() {
    List<Double> measured = values(METRICS.get("codingIndex"), ServedFigures::normalized);
    return model.at("/benchmarks/codingIndex").isNumber()
        ? measured
        : baselineOr(measuredGeneral().stream().map(value -> value * CODING_OF_GENERAL).toList());
  }

  private List<Double> reasoning() {
    double boost = model.at("/capabilities/reasoning").asBoolean() ? REASONING_BOOST : 0;
    return baselineOr(
        measuredGeneral().stream().map(value -> Math.min(100, value + boost)).toList());
  }

  private List<Double> rated(List<String> board, double eloPerPoint) {
    List<Double> measured = values(board, elo -> Math.min(100, elo / eloPerPoint));
    return measured.isEmpty() ? general() : measured;
  }

  private List<Double> general() {
    return baselineOr(measuredGeneral());
  }

  private List<Double> measuredGeneral() {
    return model.at("/benchmarks/intelligenceIndex").isNumber()
        ? values(METRICS.get("intelligenceIndex"), ServedFigures::normalized)
        : values(List.of("hf-leaderboard/mmlu_pro"), value -> value);
  }

  private List<Double> baselineOr(List<Double> measured) {
    return measured.isEmpty() ? List.of(BASELINES.get(model.path("tier").asText())) : measured;
  }

  private List<Double> values(List<String> metrics, DoubleUnaryOperator formula) {
    return evidence.stream()
        .filter(entry -> metrics.contains(entry.path("metric").asText()))
        .map(entry -> formula.applyAsDouble(entry.path("value").asDouble()))
        .toList();
  }

  private static double normalized(double index) {
    return (index + 100) / 2;
  }

  private static String laboratory(JsonNode entry) {
    String source = entry.path("source").asText();
    if (source.equals(Source.LMARENA_DATASET.id())) {
      return Source.LMARENA.id();
    }
    return source.equals(Source.OPENROUTER.id()) ? Source.ARTIFICIAL_ANALYSIS.id() : source;
  }

  private static boolean same(double one, double other) {
    return Math.abs(one - other) < SAME;
  }
}
