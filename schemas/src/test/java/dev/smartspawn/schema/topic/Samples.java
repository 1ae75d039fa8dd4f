package dev.smartspawn.schema.topic;

import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.chat.ChatParameters;
import dev.smartspawn.schema.chat.ContentPart;
import dev.smartspawn.schema.chat.ContentSource;
import dev.smartspawn.schema.chat.Effort;
import dev.smartspawn.schema.chat.Verbosity;
import dev.smartspawn.schema.cost.SavingsRow;
import dev.smartspawn.schema.cost.SpendRow;
import dev.smartspawn.schema.enriched.BenchmarksBuilder;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModelBuilder;
import dev.smartspawn.schema.enriched.EvidenceBuilder;
import dev.smartspawn.schema.enriched.LongPromptPrice;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.enriched.Tier;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.format.ResponseFormat;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.media.SampleImages;
import dev.smartspawn.schema.media.UnusableMediaException;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.privacy.DataCollection;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.Capability;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.ArtificialAnalysisModelBuilder;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.HfEvaluationBuilder;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.OpenRouterModelBuilder;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.refresh.ClosedRefresh;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.refresh.FigureUse;
import dev.smartspawn.schema.refresh.Leader;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.refresh.RefusedFields;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatusBuilder;
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
import dev.smartspawn.schema.spawn.SpawnRequestBuilder;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One value of every topic with every field set. */
final class Samples {

  private static final Instant NOON = Instant.parse("2026-07-22T12:00:00Z");
  private static final CanonicalId OPUS = CanonicalId.of("anthropic/claude-opus-4.6");

  private Samples() {}

  /** The topics whose values are not JSON. */
  static Set<Topic<?, ?>> ofBytes() {
    return Set.of(Topics.DEAD_LETTERS, Topics.SPAWN_ATTACHMENTS);
  }

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
                    "Proprietary",
                    LocalDate.parse("2026-02-10")))),
        Map.entry(
            Topics.RAW_LMARENA_DATASET,
            pulled(
                new ArenaStanding(
                    "text_style_control",
                    "claude-opus-4-6",
                    "anthropic",
                    "Proprietary",
                    Map.of(
                        "creative_writing",
                        new ArenaStanding.Rating(
                            1489.2,
                            1482.6,
                            1495.8,
                            11.3,
                            5210L,
                            2,
                            LocalDate.parse("2026-07-10")))))),
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
                NOON,
                342,
                "00000000000000ff",
                Map.of(Source.OPENROUTER, "pull-1"),
                NOON,
                Map.of(
                    Source.LIVEBENCH, new RefusedFields(Map.of("coding", 2), List.of("reasoning"))),
                "1.0.0",
                Map.of(
                    Source.LMARENA,
                    new FigureUse(
                        List.of(
                            "text: used, published 2026-02-10; there is no other publication"))),
                closedRefresh())),
        Map.entry(Topics.CLOSED_REFRESHES, closedRefresh()),
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
            Topics.SPEND,
            new SpendRow(
                Usd.of("0.00432"),
                Usd.of("0.001"),
                3,
                1,
                0,
                0,
                0,
                new TokenUsage(428, 32),
                2,
                32,
                800)),
        Map.entry(
            Topics.SAVINGS,
            new SavingsRow(3, Usd.of("0.00432"), Usd.of("0.012"), Usd.of("0.01"), Usd.of("0.015"))),
        Map.entry(
            Topics.SPAWN_OUTCOMES, new SpawnOutcome(new SpawnId("job-1"), 5, "to the point", NOON)),
        Map.entry(
            Topics.SPAWN_LOG,
            new SpawnReport.Rated(
                CanonicalId.of("maker/model"), Category.CODING, 4, "kafka", "neat", NOON)));
  }

  private static ContentPart.Image image() {
    try {
      return new ContentPart.Image(ContentSource.Inline.of(SampleImages.png(640, 480)));
    } catch (UnusableMediaException e) {
      throw new AssertionError(e);
    }
  }

  private static SpawnRequest spawnRequest() {
    return new SpawnRequestBuilder()
        .task("Name three primes.")
        .system("You teach ten-year-olds.")
        .images(List.of(image()))
        .files(
            List.of(
                new ContentPart.File("notes.txt", ContentSource.Inline.ofText("No even ones."))))
        .id(new SpawnId("job-1"))
        .category(Category.REASONING)
        .mode(SpawnMode.COLLECTIVE)
        .budget(Budget.HIGH)
        .collectiveCount(2)
        .label("primes")
        .context("for a schoolbook")
        .parameters(
            new ChatParameters(
                new BigDecimal("0.2"),
                new BigDecimal("0.9"),
                500,
                Effort.HIGH,
                7L,
                List.of("END"),
                Verbosity.LOW))
        .requireParameters(true)
        .responseFormat(ResponseFormat.JSON)
        .require(List.of(Capability.JSON))
        .minContext(1000)
        .exclude(List.of(OPUS))
        .maxCostUsd(Usd.of("0.5"))
        .timeoutSeconds(60)
        .judgeThreshold(8)
        .mergeModel(CanonicalId.of("google/gemini-2.5-flash"))
        .privacy(
            new PrivacyRule(
                DataCollection.DENY,
                new PrivacyRule.Providers(List.of("mistral"), List.of("azure")),
                List.of("eu")))
        .idempotencyKey("key-1")
        .dryRun(true)
        .build();
  }

  private static SpawnResult spawnResult() {
    return SpawnResult.builder(new SpawnId("job-1"), SpawnStatus.COMPLETED, NOON.plusSeconds(9))
        .mode(SpawnMode.COLLECTIVE)
        .category(Category.REASONING)
        .label("primes")
        .model(OPUS)
        .answer("[2, 3, 5]")
        .json(Json.MAPPER.createArrayNode().add(2).add(3).add(5))
        .outputs(
            List.of(
                new ModelOutput("member-1", OPUS, "2, 3, 5", "Primes have two divisors.", false)))
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
    return new OpenRouterModelBuilder()
        .id(OPUS.value())
        .canonicalSlug("anthropic/claude-4.6-opus-20260205")
        .huggingFaceId("example/none")
        .name("Anthropic: Claude Opus 4.6")
        .created(NOON)
        .expirationDate(LocalDate.of(2027, 1, 31))
        .contextLength(1_000_000)
        .maxCompletionTokens(128_000L)
        .inputModalities(List.of("text", "image"))
        .outputModalities(List.of("text"))
        .supportedParameters(List.of("tools", "structured_outputs"))
        .pricing(
            new OpenRouterModel.Pricing(
                new BigDecimal("0.000005"),
                new BigDecimal("0.000025"),
                new BigDecimal("0"),
                new BigDecimal("0.0000005"),
                new BigDecimal("0.00000625"),
                List.of(
                    new OpenRouterModel.PriceOverride(
                        200_000L, "01-05", new BigDecimal("0.00001"), new BigDecimal("0.0000375"))),
                new OpenRouterModel.OtherPrices(
                    new BigDecimal("0.000005"),
                    new BigDecimal("0.01"),
                    new BigDecimal("0.00003"),
                    new BigDecimal("0.00012"),
                    new BigDecimal("0.00006"))))
        .reasoning(new OpenRouterModel.Reasoning(false, List.of("low", "high"), "high", true))
        .aliasTarget(new OpenRouterModel.AliasTarget("Claude Opus 4.6", OPUS.value()))
        .artificialAnalysis(new OpenRouterModel.EmbeddedIndices(53.0, 48.1, 67.6))
        .build();
  }

  private static ArtificialAnalysisModel artificialAnalysisModel() {
    return new ArtificialAnalysisModelBuilder()
        .id("f0083258-0000-4000-8000-000000000000")
        .name("Claude Opus 4.6 (max)")
        .slug("claude-opus-4-6-max")
        .releaseDate(LocalDate.of(2026, 2, 5))
        .creatorName("Anthropic")
        .creatorSlug("anthropic")
        .evaluations(Map.of("intelligence_index", 53.0, "gpqa", 0.89))
        .promptPrice(5.0)
        .completionPrice(25.0)
        .outputTokensPerSecond(70.5)
        .timeToFirstTokenSeconds(1.9)
        .indexVersion("4.1")
        .build();
  }

  private static HfEvaluation hfEvaluation() {
    return new HfEvaluationBuilder()
        .evalName("maker/model_bfloat16_abc_True")
        .fullname("maker/model")
        .precision("bfloat16")
        .type("chatmodels")
        .sha("abc")
        .paramsBillions(7.2)
        .officialProvider(true)
        .flagged(false)
        .merged(false)
        .baseModel("maker/base")
        .average(30.1)
        .ifEval(60.0)
        .bbh(35.5)
        .mathLvl5(10.25)
        .gpqa(5.5)
        .musr(8.75)
        .mmluPro(31.5)
        .build();
  }

  private static ClosedRefresh closedRefresh() {
    return new ClosedRefresh(
        NOON,
        Map.of(Source.OPENROUTER, "pull-1"),
        Map.of(Source.OPENROUTER, NOON),
        List.of(new Leader(Category.CODING, Budget.LOW, OPUS, NOON, OPUS)));
  }

  private static SourceStatus sourceStatus() {
    return new SourceStatusBuilder(Source.OPENROUTER)
        .outcome(SourceStatus.Outcome.STALE, "answered 500")
        .records("pull-1", NOON, 342, SourceStatus.Origin.LIVE)
        .rawEndOffset(342)
        .asked(NOON.plusSeconds(60), NOON.plusSeconds(120))
        .finishedAt(NOON.plusSeconds(63))
        .nextPull(NOON.plusSeconds(900))
        .effort(3000, 4)
        .refused(Map.of("created", 1))
        .tally(new SourceStatus.Tally(1, 2, 3, 336, 0))
        .validators(Map.of("https://example.org/models", "\"tag\""))
        .build();
  }

  private static EnrichedModel enrichedModel() {
    return new EnrichedModelBuilder()
        .id(OPUS)
        .name("Claude Opus 4.6")
        .provider("anthropic")
        .contextLength(1_000_000)
        .maxOutputTokens(128_000L)
        .lastDay(LocalDate.of(2027, 1, 31))
        .alsoKnownAs(List.of("anthropic/claude-4.6-opus-20260205"))
        .pricing(
            new EnrichedModel.Pricing(
                5,
                25,
                List.of(new LongPromptPrice(200_000, 10, 37.5)),
                List.of(new EnrichedModel.HourlyPrice("100-1000", 5, 25)),
                30.0,
                new EnrichedModel.Fees(0.04, 0.001, 0.01, 0.05)))
        .capabilities(new EnrichedModel.Capabilities(true, true, true, true, true, true))
        .categories(List.of(Category.CODING, Category.FAST_CHEAP))
        .scores(Map.of(Category.FAST_CHEAP, 76.5, Category.CODING, 74.05))
        .costEfficiency(Map.of(Category.CODING, 2.4683))
        .tier(Tier.PREMIUM)
        .benchmarks(
            new BenchmarksBuilder()
                .arena(1501.0)
                .intelligenceIndex(53.0)
                .codingIndex(48.1)
                .mathIndex(90.0)
                .mmluPro(89.1)
                .gpqa(88.7)
                .liveCodeBench(87.0)
                .math500(99.0)
                .ifEval(80.0)
                .bbh(70.0)
                .liveBenchCoding(75.0)
                .liveBenchAgenticCoding(60.0)
                .liveBenchReasoning(90.0)
                .liveBenchMath(91.0)
                .liveBenchLanguage(80.0)
                .liveBenchIF(70.0)
                .liveBenchDataAnalysis(75.0)
                .build())
        .speed(new EnrichedModel.Speed(70.5, 1.9))
        .tags(List.of("multimodal", "reasoning"))
        .lastUpdated(NOON)
        .sourcesCovered(List.of(Source.OPENROUTER, Source.LMARENA))
        .estimates(Map.of(Category.CODING, new QualityEstimate(74.1, 72.1, 76.1, 4, 0.8)))
        .evidence(
            List.of(
                new EvidenceBuilder()
                    .metric("artificial-analysis/gpqa")
                    .value(89.1)
                    .raw(0.891)
                    .unit("fraction")
                    .source(Source.ARTIFICIAL_ANALYSIS)
                    .sourceId("f0083258-0000-4000-8000-000000000000")
                    .sourceName("Claude Opus 4.6 (max)")
                    .effort("max")
                    .pulledAt(NOON)
                    .rule("display-name")
                    .confidence(0.98)
                    .topic("raw-artificial-analysis")
                    .partition(0)
                    .offset(17)
                    .build()))
        .build();
  }
}
