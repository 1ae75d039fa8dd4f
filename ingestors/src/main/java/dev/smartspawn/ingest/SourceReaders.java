package dev.smartspawn.ingest;

import dev.smartspawn.ingest.artificialanalysis.ArtificialAnalysisReader;
import dev.smartspawn.ingest.hfleaderboard.HfLeaderboardReader;
import dev.smartspawn.ingest.livebench.LiveBenchReader;
import dev.smartspawn.ingest.lmarena.ArenaDatasetReader;
import dev.smartspawn.ingest.lmarena.LmArenaReader;
import dev.smartspawn.ingest.openrouter.OpenRouterReader;
import dev.smartspawn.ingest.source.SourceReader;
import dev.smartspawn.schema.source.Source;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes the reader of each source.
 *
 * @param bySource source to the factory of its reader
 */
public record SourceReaders(Map<Source, Function<SourceConfig, SourceReader<?>>> bySource) {

  /** One line per source. */
  public static final SourceReaders ALL =
      new SourceReaders(
          Map.of(
              Source.OPENROUTER, config -> new OpenRouterReader(config.address()),
              Source.ARTIFICIAL_ANALYSIS,
                  config ->
                      new ArtificialAnalysisReader(config.address(), config.key().orElse(null)),
              Source.HF_LEADERBOARD, config -> new HfLeaderboardReader(config.address()),
              Source.LMARENA, config -> new LmArenaReader(config.address(), config.downloads()),
              Source.LMARENA_DATASET, config -> new ArenaDatasetReader(config.address()),
              Source.LIVEBENCH, config -> new LiveBenchReader(config.address())));

  public SourceReaders {
    bySource = Map.copyOf(bySource);
  }

  /**
   * @throws IllegalArgumentException if the source has no reader
   */
  public SourceReader<?> reader(SourceConfig config) {
    Source source = config.descriptor().source();
    Function<SourceConfig, SourceReader<?>> maker = bySource.get(source);
    if (maker == null) {
      throw new IllegalArgumentException("source '%s' has no reader".formatted(source));
    }
    return maker.apply(config);
  }
}
