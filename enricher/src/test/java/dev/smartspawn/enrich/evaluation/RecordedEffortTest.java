package dev.smartspawn.enrich.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.enrich.SourceRecordings;
import dev.smartspawn.enrich.metric.Metric;
import dev.smartspawn.enrich.rank.Estimate;
import dev.smartspawn.enrich.rank.MeasuredModel;
import dev.smartspawn.enrich.rank.QualityRanking;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows count on a catalogue that does not say how a model reasons by default. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedEffortTest {

  private List<MeasuredModel> stated = List.of();
  private List<MeasuredModel> unstated = List.of();

  @BeforeAll
  void read() {
    SourceRecordings recordings = SourceRecordings.assumePresent();
    stated = RecordedPopulation.of(recordings);
    unstated = RecordedPopulation.withoutStatedReasoning(recordings);
  }

  /** Measured with reasoning only: the row of the usual effort, or of a near one, counts. */
  @ParameterizedTest
  @ValueSource(strings = {"openai/gpt-5", "openai/gpt-5-mini", "anthropic/claude-opus-4.8"})
  void modelThatOnlyReasonsKeepsItsFigures(String id) {
    assertThat(model(unstated, id).values()).isEqualTo(model(stated, id).values());
    assertThat(model(unstated, id).has(Metric.AA_INTELLIGENCE)).isTrue();
  }

  /** 1.2, 1.8 and 1.8 points when all of these models counted as not reasoning. */
  @Test
  void estimatesAreNearThoseOfTheStatedEfforts() {
    Map<Category, Double> off =
        List.of(Category.CODING, Category.GENERAL, Category.REASONING).stream()
            .collect(Collectors.toMap(Function.identity(), this::meanDifference));
    System.out.println("mean difference of estimates without stated efforts, points: " + off);

    assertThat(off.values()).allSatisfy(points -> assertThat(points).isLessThan(1.3));
  }

  private double meanDifference(Category category) {
    QualityRanking with = QualityRanking.of(stated);
    QualityRanking without = QualityRanking.of(unstated);
    return stated.stream()
        .filter(model -> model.isOriginal() && model.reasoning())
        .mapToDouble(
            model ->
                Math.abs(
                    estimate(with, model.id(), category) - estimate(without, model.id(), category)))
        .average()
        .orElseThrow();
  }

  private static double estimate(QualityRanking ranking, CanonicalId id, Category category) {
    return ranking.estimate(id, category).map(Estimate::estimate).orElseThrow();
  }

  private static MeasuredModel model(List<MeasuredModel> population, String id) {
    return population.stream()
        .filter(model -> model.id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
