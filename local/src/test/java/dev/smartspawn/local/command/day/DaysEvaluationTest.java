package dev.smartspawn.local.command.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.smartspawn.local.command.day.DaysReport.Movement;
import dev.smartspawn.local.command.day.DaysReport.PickChange;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import dev.smartspawn.schema.enriched.EnrichedModel.Pricing;
import dev.smartspawn.schema.enriched.QualityEstimate;
import dev.smartspawn.schema.question.Budget;
import dev.smartspawn.schema.question.StandardQuestion;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DaysEvaluationTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 6, 18);
  private static final StandardQuestion QUESTION =
      new StandardQuestion(Category.CODING, Budget.LOW);
  private static final CanonicalId ONE = CanonicalId.of("maker/one");
  private static final CanonicalId TWO = CanonicalId.of("maker/two");

  @Test
  void countsOnlyLargeStepsOfModelsThatDidNotChange() {
    DaysReport report =
        DaysEvaluation.of(
            List.of(
                day(0, ONE, Map.of(ONE, model(50, 0.5, "a"), TWO, model(60, 0.5, "a"))),
                day(1, ONE, Map.of(ONE, model(50.6, 0.5, "a"), TWO, model(70, 0.5, "b"))),
                day(2, ONE, Map.of(ONE, model(51, 0.5, "a"), TWO, model(70, 0.5, "b")))));

    Movement coding = report.movements().get(Category.CODING.ordinal());
    assertThat(coding.steps()).isEqualTo(4);
    assertThat(coding.uncaused()).isEqualTo(1);
    assertThat(coding.share()).isCloseTo(25, within(1e-9));
    assertThat(coding.largest()).isCloseTo(0.6, within(1e-9));
    assertThat(coding.worstDay()).isEqualTo(FIRST.plusDays(1));
    assertThat(report.pickChanges()).isEmpty();
    assertThat(report.meanLoss()).isCloseTo((10 + 19.4 + 19) / 3, within(1e-9));
  }

  @Test
  void aPriceThatCrossesTheBudgetCountsBeforeFigures() {
    assertThat(cause(model(60, 0.9, "a"), model(60, 1.1, "b"))).isEqualTo(PickCause.PRICE);
    assertThat(cause(model(60, 0.9, "a"), model(60, 0.8, "b"))).isEqualTo(PickCause.FIGURES);
    assertThat(cause(model(60, 0.9, "a"), model(60, 0.8, "a"))).isEqualTo(PickCause.PRICE);
    assertThat(cause(model(60, 0.9, "a"), model(61, 0.9, "a"))).isEqualTo(PickCause.NOTHING);
  }

  @Test
  void modelsThatComeAndGoAreCauses() {
    DayModel model = model(60, 0.5, "a");
    DaysReport report =
        DaysEvaluation.of(
            List.of(
                day(0, ONE, Map.of(ONE, model)),
                day(1, TWO, Map.of(ONE, model, TWO, model)),
                day(2, ONE, Map.of(ONE, model))));

    assertThat(report.pickChanges())
        .extracting(PickChange::cause)
        .containsExactly(PickCause.NEW_MODEL, PickCause.GONE);
    assertThat(report.pickChanges()).extracting(PickChange::back).containsExactly(false, true);
  }

  @Test
  void anAnswerThatReturnsAfterMoreThanAWeekIsNotCounted() {
    DayModel model = model(60, 0.5, "a");
    Map<CanonicalId, DayModel> table = Map.of(ONE, model, TWO, model);
    DaysReport report =
        DaysEvaluation.of(List.of(day(0, ONE, table), day(1, TWO, table), day(8, ONE, table)));

    assertThat(report.pickChanges())
        .extracting(PickChange::cause)
        .containsExactly(PickCause.NOTHING, PickCause.NOTHING);
    assertThat(report.pickChanges()).noneMatch(PickChange::back);
    assertThat(report.unsteadyChanges()).isEmpty();
    assertThat(report.json()).contains("\"cause\" : \"nothing\"");
  }

  private static PickCause cause(DayModel before, DayModel after) {
    DayModel other = model(60, 0.5, "other");
    return PickCause.of(
        QUESTION, Map.of(ONE, before, TWO, other), ONE, Map.of(ONE, after, TWO, other), TWO);
  }

  private static PlayedDay day(int number, CanonicalId pick, Map<CanonicalId, DayModel> models) {
    return new PlayedDay(
        FIRST.plusDays(number),
        new HashMap<>(models),
        Map.of(QUESTION, pick),
        Map.of(),
        Map.of(QUESTION, models.containsKey(TWO) ? TWO : ONE),
        Map.of(),
        Map.of(),
        1);
  }

  private static DayModel model(double coding, double price, String figures) {
    return new DayModel(
        Map.of(Category.CODING, new QualityEstimate(coding, coding - 2, coding + 2, 2, 0.9)),
        new Pricing(price, price),
        new Capabilities(false, false, true, false, false, false),
        figures,
        null);
  }
}
