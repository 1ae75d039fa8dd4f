package dev.smartspawn.enrich.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.BenchmarkRows;
import dev.smartspawn.enrich.InputBuilder;
import dev.smartspawn.enrich.Listing;
import dev.smartspawn.enrich.rule.FormulaConstants;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.enriched.EnrichedModel.Speed;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.enriched.LongPromptPrice;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.enriched.Tier;
import dev.smartspawn.schema.raw.ArenaRating.Board;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.source.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrichedTableTest {

  private static final String ID = "acme/sage-2";

  private final InputBuilder given = new InputBuilder();

  @Test
  void longPromptsHaveTheirPrice() {
    given.listing(
        Listing.of(ID)
            .price("0.000005", "0.000025")
            .longPrompt(272_000, "0.00001", "0.000045")
            .longPrompt(32_000, "0.000006", "0.000026")
            .longPrompt(64_000, "-1", "-1"));

    assertThat(given.model(ID).pricing().longPrompts())
        .containsExactly(new LongPromptPrice(32_000, 6, 26), new LongPromptPrice(272_000, 10, 45));
  }

  @Test
  void outputLimitIsTheCatalogues() {
    given
        .listing(Listing.of(ID).writesAtMost(2048))
        .listing(Listing.of("acme/unknown-2").writesAtMost(0));

    assertThat(given.model(ID).maxOutputTokens()).isEqualTo(2048);
    assertThat(given.model("acme/unknown-2").maxOutputTokens()).isNull();
  }

  @Test
  void modelIsLaidOutAsTheSpecificationSays() {
    given
        .listing(
            Listing.of(ID)
                .name("Acme: Sage 2")
                .price("0.000005", "0.000025")
                .context(200_000)
                .reads("text", "image", "file")
                .supports("tools", "structured_outputs", "reasoning"))
        .analysis(
            BenchmarkRows.analysis(
                ID,
                null,
                Map.of(
                    "intelligence_index", 53.0,
                    "coding_index", 48.0,
                    "math_index", 93.4,
                    "mmlu_pro", 0.808,
                    "gpqa", 0.782,
                    "livecodebench", 0.878,
                    "math_500", 0.99)))
        .rating(BenchmarkRows.rating(Board.TEXT, ID, 1500));

    EnrichedModel model = given.model(ID);

    assertThat(model.name()).isEqualTo("Sage 2");
    assertThat(model.provider()).isEqualTo("acme");
    assertThat(model.contextLength()).isEqualTo(200_000);
    assertThat(model.pricing()).isEqualTo(new Pricing(5.0, 25.0));
    assertThat(model.capabilities())
        .isEqualTo(new Capabilities(true, true, true, true, true, true));
    assertThat(model.categories())
        .containsExactly(
            Category.CODING,
            Category.REASONING,
            Category.CREATIVE,
            Category.VISION,
            Category.RESEARCH,
            Category.GENERAL);
    assertThat(model.scores())
        .isEqualTo(
            Map.of(
                Category.CODING, 74.0,
                Category.REASONING, 79.5,
                Category.CREATIVE, 75.0,
                Category.VISION, 76.5,
                Category.RESEARCH, 76.5,
                Category.GENERAL, 76.5));
    // 74 / 30 and 76.5 / 30
    assertThat(model.costEfficiency())
        .containsEntry(Category.CODING, 2.4667)
        .containsEntry(Category.GENERAL, 2.55);
    assertThat(model.tier()).isEqualTo(Tier.PREMIUM);
    assertThat(model.benchmarks())
        .hasNoNullFieldsOrPropertiesExcept(
            "ifEval",
            "bbh",
            "liveBenchCoding",
            "liveBenchAgenticCoding",
            "liveBenchReasoning",
            "liveBenchMath",
            "liveBenchLanguage",
            "liveBenchIF",
            "liveBenchDataAnalysis")
        .extracting("arena", "intelligenceIndex", "mathIndex", "mmluPro", "gpqa", "liveCodeBench")
        .containsExactly(1500.0, 53.0, 93.4, 80.8, 78.2, 87.8);
    assertThat(model.speed()).isEqualTo(new Speed(120.5, 0.7));
    assertThat(model.tags()).containsExactly("fast", "multimodal", "reasoning", "research");
    assertThat(model.lastUpdated()).isEqualTo(Instant.parse("2026-07-01T00:00:03Z"));
    assertThat(model.sourcesCovered())
        .containsExactly(Source.OPENROUTER, Source.ARTIFICIAL_ANALYSIS, Source.LMARENA);
  }

  @Test
  void unmeasuredModelHasBaselinesAndNoBenchmarks() {
    EnrichedModel model = given.listing(Listing.of(ID)).model(ID);

    assertThat(model.benchmarks()).isNull();
    assertThat(model.speed()).isNull();
    assertThat(model.scores()).containsEntry(Category.GENERAL, 50.0);
    assertThat(model.sourcesCovered()).containsExactly(Source.OPENROUTER);
  }

  @Test
  void routerIsScoredInNothing() {
    EnrichedModel router =
        given
            .listing(Listing.of("openrouter/auto").price("-1", "-1").embeds(50.0, 50.0))
            .analysis(BenchmarkRows.analysis("openrouter/auto", 53, 48))
            .model("openrouter/auto");

    assertThat(router.pricing()).isEqualTo(new Pricing(-1, -1));
    assertThat(router.isRouter()).isTrue();
    assertThat(router.categories()).isEmpty();
    assertThat(router.scores()).isEmpty();
    assertThat(router.costEfficiency()).isEmpty();
    assertThat(router.benchmarks()).isNull();
    assertThat(router.estimates()).isEmpty();
    assertThat(router.evidence()).isEmpty();
  }

  @Test
  void freeModelHasNoCostEfficiency() {
    EnrichedModel model = given.listing(Listing.of(ID).price("0", "0")).model(ID);

    assertThat(model.costEfficiency()).isEmpty();
    assertThat(model.tags()).contains("free");
    assertThat(model.categories()).contains(Category.FAST_CHEAP);
  }

  @Test
  void variantSharesItsBasesEvidence() {
    given
        .listing(Listing.of(ID))
        .listing(Listing.of(ID + ":free").price("0", "0"))
        .listing(Listing.of("acme/orphan:free"))
        .analysis(BenchmarkRows.analysis(ID, 53, 48));

    assertThat(given.model(ID + ":free").scores()).containsEntry(Category.GENERAL, 76.5);
    assertThat(given.model("acme/orphan:free").benchmarks()).isNull();
  }

  @Test
  void rowThatNamesTheVariantIsItsOwn() {
    given
        .listing(Listing.of(ID))
        .listing(Listing.of(ID + ":thinking"))
        .analysis(BenchmarkRows.analysis(ID, 10, 10))
        .analysis(BenchmarkRows.analysis("Sage 2 thinks", 20, 20))
        .alias("Sage 2 thinks", ID + ":thinking")
        .rating(BenchmarkRows.rating(Board.TEXT, ID, 1400));

    EnrichedModel thinking = given.model(ID + ":thinking");
    assertThat(thinking.benchmarks().intelligenceIndex()).isEqualTo(20.0);
    assertThat(thinking.benchmarks().arena()).isEqualTo(1400.0);
    assertThat(given.model(ID).benchmarks().intelligenceIndex()).isEqualTo(10.0);
  }

  @Test
  void aliasSharesItsTargetsEvidenceByIdOrBySlug() {
    given
        .listing(Listing.of(ID).slug("acme/sage-2-20260101"))
        .listing(Listing.of("~acme/sage-latest").standsFor(ID))
        .listing(Listing.of("~acme/sage-new").standsFor("acme/sage-2-20260101"))
        .listing(Listing.of("~acme/sage-lost").standsFor("acme/gone"))
        .listing(Listing.of("~acme/sage-mute"))
        .analysis(BenchmarkRows.analysis(ID, 53, 48));

    assertThat(given.model("~acme/sage-latest").benchmarks().codingIndex()).isEqualTo(48.0);
    assertThat(given.model("~acme/sage-new").benchmarks().codingIndex()).isEqualTo(48.0);
    assertThat(given.model("~acme/sage-lost").benchmarks()).isNull();
    assertThat(given.model("~acme/sage-mute").benchmarks()).isNull();
    assertThat(given.model("~acme/sage-latest").provider()).isEqualTo("acme");
  }

  @Test
  void aliasesThatStandForEachOtherHaveNoEvidence() {
    given
        .listing(Listing.of("~acme/a").standsFor("~acme/b"))
        .listing(Listing.of("~acme/b").standsFor("~acme/a"));

    assertThat(given.model("~acme/a").benchmarks()).isNull();
  }

  @Test
  void embeddedIndicesFillGapsWhereTheyAgreeWithArtificialAnalysis() {
    measuredByBoth(FormulaConstants.SAME_SCALE_MODELS, FormulaConstants.SAME_SCALE_POINTS)
        .listing(Listing.of(ID).embeds(1.0, 2.0))
        .analysis(BenchmarkRows.analysis(ID, null, Map.of("intelligence_index", 53.0)));

    EnrichedModel model = given.model(ID);
    assertThat(model.benchmarks().intelligenceIndex()).isEqualTo(53.0);
    assertThat(model.benchmarks().codingIndex()).isEqualTo(2.0);
    assertThat(model.scores()).containsEntry(Category.CODING, 51.0);
  }

  @Test
  void embeddedIndicesOnAnotherScaleStayOut() {
    measuredByBoth(FormulaConstants.SAME_SCALE_MODELS, FormulaConstants.SAME_SCALE_POINTS + 0.1)
        .listing(Listing.of(ID).embeds(1.0, 2.0))
        .analysis(BenchmarkRows.analysis(ID, null, Map.of("intelligence_index", 53.0)))
        .listing(Listing.of("acme/other").embeds(60.0, 61.0));

    assertThat(given.model(ID).benchmarks().codingIndex()).isNull();
    // 76.5 x 0.85, as for any model without a coding index
    assertThat(given.model(ID).scores()).containsEntry(Category.CODING, 65.025);
    EnrichedModel other = given.model("acme/other");
    assertThat(other.benchmarks()).isNull();
    assertThat(other.scores()).containsEntry(Category.CODING, 50.0);
    // They are shown as evidence, and what is shown is credited.
    assertThat(other.evidence()).extracting(Evidence::value).containsExactly(61.0, 60.0);
    assertThat(other.sourcesCovered()).contains(Source.ARTIFICIAL_ANALYSIS);
  }

  @Test
  void indicesLeftOutOfBenchmarksStillRank() {
    measuredByBoth(20, 10)
        .listing(Listing.of("acme/good").embeds(90.0, 90.0))
        .listing(Listing.of("acme/bad").embeds(5.0, 5.0));

    QualityEstimate good = given.model("acme/good").estimates().get(Category.CODING);
    assertThat(good.sources()).isEqualTo(1);
    assertThat(good.low())
        .isGreaterThan(given.model("acme/bad").estimates().get(Category.CODING).high());
  }

  /** Models that are both embedded and listed by Artificial Analysis, so many points apart. */
  private InputBuilder measuredByBoth(int models, double apart) {
    for (int i = 0; i < models; i++) {
      String id = "acme/known-" + (i + 1);
      given
          .listing(Listing.of(id).embeds(i + apart, 2 * i + apart))
          .analysis(BenchmarkRows.analysis(id, i, 2 * i));
    }
    return given;
  }

  @Test
  void embeddedFiguresAloneCountAsArtificialAnalysis() {
    given.listing(Listing.of(ID).embeds(53.0, null)).listing(Listing.of(ID + ":free"));

    for (String id : List.of(ID, ID + ":free")) {
      assertThat(given.model(id).benchmarks().intelligenceIndex()).isEqualTo(53.0);
      assertThat(given.model(id).benchmarks().codingIndex()).isNull();
      assertThat(given.model(id).sourcesCovered())
          .containsExactly(Source.OPENROUTER, Source.ARTIFICIAL_ANALYSIS);
    }
  }

  @Test
  void indicesOfTwoVersionsAreNotMixed() {
    given
        .listing(Listing.of(ID))
        .listing(Listing.of("acme/other"))
        .listing(Listing.of("acme/third"))
        .analysis(
            BenchmarkRows.analysis(ID, "3.0", Map.of("intelligence_index", 70.0, "mmlu_pro", 0.5)))
        .analysis(BenchmarkRows.analysis("acme/other", "4.0", Map.of("intelligence_index", 40.0)))
        .analysis(BenchmarkRows.analysis("acme/third", "4.0", Map.of("intelligence_index", 41.0)));

    assertThat(given.model(ID).benchmarks().intelligenceIndex()).isNull();
    assertThat(given.model(ID).benchmarks().mmluPro()).isEqualTo(50.0);
    assertThat(given.model("acme/other").benchmarks().intelligenceIndex()).isEqualTo(40.0);
  }

  @Test
  void gapsStayGaps() {
    given
        .listing(Listing.of(ID))
        .analysis(BenchmarkRows.analysis(ID, null, Map.of("gpqa_diamond", 0.5, "mmlu_pro", 7.0)));

    assertThat(given.model(ID).benchmarks().gpqa()).isEqualTo(50.0);
    assertThat(given.model(ID).benchmarks().mmluPro()).isNull();
    assertThat(given.model(ID).benchmarks().intelligenceIndex()).isNull();
  }

  @Test
  void officialHfEvaluationSpeaksForTheModel() {
    given
        .listing(Listing.of(ID).repository(ID))
        .hf(BenchmarkRows.evaluation(ID, "bfloat16", false, 60))
        .hf(BenchmarkRows.evaluation(ID, "float16", true, 45))
        .hf(BenchmarkRows.evaluation(ID, "4bit", true, 50));

    EnrichedModel model = given.model(ID);
    assertThat(model.benchmarks())
        .extracting("mmluPro", "gpqa", "ifEval", "bbh")
        .containsExactly(45.0, 12.125, 61.5, 42.25);
    assertThat(model.scores())
        .containsEntry(Category.GENERAL, 45.0)
        .containsEntry(Category.CODING, 38.25);
    assertThat(model.sourcesCovered()).containsExactly(Source.OPENROUTER, Source.HF_LEADERBOARD);
  }

  @Test
  void artificialAnalysisComesBeforeHf() {
    given
        .listing(Listing.of(ID).repository(ID))
        .analysis(BenchmarkRows.analysis(ID, null, Map.of("gpqa", 0.5)))
        .hf(BenchmarkRows.evaluation(ID, "bfloat16", true, 45));

    assertThat(given.model(ID).benchmarks())
        .extracting("mmluPro", "gpqa")
        .containsExactly(45.0, 50.0);
  }

  @Test
  void boardsAreKeptApart() {
    given
        .listing(Listing.of(ID).reads("text", "image"))
        .rating(BenchmarkRows.rating(Board.VISION, ID, 1275));

    EnrichedModel model = given.model(ID);
    assertThat(model.benchmarks()).isNull();
    assertThat(model.scores())
        .containsEntry(Category.VISION, 75.0)
        .containsEntry(Category.CREATIVE, 50.0);
    assertThat(model.sourcesCovered()).containsExactly(Source.OPENROUTER, Source.LMARENA);
  }

  @Test
  void liveBenchCategoriesArePercentHoweverTheyAreSpelt() {
    given
        .listing(Listing.of(ID))
        .liveBench(
            BenchmarkRows.liveBench(
                ID,
                Map.of(
                    "coding", 0.78,
                    "agentic coding", 0.5,
                    "Mathematics", 0.9,
                    "instruction_following", 0.66,
                    "data_analysis", 0.123456)));

    assertThat(given.model(ID).benchmarks())
        .extracting(
            "liveBenchCoding",
            "liveBenchAgenticCoding",
            "liveBenchReasoning",
            "liveBenchMath",
            "liveBenchLanguage",
            "liveBenchIF",
            "liveBenchDataAnalysis")
        .containsExactly(78.0, 50.0, null, 90.0, null, 66.0, 12.3456);
  }

  @Test
  void forcedCategoriesAreExactlyThose() {
    given
        .listing(Listing.of(ID).supports("reasoning"))
        .override(
            new ModelOverride(
                CanonicalId.of(ID),
                List.of(Category.CODING, Category.VISION),
                Map.of(Category.CODING, 90.0, Category.RESEARCH, 10.0)));

    EnrichedModel model = given.model(ID);
    assertThat(model.categories()).containsExactly(Category.CODING, Category.VISION);
    assertThat(model.scores()).isEqualTo(Map.of(Category.CODING, 90.0, Category.VISION, 50.0));
    assertThat(model.costEfficiency()).containsEntry(Category.CODING, 18.0);
    assertThat(model.sourcesCovered()).containsExactly(Source.OPENROUTER, Source.OVERRIDES);
  }

  @Test
  void forcedScoreAddsItsCategory() {
    given
        .listing(Listing.of(ID))
        .override(new ModelOverride(CanonicalId.of(ID), null, Map.of(Category.RESEARCH, 80.0)));

    EnrichedModel model = given.model(ID);
    assertThat(model.categories())
        .containsExactly(Category.CODING, Category.CREATIVE, Category.RESEARCH, Category.GENERAL);
    assertThat(model.scores())
        .containsEntry(Category.RESEARCH, 80.0)
        .containsEntry(Category.GENERAL, 50.0);
  }

  @Test
  void everyCategoryHasAnEstimateWithItsInterval() {
    given
        .listing(Listing.of(ID).reads("text", "image").supports("reasoning").context(200_000))
        .listing(Listing.of("acme/unmeasured"))
        .analysis(BenchmarkRows.analysis(ID, 53, 48));

    EnrichedModel model = given.model(ID);
    assertThat(model.estimates().keySet()).containsExactlyElementsOf(model.categories());
    assertThat(model.estimates().values())
        .allSatisfy(
            estimate -> {
              assertThat(estimate.low()).isLessThan(estimate.estimate());
              assertThat(estimate.high()).isGreaterThan(estimate.estimate());
              assertThat(estimate.sources()).isEqualTo(1);
              assertThat(estimate.confidence()).isBetween(0.0, 1.0);
              assertThat(BigDecimal.valueOf(estimate.low()).scale()).isLessThanOrEqualTo(4);
            });
    assertThat(given.model("acme/unmeasured").estimates().values())
        .extracting(QualityEstimate::sources)
        .containsOnly(0);
  }

  @Test
  void evidenceBeatsReputation() {
    measuredByBoth(20, 0)
        .listing(Listing.of("acme/renowned").price("0.00002", "0.0001"))
        .listing(Listing.of(ID))
        .analysis(BenchmarkRows.analysis(ID, 19, 38));

    EnrichedModel renowned = given.model("acme/renowned");
    EnrichedModel measured = given.model(ID);
    assertThat(renowned.scores().get(Category.CODING))
        .isGreaterThan(measured.scores().get(Category.CODING));
    assertThat(renowned.estimates().get(Category.CODING).low())
        .isLessThan(measured.estimates().get(Category.CODING).low());
  }

  @Test
  void forcedScoreIsRankedAsItIs() {
    given
        .listing(Listing.of(ID))
        .analysis(BenchmarkRows.analysis(ID, 53, 48))
        .override(new ModelOverride(CanonicalId.of(ID), null, Map.of(Category.CODING, 91.5)));

    assertThat(given.model(ID).estimates())
        .containsEntry(Category.CODING, new QualityEstimate(91.5, 91.5, 91.5, 1, 1));
    assertThat(given.model(ID).estimates().get(Category.GENERAL).estimate()).isNotEqualTo(91.5);
  }

  @Test
  void modelKnownOnlyToOverridesStaysAbsent() {
    given.override(new ModelOverride(CanonicalId.of(ID), null, Map.of(Category.CODING, 80.0)));

    assertThat(given.table()).isEmpty();
  }

  @Test
  void modelIsServedUpToItsLastDay() {
    given.listing(Listing.of(ID).expires("2026-07-10"));

    assertThat(given.table(LocalDate.parse("2026-06-25"))).hasSize(1);
    assertThat(given.table(LocalDate.parse("2026-07-10"))).hasSize(1);
    assertThat(given.table(LocalDate.parse("2026-07-11"))).isEmpty();
  }
}
