package dev.smartspawn.query.recommend;

import static dev.smartspawn.query.SampleModel.model;
import static dev.smartspawn.schema.enriched.Category.CODING;
import static dev.smartspawn.schema.enriched.Category.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.smartspawn.query.SampleModel;
import dev.smartspawn.schema.source.Source;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceRankingTest {

  @Test
  void theHighestLowerBoundComesFirst() {
    assertThat(
            order(
                model("a/likely").score(CODING, 90).estimate(CODING, 80, 9, 1),
                model("b/sure").score(CODING, 50).estimate(CODING, 75, 2, 4)))
        .containsExactly("b/sure", "a/likely");
  }

  @Test
  void tiesGoToTheLikelierThenTheCheaperThenTheId() {
    assertThat(
            order(
                model("e/costly").estimate(CODING, 75, 5, 1).costs(3, 3),
                model("d/cheap").estimate(CODING, 75, 5, 1).costs(1, 3),
                model("c/cheap").estimate(CODING, 75, 5, 1).costs(3, 1),
                model("f/likelier").estimate(CODING, 76, 6, 1).costs(9, 9)))
        .containsExactly("f/likelier", "c/cheap", "d/cheap", "e/costly");
  }

  @Test
  void modelsWithoutAnEstimateComeLastByScore() {
    assertThat(
            order(
                model("a/low").score(CODING, 40),
                model("b/high").score(CODING, 99),
                model("c/poor").score(CODING, 10).estimate(CODING, 10, 9, 0)))
        .containsExactly("c/poor", "b/high", "a/low");
  }

  @Test
  void anEstimateOfAnotherCategoryDoesNotRankAModel() {
    assertThat(order(model("a/one").estimate(GENERAL, 75, 5, 1))).isEmpty();
  }

  @Test
  void confidenceIsTheEstimatesAndScoreStaysTheSpecifications() {
    Ranked ranked = rank(model("a/one").score(CODING, 90).estimate(CODING, 75, 2, 4)).get(0);
    assertThat(ranked.confidence()).isEqualTo(0.8);
    assertThat(ranked.score()).isEqualTo(90);
    assertThat(ranked.likely()).isEqualTo(75);
    Ranked unscored = rank(model("a/one").estimate(CODING, 75, 2, 4)).get(0);
    assertThat(unscored.score()).isEqualTo(75);
    Ranked plain =
        rank(model("a/one").score(CODING, 90).codingIndex(53, Source.ARTIFICIAL_ANALYSIS)).get(0);
    assertThat(plain.confidence()).isEqualTo(SpecRanking.MEASURED_CONFIDENCE);
  }

  @Test
  void theSpecificationsRankingIgnoresEstimates() {
    assertThat(
            new SpecRanking()
                .rank(
                    CODING,
                    List.of(
                        model("a/one").score(CODING, 50).estimate(CODING, 75, 2, 4).build(),
                        model("b/two").score(CODING, 60).build())))
        .extracting(Ranked::isEstimated, ranked -> ranked.model().id().value())
        .containsExactly(tuple(false, "b/two"), tuple(false, "a/one"));
  }

  private static List<Ranked> rank(SampleModel... models) {
    return new EvidenceRanking()
        .rank(CODING, Arrays.stream(models).map(SampleModel::build).toList());
  }

  private static List<String> order(SampleModel... models) {
    return rank(models).stream().map(ranked -> ranked.model().id().value()).toList();
  }
}
