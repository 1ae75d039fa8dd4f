package dev.smartspawn.enrich.benchmark;

import dev.smartspawn.enrich.evidence.ArenaBasis;
import dev.smartspawn.enrich.evidence.ArenaBasis.Choice;
import dev.smartspawn.enrich.metric.Figure;
import dev.smartspawn.enrich.source.ArenaDatasetReading;
import dev.smartspawn.enrich.source.Leaderboard;
import dev.smartspawn.enrich.source.SourceReadings;
import dev.smartspawn.schema.enriched.BenchmarksBuilder;
import dev.smartspawn.schema.enriched.EnrichedModel.Benchmarks;
import dev.smartspawn.schema.enriched.EnrichedModel.Speed;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.source.Source;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The measurements of one model.
 *
 * @param benchmarks a figure is absent if it was not measured
 * @param speed absent if it was not measured
 * @param visionElo LMArena's vision board, Elo points
 * @param hfMmluPro the HF leaderboard's own MMLU-Pro, 0 to 100
 * @param sources the benchmark sources that measured the model
 */
public record Measurements(
    Benchmarks benchmarks,
    @Nullable Speed speed,
    @Nullable Double visionElo,
    @Nullable Double hfMmluPro,
    Set<Source> sources) {

  private static final Leaderboard<HfEvaluation> HF =
      SourceReadings.HF_LEADERBOARD.leaderboards().get(0);
  private static final Leaderboard<LiveBenchResult> LIVEBENCH =
      SourceReadings.LIVEBENCH.leaderboards().get(0);

  private static final Benchmarks NO_BENCHMARKS =
      of(SelectedRecords.NONE, IndexBasis.of(List.of()), ArenaBasis.NONE).benchmarks();

  /**
   * @param selected for the model
   * @param basis of every model's indices
   * @param arena which of LMArena's publications counts
   */
  public static Measurements of(SelectedRecords selected, IndexBasis basis, ArenaBasis arena) {
    var analysis = new ArtificialAnalysisFigures(selected, basis);
    HfFigures hf = new HfFigures(selected.on(HF));
    LiveBenchFigures liveBench = LiveBenchFigures.of(selected.on(LIVEBENCH));
    return new Measurements(
        benchmarks(
            elo(
                arena.text(),
                selected.on(SourceReadings.LMARENA.text()),
                selected.on(SourceReadings.LMARENA_DATASET.text())),
            analysis,
            hf,
            liveBench),
        analysis.speed(),
        elo(
            arena.vision(),
            selected.on(SourceReadings.LMARENA.vision()),
            selected.on(SourceReadings.LMARENA_DATASET.vision())),
        hf.mmluPro(),
        sources(selected));
  }

  public boolean hasBenchmarks() {
    return !benchmarks.equals(NO_BENCHMARKS);
  }

  private static Benchmarks benchmarks(
      @Nullable Double arena,
      ArtificialAnalysisFigures analysis,
      HfFigures hf,
      LiveBenchFigures liveBench) {
    return new BenchmarksBuilder()
        .arena(arena)
        .intelligenceIndex(analysis.intelligenceIndex())
        .codingIndex(analysis.codingIndex())
        .mathIndex(analysis.mathIndex())
        .mmluPro(Figure.or(analysis.mmluPro(), hf.mmluPro()))
        .gpqa(Figure.or(analysis.gpqa(), hf.gpqa()))
        .liveCodeBench(analysis.liveCodeBench())
        .math500(analysis.math500())
        .ifEval(hf.ifEval())
        .bbh(hf.bbh())
        .liveBenchCoding(liveBench.coding())
        .liveBenchAgenticCoding(liveBench.agenticCoding())
        .liveBenchReasoning(liveBench.reasoning())
        .liveBenchMath(liveBench.math())
        .liveBenchLanguage(liveBench.language())
        .liveBenchIF(liveBench.instructionFollowing())
        .liveBenchDataAnalysis(liveBench.dataAnalysis())
        .build();
  }

  /** Indices that OpenRouter passes on credit Artificial Analysis. */
  private static Set<Source> sources(SelectedRecords selected) {
    Set<Source> sources = new TreeSet<>();
    if (selected.embedded() != null) {
      sources.add(Source.ARTIFICIAL_ANALYSIS);
    }
    for (Leaderboard<?> leaderboard : selected.byLeaderboard().keySet()) {
      if (measures(leaderboard, selected)) {
        sources.add(leaderboard.reading().source());
      }
    }
    return sources;
  }

  private static <T extends RawRecord> boolean measures(
      Leaderboard<T> leaderboard, SelectedRecords selected) {
    @Nullable T record = selected.on(leaderboard);
    return record != null && leaderboard.reading().measures(record);
  }

  private static @Nullable Double elo(
      Choice choice, @Nullable ArenaRating rating, @Nullable ArenaStanding standing) {
    @Nullable Double released = rating == null ? null : Figure.plain(rating.rating());
    ArenaStanding.@Nullable Rating overall = ArenaDatasetReading.overall(standing);
    @Nullable Double own = overall == null ? null : Figure.plain(overall.rating());
    return choice.usesRelease() ? Figure.or(released, own) : Figure.or(own, released);
  }
}
