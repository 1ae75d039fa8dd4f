package dev.smartspawn.enrich.input;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.reference.ModelOverride;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * Everything the table of enriched models depends on. Collections are in the order of their topics'
 * keys, whatever order they arrived in.
 *
 * @param today the date in UTC: models expire, and stop being new
 */
public record EnrichmentInput(
    Collection<TopicValue<Raw<OpenRouterModel>>> openRouter,
    Collection<TopicValue<Raw<ArtificialAnalysisModel>>> artificialAnalysis,
    Collection<TopicValue<Raw<HfEvaluation>>> hfLeaderboard,
    Collection<TopicValue<Raw<ArenaRating>>> arena,
    Collection<TopicValue<Raw<LiveBenchResult>>> liveBench,
    Collection<TopicValue<Alias>> aliases,
    Map<CanonicalId, TopicValue<ModelOverride>> overrides,
    LocalDate today) {}
