package dev.smartspawn.query.recommend;

import static dev.smartspawn.query.SampleModel.model;
import static dev.smartspawn.schema.enriched.Category.CODING;
import static dev.smartspawn.schema.enriched.Category.CREATIVE;
import static dev.smartspawn.schema.enriched.Category.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.SampleModel;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.EnrichedModelBuilder;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.Capability;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LadderTest {

  private static final Requirements ANY =
      new Requirements(Budget.ANY, FreeVariants.LEFT_OUT, Set.of(), Set.of(), 0);

  @Test
  void theLadderHasEveryModelInRankOrderWithItsFilter() {
    Recommender recommender =
        recommender(
            coder("a/costly", 90).costs(5, 9),
            coder("b/blind", 80).can(false, true, true),
            coder("c/short", 70).can(true, true, true).context(1000),
            coder("d/unwanted", 60).can(true, true, true),
            coder("e/fits", 50).can(true, true, true),
            coder("f/gift:free", 85).costs(0, 0),
            coder("g/later:batch", 84),
            coder("openrouter/auto", 83).router(),
            coder("~h/newest", 82),
            model("i/poet").score(CREATIVE, 99).estimate(CREATIVE, 99, 1, 1),
            model("j/poet").score(CREATIVE, 99).estimate(CODING, 55, 5, 0));
    Requirements requirements =
        new Requirements(
            Budget.MEDIUM,
            FreeVariants.LEFT_OUT,
            Set.of(CanonicalId.of("d/unwanted")),
            Set.of(Capability.VISION, Capability.JSON),
            100_000);
    assertThat(recommender.explain(CODING, requirements).rungs())
        .extracting(rung -> rung.model().id() + " " + rung.removedBy())
        .containsExactly(
            "a/costly budget",
            "f/gift:free variant",
            "g/later:batch variant",
            "openrouter/auto router",
            "~h/newest alias",
            "b/blind require:vision",
            "c/short minContext",
            "d/unwanted exclude",
            "j/poet category",
            "e/fits null",
            "i/poet category");
  }

  @Test
  void unrankedModelsAreLastWithTheReason() {
    EnrichedModel blank = withoutScores(model("a/blank").score(CODING, 1).build());
    Recommender recommender =
        new Recommender(
            Shortlists.of(List.of(blank, coder("b/coder", 50).build()), new EvidenceRanking()));
    assertThat(recommender.explain(CODING, ANY).rungs())
        .extracting(Ladder.Rung::removedBy)
        .containsExactly(null, ModelFilter.NO_ESTIMATE);
  }

  @Test
  void theRemainingRungsAreTheRecommendationsInOrder() {
    Recommender recommender =
        recommender(
            coder("a/one", 90).costs(0.5, 1),
            coder("b/one", 80).costs(4, 9),
            coder("c/one:free", 70).costs(0, 0),
            coder("d/one", 60).costs(30, 90),
            model("e/one").score(GENERAL, 50),
            coder("openrouter/auto", 99).router());
    for (ShortlistKey key : ShortlistKey.all()) {
      Requirements requirements =
          new Requirements(key.budget(), key.freeVariants(), Set.of(), Set.of(), 0);
      List<Recommendation> chosen = recommender.recommend(key.category(), requirements, 5).chosen();
      if (!chosen.isEmpty()) {
        assertThat(remaining(recommender, key.category(), requirements))
            .isEqualTo(chosen.stream().map(Recommendation::ranked).toList());
      }
    }
  }

  @Test
  void theLowerBoundDecides() {
    assertThat(
            why(
                coder("a/sure", 1).estimate(CODING, 74.1, 2, 4),
                coder("b/likely", 1).estimate(CODING, 75, 6, 1)))
        .isEqualTo(
            "a/sure is before b/likely: its lower bound of 72.1 (74.1 +/- 2.0 from 4 sources) is"
                + " above 69.0 (75.0 +/- 6.0 from 1 source)");
  }

  @Test
  void figuresHaveEnoughDecimalsToDiffer() {
    assertThat(
            why(
                coder("a/one", 1).estimate(CODING, 74.0512, 0, 4),
                coder("b/two", 1).estimate(CODING, 74.0508, 0, 4)))
        .contains("its lower bound of 74.0512 (74.1", "is above 74.0508 (74.1");
  }

  @Test
  void thenTheEstimateThePriceAndTheAlphabet() {
    assertThat(
            why(
                coder("a/one", 1).estimate(CODING, 75, 5, 1),
                coder("b/two", 1).estimate(CODING, 74, 4, 1)))
        .isEqualTo(
            "a/one is before b/two: both are surely worth 70.0, and its estimate of 75.0 is above"
                + " 74.0");
    assertThat(
            why(
                coder("a/costly", 1).estimate(CODING, 75, 5, 1),
                coder("b/cheap", 1).estimate(CODING, 75, 5, 1).costs(1, 2.5)))
        .isEqualTo(
            "b/cheap is before a/costly: both have 75.0 +/- 5.0, and it costs $3.50 rather than"
                + " $18 per 1M prompt and completion tokens");
    assertThat(
            why(
                coder("a/one", 1).estimate(CODING, 75, 5, 1),
                coder("b/two", 1).estimate(CODING, 75, 5, 1)))
        .endsWith("both have 75.0 +/- 5.0, and cost the same: the alphabet decides");
  }

  @Test
  void plainScoresAreComparedAsSuch() {
    assertThat(why(model("a/one").score(CODING, 70), model("b/two").score(CODING, 60)))
        .isEqualTo("a/one is before b/two: its score of 70.0 is above 60.0");
    assertThat(why(coder("a/one", 50), model("b/two").score(CODING, 60)))
        .isEqualTo(
            "a/one is before b/two: the first has an estimate (50.0 +/- 1.0), the second only a"
                + " score (60.0)");
  }

  @Test
  void aSingleCandidateIsExplained() {
    assertThat(why(coder("a/one", 50), model("b/two").score(CREATIVE, 60)))
        .isEqualTo("a/one is the only one of 2 models that no filter removes");
  }

  private static SampleModel coder(String id, double estimate) {
    return model(id).score(CODING, 1).estimate(CODING, estimate, 1, 2);
  }

  private static EnrichedModel withoutScores(EnrichedModel model) {
    return new EnrichedModelBuilder()
        .id(model.id())
        .name(model.name())
        .provider(model.provider())
        .contextLength(model.contextLength())
        .pricing(model.pricing())
        .capabilities(model.capabilities())
        .categories(model.categories())
        .tier(model.tier())
        .tags(model.tags())
        .lastUpdated(model.lastUpdated())
        .sourcesCovered(model.sourcesCovered())
        .build();
  }

  private static Recommender recommender(SampleModel... models) {
    return new Recommender(
        Shortlists.of(
            Arrays.stream(models).map(SampleModel::build).toList(), new EvidenceRanking()));
  }

  private static String why(SampleModel... models) {
    return recommender(models).explain(CODING, ANY).why();
  }

  private static List<Ranked> remaining(
      Recommender recommender, Category category, Requirements requirements) {
    return recommender.explain(category, requirements).rungs().stream()
        .filter(rung -> rung.removedBy() == null)
        .map(Ladder.Rung::ranked)
        .map(Objects::requireNonNull)
        .toList();
  }
}
