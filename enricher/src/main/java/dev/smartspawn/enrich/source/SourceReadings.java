package dev.smartspawn.enrich.source;

import java.util.List;

/** Every source that measures models. The catalogue, OpenRouter, is read on its own. */
public final class SourceReadings {

  public static final ArtificialAnalysisReading ARTIFICIAL_ANALYSIS =
      new ArtificialAnalysisReading();
  public static final HfLeaderboardReading HF_LEADERBOARD = new HfLeaderboardReading();
  public static final LmArenaReading LMARENA = new LmArenaReading();
  public static final ArenaDatasetReading LMARENA_DATASET = new ArenaDatasetReading();
  public static final LiveBenchReading LIVEBENCH = new LiveBenchReading();

  /** In the order of the specification's table of sources. */
  public static final List<SourceReading<?>> ALL =
      List.of(ARTIFICIAL_ANALYSIS, HF_LEADERBOARD, LMARENA, LMARENA_DATASET, LIVEBENCH);

  private SourceReadings() {}
}
