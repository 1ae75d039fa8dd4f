package dev.smartspawn.enrich.intake;

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
    Collection<Held<Raw<OpenRouterModel>>> openRouter,
    Collection<Held<Raw<ArtificialAnalysisModel>>> artificialAnalysis,
    Collection<Held<Raw<HfEvaluation>>> hfLeaderboard,
    Collection<Held<Raw<ArenaRating>>> arena,
    Collection<Held<Raw<LiveBenchResult>>> liveBench,
    Collection<Held<Alias>> aliases,
    Map<CanonicalId, Held<ModelOverride>> overrides,
    LocalDate today) {}
