package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.evidence.Evidence;
import dev.smartspawn.enrich.evidence.Finding;
import dev.smartspawn.schema.Source;
import dev.smartspawn.schema.enriched.EnrichedModel.Benchmarks;
import dev.smartspawn.schema.enriched.EnrichedModel.Speed;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.OpenRouterModel.EmbeddedIndices;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one model.
 *
 * @param benchmarks every figure absent where nobody measured it
 * @param speed absent where nobody measured it
 * @param visionElo LMArena's vision board, Elo points
 * @param hfMmluPro the HF leaderboard's own MMLU-Pro, 0 to 100
 * @param sources which benchmark sources say anything
 */
public record Measurements(
    Benchmarks benchmarks,
    @Nullable Speed speed,
    @Nullable Double visionElo,
    @Nullable Double hfMmluPro,
    Set<Source> sources) {

  private static final Benchmarks NO_BENCHMARKS =
      benchmarks(
          null,
          new ArtificialAnalysisFigures(null, null, null),
          new HfFigures(null),
          new LiveBenchFigures(Map.of()));

  /**
   * @param embedded Artificial Analysis' indices in the catalogue's listing
   */
  public static Measurements of(
      Evidence evidence,
      DefaultEffort effort,
      IndexVersion version,
      @Nullable EmbeddedIndices embedded) {
    var analysis =
        ArtificialAnalysisFigures.of(evidence.artificialAnalysis(), effort, version, embedded);
    HfFigures hf = HfFigures.of(evidence.hfLeaderboard());
    LiveBenchFigures liveBench = LiveBenchFigures.of(evidence.liveBench(), effort);
    @Nullable Double arena = elo(evidence.textBoard(), effort);
    @Nullable Double visionElo = elo(evidence.visionBoard(), effort);
    return new Measurements(
        benchmarks(arena, analysis, hf, liveBench),
        analysis.speed(),
        visionElo,
        hf.mmluPro(),
        sources(analysis, hf, arena != null || visionElo != null, liveBench));
  }

  public boolean hasBenchmarks() {
    return !benchmarks.equals(NO_BENCHMARKS);
  }

  private static Benchmarks benchmarks(
      @Nullable Double arena,
      ArtificialAnalysisFigures analysis,
      HfFigures hf,
      LiveBenchFigures liveBench) {
    return new Benchmarks(
        arena,
        analysis.intelligenceIndex(),
        analysis.codingIndex(),
        analysis.mathIndex(),
        Figure.or(analysis.mmluPro(), hf.mmluPro()),
        Figure.or(analysis.gpqa(), hf.gpqa()),
        analysis.liveCodeBench(),
        analysis.math500(),
        hf.ifEval(),
        hf.bbh(),
        liveBench.coding(),
        liveBench.agenticCoding(),
        liveBench.reasoning(),
        liveBench.math(),
        liveBench.language(),
        liveBench.instructionFollowing(),
        liveBench.dataAnalysis());
  }

  private static Set<Source> sources(
      ArtificialAnalysisFigures analysis, HfFigures hf, boolean rated, LiveBenchFigures liveBench) {
    Set<Source> sources = EnumSet.noneOf(Source.class);
    if (analysis.isPresent()) {
      sources.add(Source.ARTIFICIAL_ANALYSIS);
    }
    if (hf.isPresent()) {
      sources.add(Source.HF_LEADERBOARD);
    }
    if (rated) {
      sources.add(Source.LMARENA);
    }
    if (liveBench.isPresent()) {
      sources.add(Source.LIVEBENCH);
    }
    return sources;
  }

  private static @Nullable Double elo(List<Finding<ArenaRating>> board, DefaultEffort effort) {
    return effort
        .nearest(board)
        .map(Finding::record)
        .map(ArenaRating::rating)
        .filter(Double::isFinite)
        .orElse(null);
  }
}
