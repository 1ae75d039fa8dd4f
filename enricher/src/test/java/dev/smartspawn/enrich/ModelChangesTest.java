package dev.smartspawn.enrich;

import static dev.smartspawn.schema.source.Source.ARTIFICIAL_ANALYSIS;
import static dev.smartspawn.schema.source.Source.OPENROUTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.change.ModelChange.AnsweredQuestion;
import dev.smartspawn.schema.change.ModelChange.Kind;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.raw.RawRecord;
import dev.smartspawn.schema.source.Source;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which changes are reported. */
class ModelChangesTest {

  private static final int MODELS = 20;

  private final TopologyRun trial = new TopologyRun();
  private int toldAtStart;

  @AfterEach
  void close() {
    trial.close();
  }

  @Test
  void aMoveWithinTheErrorIsNotReported() {
    start();
    analysis("aa2", i -> i == 7 ? figure(i) + 1 : figure(i));

    assertThat(reported(Kind.SCORE)).isEmpty();
    assertThat(reported(Kind.CATEGORY)).isEmpty();
  }

  @Test
  void smallMovesAddUp() {
    start();
    double reported = estimate(7).estimate();
    int pull = 2;
    while (reported(Kind.SCORE).isEmpty()) {
      assertThat(Math.abs(estimate(7).estimate() - reported)).isLessThan(estimate(7).error() + 3);
      int steps = pull;
      analysis("aa" + pull, i -> i == 7 ? figure(i) + steps : figure(i));
      pull++;
    }

    assertThat(pull).isGreaterThan(4);
    assertThat(reported(Kind.SCORE))
        .allSatisfy(change -> assertThat(change.modelId()).isEqualTo(id(7)));
    assertThat(reported(Kind.SCORE))
        .filteredOn(change -> "scores.coding".equals(change.field()))
        .allSatisfy(change -> assertThat(change.from()).isEqualTo((figure(7) + 100) / 2));
  }

  @Test
  void whatMovesACategoryAsAWholeIsOneChange() {
    start();
    analysis("aa2", i -> figure(i) + 15);

    assertThat(reported(Kind.SCORE)).isEmpty();
    assertThat(reported(Kind.CATEGORY))
        .filteredOn(change -> "estimates.coding".equals(change.field()))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.modelId()).isNull();
              assertThat(change.because()).containsOnlyKeys(ARTIFICIAL_ANALYSIS);
              assertThat(change.to() - change.from()).isBetween(5.0, 9.0);
              assertThat(change.cause())
                  .startsWith("estimates for coding moved by ")
                  .contains("of 20 models by more than their error");
            });

    analysis("aa3", i -> figure(i) + 15);
    assertThat(reported(Kind.CATEGORY)).extracting(ModelChange::field).doesNotHaveDuplicates();
  }

  @Test
  void anotherAnswerIsToldWithItsCause() {
    start();
    listings("or2", "0.0000051");

    assertThat(reported(Kind.PICK))
        .filteredOn(
            change ->
                new AnsweredQuestion(Category.CODING, Budget.MEDIUM, id(MODELS))
                    .equals(change.pick()))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.modelId()).isEqualTo(id(MODELS - 1));
              assertThat(change.cause())
                  .isEqualTo(
                      "price of acme/known-20 rose from 1.00 to 5.10, over the budget medium");
              assertThat(change.because()).isEqualTo(Map.of(OPENROUTER, "or2"));
            });
    int told = reported(Kind.PICK).size();

    listings("or3", "0.0000052");
    assertThat(reported(Kind.PICK)).hasSize(told);
  }

  @Test
  void aCapabilityIsTold() {
    trial.pull(OPENROUTER, "or1", Listing.of("acme/known-1").model()).settle();
    trial.pull(OPENROUTER, "or2", Listing.of("acme/known-1").supports().model()).settle();

    assertThat(reported(Kind.CAPABILITY))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.field()).isEqualTo("capabilities.functionCalling");
              assertThat(change.from()).isEqualTo(1.0);
              assertThat(change.to()).isEqualTo(0.0);
            });
  }

  private void start() {
    Source.PULLED.forEach(source -> trial.outcome(source, source.id() + "0"));
    listings("or1", "0.000001");
    analysis("aa1", ModelChangesTest::figure);
    toldAtStart = trial.changes().size();
  }

  /**
   * @param price of the best model, USD per token
   */
  private void listings(String pull, String price) {
    trial.pull(
        OPENROUTER,
        pull,
        IntStream.rangeClosed(1, MODELS)
            .mapToObj(
                i ->
                    Listing.of(id(i).value())
                        .price(i == MODELS ? price : "0.000001", "0.000004")
                        .model())
            .toArray(RawRecord[]::new));
    trial.settle();
  }

  private void analysis(String pull, IntToDoubleFunction figure) {
    trial.pull(
        ARTIFICIAL_ANALYSIS,
        pull,
        IntStream.rangeClosed(1, MODELS)
            .mapToObj(
                i ->
                    BenchmarkRows.analysis(
                        id(i).value(), figure.applyAsDouble(i), figure.applyAsDouble(i)))
            .toArray(RawRecord[]::new));
    trial.settle();
  }

  private static double figure(int model) {
    return 10 + 2.5 * model;
  }

  private static CanonicalId id(int model) {
    return CanonicalId.of("acme/known-" + model);
  }

  private QualityEstimate estimate(int model) {
    return trial.model(id(model).value()).estimates().get(Category.CODING);
  }

  /** Since the start. */
  private List<ModelChange> reported(Kind kind) {
    return trial.changes().stream()
        .skip(toldAtStart)
        .filter(change -> change.kind() == kind)
        .toList();
  }
}
