package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.metric.Figure;
import dev.smartspawn.schema.enriched.EnrichedModel.Benchmarks;
import dev.smartspawn.schema.enriched.EnrichedModel.Speed;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.source.Source;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
      of(SelectedRecords.NONE, IndexBasis.of(List.of())).benchmarks();

  /**
   * @param speakers for the model
   * @param basis of every model's indices
   */
  public static Measurements of(SelectedRecords speakers, IndexBasis basis) {
    var analysis = new ArtificialAnalysisFigures(speakers, basis);
    HfFigures hf = new HfFigures(speakers.hf());
    LiveBenchFigures liveBench = LiveBenchFigures.of(speakers.liveBench());
    @Nullable Double arena = elo(speakers.textBoard());
    @Nullable Double visionElo = elo(speakers.visionBoard());
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
    Set<Source> sources = new TreeSet<>();
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

  private static @Nullable Double elo(@Nullable ArenaRating rating) {
    return rating == null ? null : Figure.plain(rating.rating());
  }
}
