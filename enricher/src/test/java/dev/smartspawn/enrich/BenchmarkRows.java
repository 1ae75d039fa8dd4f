package dev.smartspawn.enrich;

import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.ArtificialAnalysisModelBuilder;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.HfEvaluationBuilder;
import dev.smartspawn.schema.raw.LiveBenchResult;
import java.util.Map;

/** Writes benchmark sources' records for tests. */
public final class BenchmarkRows {

  private BenchmarkRows() {}

  public static ArtificialAnalysisModel analysis(String name, double intelligence, double coding) {
    return analysis(name, null, Map.of("intelligence_index", intelligence, "coding_index", coding));
  }

  public static ArtificialAnalysisModel analysis(
      String name, String indexVersion, Map<String, Double> evaluations) {
    return new ArtificialAnalysisModelBuilder()
        .id("aa-" + name)
        .name(name)
        .slug(name)
        .evaluations(evaluations)
        .outputTokensPerSecond(120.5)
        .timeToFirstTokenSeconds(0.7)
        .indexVersion(indexVersion)
        .build();
  }

  public static ArenaRating rating(Board board, String name, double elo) {
    return new ArenaRating(board, name, elo, null, null, null, null, null, null, null);
  }

  public static HfEvaluation evaluation(
      String fullname, String precision, boolean official, double mmluPro) {
    return new HfEvaluationBuilder()
        .evalName(fullname + "_" + precision)
        .fullname(fullname)
        .precision(precision)
        .officialProvider(official)
        .flagged(false)
        .merged(false)
        .average(mmluPro)
        .ifEval(61.5)
        .bbh(42.25)
        .gpqa(12.125)
        .mmluPro(mmluPro)
        .build();
  }

  public static LiveBenchResult liveBench(String model, Map<String, Double> categoryScores) {
    return new LiveBenchResult(model, Map.of(), categoryScores, 100);
  }
}
