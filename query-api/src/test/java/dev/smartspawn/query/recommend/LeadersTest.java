package dev.smartspawn.query.recommend;

import static dev.smartspawn.query.SampleModel.model;
import static dev.smartspawn.schema.enriched.Category.CODING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.SampleModel;
import dev.smartspawn.query.recommend.Ladder.Rung;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.Capability;
import dev.smartspawn.schema.question.StandardQuestion;
import dev.smartspawn.schema.refresh.Leader;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeadersTest {

  private static final Instant SINCE = Instant.parse("2026-06-18T12:00:00Z");
  private static final Requirements STANDARD =
      new Requirements(Budget.ANY, FreeVariants.LEFT_OUT, Set.of(), Set.of(), 0);
  private static final Requirements WITH_VISION =
      new Requirements(Budget.ANY, FreeVariants.LEFT_OUT, Set.of(), Set.of(Capability.VISION), 0);
  private static final Requirements UNSTEADY =
      new Requirements(
          Budget.ANY, FreeVariants.LEFT_OUT, Set.of(), Set.of(), Set.of(), 0, Incumbency.IGNORED);

  private final EnrichedModel best = coder("a/best", 80).build();
  private final EnrichedModel near = coder("b/near", 79.9).build();
  private final EnrichedModel far = coder("c/far", 60).build();

  @Test
  void theLeaderAnswersItsQuestionHoweverFarBehindItIs() {
    Recommender recommender = recommender(far);
    assertThat(ids(recommender, STANDARD)).containsExactly("c/far", "a/best", "b/near");
    assertThat(recommender.recommend(CODING, STANDARD, 1).chosen().get(0).reason())
        .contains("the answer so far of 3 models at any price, and no reason to change to a/best");
    assertThat(recommender.leader(CODING, STANDARD).orElseThrow().since()).isEqualTo(SINCE);
  }

  @Test
  void steadyFalseIgnoresIt() {
    assertThat(ids(recommender(far), UNSTEADY)).containsExactly("a/best", "b/near", "c/far");
    assertThat(recommender(far).leader(CODING, UNSTEADY)).isEmpty();
  }

  @Test
  void aQuestionWithOtherRequirementsPrefersItOnlyNearTheBest() {
    assertThat(ids(recommender(near), WITH_VISION)).startsWith("b/near");
    assertThat(ids(recommender(far), WITH_VISION)).startsWith("a/best");
    assertThat(recommender(near).leader(CODING, WITH_VISION)).isEmpty();
  }

  @Test
  void aLeaderThatDoesNotFitAnyMoreAnswersNothing() {
    Requirements low = new Requirements(Budget.LOW, FreeVariants.LEFT_OUT, Set.of(), Set.of(), 0);
    EnrichedModel cheap = coder("d/cheap", 50).costs(0.5, 1).build();
    Recommender recommender =
        new Recommender(
            Shortlists.of(List.of(best, near, cheap), new EvidenceRanking()),
            new Leaders(
                List.of(new Leader(CODING, Budget.LOW, CanonicalId.of("a/best"), SINCE, null))));
    assertThat(ids(recommender, low)).containsExactly("d/cheap");
  }

  @Test
  void theLadderBeginsWithIt() {
    Ladder ladder = recommender(far).explain(CODING, STANDARD);
    assertThat(ladder.rungs())
        .extracting(Rung::model)
        .extracting(model -> model.id().value())
        .containsExactly("c/far", "a/best", "b/near");
    assertThat(ladder.why()).startsWith("c/far is the answer so far, and a/best");
  }

  /** The enricher chooses leaders by {@link StandardQuestion}, so both must admit the same. */
  @Test
  void standardQuestionsAdmitWhatShortlistsDo() {
    List<EnrichedModel> models =
        List.of(
            best,
            coder("x/paid:free", 70).build(),
            coder("x/paid:batch", 70).build(),
            coder("x/paid:thinking", 70).build(),
            coder("~x/latest", 70).build(),
            coder("x/router", 70).router().build(),
            coder("x/cheap", 70).costs(0.99, 3).build(),
            coder("x/limit", 70).costs(1, 3).build(),
            model("x/unmeasured").score(CODING, 99).build());
    Shortlists shortlists = Shortlists.of(models, new EvidenceRanking());
    for (StandardQuestion question : StandardQuestion.ALL) {
      List<CanonicalId> listed =
          shortlists
              .of(new ShortlistKey(question.category(), question.budget(), FreeVariants.LEFT_OUT))
              .stream()
              .filter(Ranked::isEstimated)
              .map(ranked -> ranked.model().id())
              .toList();
      assertThat(
              models.stream()
                  .filter(question::admits)
                  .sorted(question.bestFirst())
                  .map(EnrichedModel::id))
          .as("%s", question)
          .containsExactlyElementsOf(listed);
    }
  }

  private Recommender recommender(EnrichedModel leader) {
    return new Recommender(
        Shortlists.of(List.of(best, near, far), new EvidenceRanking()),
        new Leaders(List.of(new Leader(CODING, Budget.ANY, leader.id(), SINCE, null))));
  }

  private static List<String> ids(Recommender recommender, Requirements requirements) {
    return recommender.recommend(CODING, requirements, 5).chosen().stream()
        .map(each -> each.ranked().model().id().value())
        .toList();
  }

  private static SampleModel coder(String id, double estimate) {
    return model(id).score(CODING, estimate).estimate(CODING, estimate, 3, 2).can(true, true, true);
  }
}
