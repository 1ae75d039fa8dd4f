package dev.smartspawn.schema.topic;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.enriched.LongPromptPrice;
import dev.smartspawn.schema.enriched.ModelChange;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.enriched.Tier;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.Capability;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.spawn.ModelOutput;
import dev.smartspawn.schema.spawn.PlannedCall;
import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.schema.spawn.SpawnOutcome;
import dev.smartspawn.schema.spawn.SpawnReport;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.spawn.TokenUsage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One full value of every topic. */
final class Samples {

  private static final Instant NOON = Instant.parse("2026-07-22T12:00:00Z");
  private static final CanonicalId OPUS = CanonicalId.of("anthropic/claude-opus-4.6");

  private Samples() {}

  static Map<Topic<?, ?>, Object> everyTopic() {
    return Map.ofEntries(
        Map.entry(
            Topics.REFRESH_COMMANDS, new RefreshCommand(List.of(Source.OPENROUTER), "somebody")),
        Map.entry(Topics.RAW_OPENROUTER, pulled(openRouterModel())),
        Map.entry(Topics.RAW_ARTIFICIAL_ANALYSIS, pulled(artificialAnalysisModel())),
        Map.entry(Topics.RAW_HF_LEADERBOARD, pulled(hfEvaluation())),
        Map.entry(
            Topics.RAW_LMARENA,
            pulled(
                new ArenaRating(
                    ArenaRating.Board.TEXT,
                    "claude-opus-4-6",
                    1501,
                    10.0,
                    10.0,
                    4131L,
                    2,
                    "Anthropic",
                    "Proprietary"))),
        Map.entry(
            Topics.RAW_LIVEBENCH,
            pulled(
                new LiveBenchResult(
                    "claude-opus-4-6-high-effort",
                    Map.of("zebra_puzzle", 0.95),
                    Map.of("reasoning", 0.95),
                    50))),
        Map.entry(Topics.REFERENCE_ALIASES, new Alias("Claude Opus 4.6", OPUS)),
        Map.entry(
            Topics.REFERENCE_OVERRIDES,
            new ModelOverride(OPUS, List.of(Category.CODING), Map.of(Category.CODING, 90.0))),
        Map.entry(Topics.SOURCE_STATUS, sourceStatus()),
        Map.entry(Topics.ENRICHED_MODELS, enrichedModel()),
        Map.entry(
            Topics.UNRESOLVED_NAMES,
            new UnresolvedName(
                Source.LMARENA,
                "text/claude-opus-9",
                "claude-opus-9",
                List.of(new UnresolvedName.Refused(OPUS, "version 9 is not 4.6")))),
        Map.entry(
            Topics.ENRICHMENT_RUNS,
            new EnrichmentRun(
                NOON, 342, "00000000000000ff", Map.of(Source.OPENROUTER, "pull-1"), NOON)),
        Map.entry(
            Topics.MODEL_CHANGES,
            ModelChange.of(
                OPUS,
                ModelChange.Kind.PRICE,
                "pricing.prompt",
                15.0,
                5.0,
                Map.of(Source.OPENROUTER, "pull-1"),
                NOON)),
        Map.entry(Topics.SPAWN_REQUESTS, spawnRequest()),
        Map.entry(
            Topics.SPAWN_EVENTS,
            new SpawnEvent(
                new SpawnId("job-1"),
                NOON,
                "attempt-1",
                new SpawnStep.Requested(
                    new RecordPosition(0, 7), spawnRequest(), NOON.plusSeconds(60)))),
        Map.entry(Topics.SPAWN_RESULTS, spawnResult()),
        Map.entry(
            Topics.SPAWN_OUTCOMES, new SpawnOutcome(new SpawnId("job-1"), 5, "to the point", NOON)),
        Map.entry(
            Topics.SPAWN_LOG,
            new SpawnReport.Rated(
                CanonicalId.of("maker/model"), Category.CODING, 4, "kafka", "neat", NOON)));
  }

  private static SpawnRequest spawnRequest() {
    return new SpawnRequest(
        "Name three primes.",
        new SpawnId("job-1"),
        Category.REASONING,
        SpawnMode.COLLECTIVE,
        Budget.HIGH,
        2,
        "primes",
        "for a schoolbook",
        List.of(Capability.JSON),
        1000,
        List.of(OPUS),
        Usd.of("0.5"),
        60,
        8,
        CanonicalId.of("google/gemini-2.5-flash"),
        "key-1",
        true);
  }

  private static SpawnResult spawnResult() {
    return SpawnResult.builder(new SpawnId("job-1"), SpawnStatus.COMPLETED, NOON.plusSeconds(9))
        .mode(SpawnMode.COLLECTIVE)
        .category(Category.REASONING)
        .label("primes")
        .model(OPUS)
        .answer("2, 3, 5")
        .outputs(List.of(new ModelOutput("member-1", OPUS, "2, 3, 5", false)))
        .plan(List.of(new PlannedCall("member-1", OPUS, Usd.of("0.00001234"), "best")))
        .costUsd(Usd.of("0.00000001"))
        .tokens(new TokenUsage(11, 22))
        .savingsUsd(Usd.of("0.25"))
        .calls(3)
        .reasons(List.of("merged by the best model"))
        .requestedAt(NOON)
        .build();
  }

  private static <T extends RawRecord> Raw<T> pulled(T record) {
    return new Raw<>("pull-1", NOON, record);
  }

  private static OpenRouterModel openRouterModel() {
    return new OpenRouterModel(
        OPUS.value(),
        "anthropic/claude-4.6-opus-20260205",
        "example/none",
        "Anthropic: Claude Opus 4.6",
        NOON,
        LocalDate.of(2027, 1, 31),
        1_000_000,
        128_000L,
        List.of("text", "image"),
        List.of("text"),
        List.of("tools", "structured_outputs"),
        new OpenRouterModel.Pricing(
            new BigDecimal("0.000005"),
            new BigDecimal("0.000025"),
            new BigDecimal("0"),
            new BigDecimal("0.0000005"),
            new BigDecimal("0.00000625"),
            List.of(
                new OpenRouterModel.PriceOverride(
                    200_000L, "01-05", new BigDecimal("0.00001"), new BigDecimal("0.0000375")))),
        new OpenRouterModel.Reasoning(false, List.of("low", "high"), "high", true),
        new OpenRouterModel.AliasTarget("Claude Opus 4.6", OPUS.value()),
        new OpenRouterModel.EmbeddedIndices(53.0, 48.1, 67.6));
  }

  private static ArtificialAnalysisModel artificialAnalysisModel() {
    return new ArtificialAnalysisModel(
        "f0083258-0000-4000-8000-000000000000",
        "Claude Opus 4.6 (max)",
        "claude-opus-4-6-max",
        LocalDate.of(2026, 2, 5),
        "Anthropic",
        "anthropic",
        Map.of("intelligence_index", 53.0, "gpqa", 0.89),
        5.0,
        25.0,
        70.5,
        1.9,
        "4.1");
  }

  private static HfEvaluation hfEvaluation() {
    return new HfEvaluation(
        "maker/model_bfloat16_abc_True",
        "maker/model",
        "bfloat16",
        "chatmodels",
        "abc",
        7.2,
        true,
        false,
        false,
        "maker/base",
        30.1,
        60.0,
        35.5,
        10.25,
        5.5,
        8.75,
        31.5);
  }

  private static SourceStatus sourceStatus() {
    return new SourceStatus(
        Source.OPENROUTER,
        SourceStatus.Outcome.STALE,
        "answered 500",
        "pull-1",
        NOON,
        342,
        SourceStatus.Origin.LIVE,
        342,
        NOON.plusSeconds(60),
        NOON.plusSeconds(63),
        NOON.plusSeconds(120),
        NOON.plusSeconds(900),
        3000,
        4,
        new SourceStatus.Tally(1, 2, 3, 336, 0),
        Map.of("https://example.org/models", "\"tag\""));
  }

  private static EnrichedModel enrichedModel() {
    return new EnrichedModel(
        OPUS,
        "Claude Opus 4.6",
        "anthropic",
        1_000_000,
        new EnrichedModel.Pricing(5, 25, List.of(new LongPromptPrice(200_000, 10, 37.5))),
        new EnrichedModel.Capabilities(true, true, true, true, true),
        List.of(Category.CODING, Category.FAST_CHEAP),
        Map.of(Category.FAST_CHEAP, 76.5, Category.CODING, 74.05),
        Map.of(Category.CODING, 2.4683),
        Tier.PREMIUM,
        new EnrichedModel.Benchmarks(
            1501.0, 53.0, 48.1, 90.0, 89.1, 88.7, 87.0, 99.0, 80.0, 70.0, 75.0, 60.0, 90.0, 91.0,
            80.0, 70.0, 75.0),
        new EnrichedModel.Speed(70.5, 1.9),
        List.of("multimodal", "reasoning"),
        NOON,
        List.of(Source.OPENROUTER, Source.LMARENA),
        Map.of(Category.CODING, new QualityEstimate(74.1, 72.1, 76.1, 4, 0.8)),
        List.of(
            new Evidence(
                "artificial-analysis/gpqa",
                89.1,
                0.891,
                "fraction",
                Source.ARTIFICIAL_ANALYSIS,
                "f0083258-0000-4000-8000-000000000000",
                "Claude Opus 4.6 (max)",
                "max",
                NOON,
                "display-name",
                0.98,
                "raw-artificial-analysis",
                0,
                17)));
  }
}
