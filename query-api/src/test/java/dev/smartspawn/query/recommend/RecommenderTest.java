package dev.smartspawn.query.recommend;

import static dev.smartspawn.query.SampleModel.model;
import static dev.smartspawn.schema.enriched.Category.CODING;
import static dev.smartspawn.schema.enriched.Category.CREATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.SampleModel;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.Capability;
import dev.smartspawn.schema.question.ModelParameter;
import dev.smartspawn.schema.source.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecommenderTest {

  private static final Requirements ANY =
      new Requirements(Budget.ANY, FreeVariants.LEFT_OUT, Set.of(), Set.of(), 0);

  @Test
  void theBestScoreInTheCategoryComesFirst() {
    assertThat(ids(CODING_MODELS, ANY, 5)).containsExactly("a/best", "b/good", "c/fair");
  }

  @Test
  void tiesAreBrokenByPriceThenById() {
    List<EnrichedModel> models =
        build(
            coder("z/cheap", 70).costs(1, 2),
            coder("c/costly", 70).costs(3, 2),
            coder("b/costly", 70).costs(3, 2));
    assertThat(ids(models, ANY, 5)).containsExactly("z/cheap", "b/costly", "c/costly");
  }

  @Test
  void modelsOfOtherCategoriesAreNotConsidered() {
    List<EnrichedModel> models = build(model("a/poet").score(CREATIVE, 99), coder("b/coder", 10));
    assertThat(ids(models, ANY, 5)).containsExactly("b/coder");
  }

  @Test
  void aPriceAtTheCeilingIsOutOfBudget() {
    List<EnrichedModel> models =
        build(coder("a/five", 90).costs(5, 5), coder("b/under", 80).costs(4.99, 25));
    Requirements medium =
        new Requirements(Budget.MEDIUM, FreeVariants.LEFT_OUT, Set.of(), Set.of(), 0);
    assertThat(ids(models, medium, 5)).containsExactly("b/under");
  }

  @Test
  void routersAliasesAndBatchVariantsAreNeverRecommended() {
    List<EnrichedModel> models =
        build(
            coder("openrouter/auto", 99).router(),
            coder("b/untagged-router", 99).costs(-1, -1),
            coder("~a/model-latest", 99),
            coder("a/model:batch", 99),
            coder("a/model", 50));
    assertThat(ids(models, ANY, 5)).containsExactly("a/model");
    assertThat(
            ids(
                models,
                new Requirements(Budget.ANY, FreeVariants.INCLUDED, Set.of(), Set.of(), 0),
                5))
        .containsExactly("a/model");
  }

  @Test
  void freeVariantsAreRecommendedOnRequestOnly() {
    List<EnrichedModel> models = build(coder("a/model:free", 80).costs(0, 0), coder("a/model", 80));
    assertThat(ids(models, ANY, 5)).containsExactly("a/model");
    assertThat(
            ids(
                models,
                new Requirements(Budget.ANY, FreeVariants.INCLUDED, Set.of(), Set.of(), 0),
                5))
        .containsExactly("a/model:free", "a/model");
  }

  @Test
  void lastDayOfAModelThatEndsSoonIsSaid() {
    List<EnrichedModel> models = build(coder("a/ending", 90).lastDay("2026-11-29"));
    assertThat(
            new Recommender(Shortlists.of(models, new EvidenceRanking()))
                .recommend(CODING, ANY, 1)
                .chosen()
                .get(0)
                .reason())
        .endsWith("; its last day is 2026-11-29");
  }

  @Test
  void severalModelsComeFromDifferentProviders() {
    List<EnrichedModel> models =
        build(
            coder("a/one", 90),
            coder("a/two", 89),
            coder("a/three", 88),
            coder("b/one", 70),
            coder("c/one", 60));
    assertThat(ids(models, ANY, 3)).containsExactly("a/one", "b/one", "c/one");
    assertThat(ids(models, ANY, 4)).containsExactly("a/one", "b/one", "c/one", "a/two");
  }

  @Test
  void excludedModelsAreLeftOutButNotTheirVariants() {
    List<EnrichedModel> models = build(coder("a/one", 90), coder("a/one:thinking", 80));
    Requirements requirements =
        new Requirements(
            Budget.ANY, FreeVariants.LEFT_OUT, Set.of(CanonicalId.of("a/one")), Set.of(), 0);
    assertThat(ids(models, requirements, 5)).containsExactly("a/one:thinking");
  }

  @Test
  void everyRequiredCapabilityMustBeMet() {
    List<EnrichedModel> models =
        build(
            coder("a/blind", 90).can(false, true, true),
            coder("b/all", 80).can(true, true, true),
            coder("c/no-json", 85).can(true, false, true));
    Requirements requirements =
        new Requirements(
            Budget.ANY,
            FreeVariants.LEFT_OUT,
            Set.of(),
            Set.of(Capability.VISION, Capability.JSON),
            0);
    assertThat(ids(models, requirements, 5)).containsExactly("b/all");
  }

  @Test
  void everyRequiredParameterMustBeTaken() {
    List<EnrichedModel> models =
        build(
            coder("a/unknown", 90),
            coder("b/few", 85).takes("temperature"),
            coder("c/all", 80).takes("seed", "temperature", "max_completion_tokens"));
    Requirements requirements =
        new Requirements(
            Budget.ANY,
            FreeVariants.LEFT_OUT,
            Set.of(),
            Set.of(),
            Set.of(ModelParameter.TEMPERATURE, ModelParameter.SEED, ModelParameter.MAX_TOKENS),
            0,
            Incumbency.PREFERRED);
    assertThat(ids(models, requirements, 5)).containsExactly("c/all");
    assertThat(requirements.inWords())
        .isEqualTo(
            "at any price with the parameter temperature and the parameter maxTokens and the parameter seed");
  }

  @Test
  void contextMustBeLongEnough() {
    List<EnrichedModel> models =
        build(coder("a/short", 90).context(199_999), coder("b/long", 80).context(200_000));
    Requirements requirements =
        new Requirements(Budget.ANY, FreeVariants.LEFT_OUT, Set.of(), Set.of(), 200_000);
    assertThat(ids(models, requirements, 5)).containsExactly("b/long");
  }

  @Test
  void nothingIsRecommendedIfNoModelFits() {
    Recommendations found =
        recommender(CODING_MODELS)
            .recommend(
                CODING,
                new Requirements(Budget.LOW, FreeVariants.LEFT_OUT, Set.of(), Set.of(), 0),
                3);
    assertThat(found).isEqualTo(new Recommendations(List.of(), 0));
  }

  @Test
  void theReasonGivesTheNumbersThatDecided() {
    List<EnrichedModel> models =
        build(
            coder("a/one", 76.5).codingIndex(53, Source.OPENROUTER),
            coder("a/two", 76.44).codingIndex(53, Source.OPENROUTER),
            coder("b/one", 70).costs(0.075, 0.3));
    Requirements requirements =
        new Requirements(Budget.MEDIUM, FreeVariants.LEFT_OUT, Set.of(), Set.of(), 0);
    assertThat(recommender(models).recommend(CODING, requirements, 3).chosen())
        .extracting(Recommendation::reason)
        .containsExactly(
            "coding score 76.5, $3/1M prompt; best of 3 models under $5/1M prompt tokens, ahead of a/two at"
                + " 76.4",
            "coding score 70.0, not benchmarked, $0.075/1M prompt; number 3 of 3 models under $5/1M prompt"
                + " tokens, the best of b, behind a/two at 76.4",
            "coding score 76.4, $3/1M prompt; number 2 of 3 models under $5/1M prompt tokens, behind a/one"
                + " at 76.5");
  }

  @Test
  void theReasonGivesTheIntervalAndTheSources() {
    List<EnrichedModel> models =
        build(
            coder("a/sure", 60).estimate(CODING, 74.1, 2.04, 4),
            coder("b/likely", 60).estimate(CODING, 75, 6, 1),
            coder("c/new", 60).estimate(CODING, 60, 9, 0).costs(0.4, 2));
    assertThat(recommender(models).recommend(CODING, ANY, 3).chosen())
        .extracting(Recommendation::reason)
        .containsExactly(
            "coding 74.1 +/- 2.0 from 4 sources, $3/1M prompt; best of 3 models at any price, ahead of"
                + " b/likely at 75.0 +/- 6.0, less sure; 69 % sure that no other is better by more than"
                + " 2 points",
            "coding 75.0 +/- 6.0 from 1 source, $3/1M prompt; number 2 of 3 models at any price, the best of"
                + " b, behind a/sure at 74.1 +/- 2.0; 68 % sure that no other is better by more than 2"
                + " points",
            "coding 60.0 +/- 9.0, placed by release date and price alone, $0.40/1M prompt; number"
                + " 3 of 3 models at any price, the best of c, behind b/likely at 75.0 +/- 6.0; 7 % sure that"
                + " no other is better by more than 2 points");
  }

  @Test
  void theReasonNamesTheRequirements() {
    List<EnrichedModel> models = build(coder("b/all", 80).can(true, true, true));
    Requirements requirements =
        new Requirements(
            Budget.ANY,
            FreeVariants.LEFT_OUT,
            Set.of(),
            Set.of(Capability.JSON, Capability.VISION),
            1000);
    assertThat(recommender(models).recommend(CODING, requirements, 1).chosen().get(0).reason())
        .isEqualTo(
            "coding score 80.0, not benchmarked, $3/1M prompt; the only one at any price with"
                + " vision and json and at least 1000 tokens of context");
  }

  private static final List<EnrichedModel> CODING_MODELS =
      build(coder("b/good", 70), coder("a/best", 90), coder("c/fair", 50));

  private static SampleModel coder(String id, double score) {
    return model(id).score(CODING, score);
  }

  private static List<EnrichedModel> build(SampleModel... models) {
    return Arrays.stream(models).map(SampleModel::build).toList();
  }

  private static Recommender recommender(List<EnrichedModel> models) {
    return new Recommender(Shortlists.of(models, new EvidenceRanking()));
  }

  private static List<String> ids(
      List<EnrichedModel> models, Requirements requirements, int count) {
    return recommender(models).recommend(CODING, requirements, count).chosen().stream()
        .map(recommendation -> recommendation.ranked().model().id().value())
        .toList();
  }
}
