package dev.smartspawn.schema.raw;

/** One thing a source said. */
public sealed interface RawRecord
    permits OpenRouterModel, ArtificialAnalysisModel, HfEvaluation, ArenaRating, LiveBenchResult {

  /** What is unique in that source: the key of its raw topic. */
  String key();
}
