package dev.smartspawn.ingest.livebench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.raw.LiveBenchResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JudgmentsTest {

  @Test
  void taskIsTheMeanOfItsQuestionsAndCategoryTheMeanOfItsTasks() {
    LiveBenchResult result =
        only(
            judgment("coding", "generate", "q1", 1, 1.0, 10),
            judgment("coding", "generate", "q2", 1, 0.0, 10),
            judgment("coding", "generate", "q3", 1, 0.5, 10),
            judgment("coding", "complete", "q4", 1, 1.0, 10),
            judgment("math", "olympiad", "q5", 1, 0.25, 10));

    assertThat(result.taskScores())
        .containsEntry("generate", 0.5)
        .containsEntry("complete", 1.0)
        .containsEntry("olympiad", 0.25);
    assertThat(result.categoryScores()).containsEntry("coding", 0.75).containsEntry("math", 0.25);
    assertThat(result.questions()).isEqualTo(5);
  }

  @Test
  void laterOfTwoJudgmentsCounts() {
    Judgment early = judgment("coding", "generate", "q1", 1, 1.0, 10);
    Judgment late = judgment("coding", "generate", "q1", 1, 0.0, 11);

    assertThat(only(early, late).taskScores()).containsEntry("generate", 0.0);
    assertThat(only(late, early).taskScores()).containsEntry("generate", 0.0);
    assertThat(only(late, early).questions()).isEqualTo(1);
  }

  @Test
  void turnsOfAQuestionAreSeparateJudgments() {
    LiveBenchResult result =
        only(
            judgment("coding", "generate", "q1", 1, 1.0, 10),
            judgment("coding", "generate", "q1", 2, 0.0, 11),
            judgment("coding", "generate", "q2", 1, 1.0, 10));

    assertThat(result.taskScores()).containsEntry("generate", 0.75);
    assertThat(result.questions()).isEqualTo(2);
  }

  @Test
  void sameTaskNameInTwoCategoriesIsTwoTasks() {
    LiveBenchResult result =
        only(
            judgment("coding", "misc", "q1", 1, 1.0, 10),
            judgment("math", "misc", "q1", 1, 0.0, 10));

    assertThat(result.taskScores())
        .containsOnlyKeys("coding/misc", "math/misc")
        .containsEntry("coding/misc", 1.0);
    assertThat(result.categoryScores()).containsEntry("coding", 1.0).containsEntry("math", 0.0);
  }

  @Test
  void orderOfRowsDoesNotAffectScores() {
    List<Judgment> rows = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      rows.add(judgment("c" + i % 3, "t" + i % 7, "q" + i, 1, random.nextInt(1000) / 1000.0, 10));
    }
    List<Judgment> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, random);

    assertThat(only(shuffled.toArray(Judgment[]::new)))
        .isEqualTo(only(rows.toArray(Judgment[]::new)));
  }

  @Test
  void scoreOutsideZeroToOneIsRefused() {
    assertThatThrownBy(() -> judgment("coding", "generate", "q1", 1, 1.5, 10))
        .hasMessageContaining("is 1.5: expected 0 to 1");
    assertThatThrownBy(() -> judgment("coding", "generate", "q1", 1, Double.NaN, 10))
        .hasMessageContaining("expected 0 to 1");
  }

  @Test
  void modelJudgedOnOneTaskOfACategoryHasNoFigureForIt() {
    Judgments judgments = new Judgments();
    for (String model : List.of("big-1", "big-2", "big-3")) {
      for (String task : List.of("generate", "complete", "repair")) {
        judgments.add(new Judgment(model, "coding", task, task + 1, 1, 0.5, 10));
      }
    }
    judgments.add(new Judgment("small", "coding", "complete", "complete1", 1, 1, 10));

    LiveBenchResult small = judgments.results().get(3);

    assertThat(small.model()).isEqualTo("small");
    assertThat(small.taskScores()).containsEntry("complete", 1.0);
    assertThat(small.categoryScores()).isEmpty();
    assertThat(judgments.uncovered()).isEqualTo(Map.of("coding", 1));
    assertThat(judgments.results().get(0).categoryScores()).containsEntry("coding", 0.5);
  }

  @Test
  void modelJudgedOnFewQuestionsOfEveryTaskHasNoFigure() {
    Judgments judgments = new Judgments();
    for (int i = 0; i < 20; i++) {
      judgments.add(new Judgment("big-1", "math", "t" + i % 2, "q" + i, 1, 0.5, 10));
      judgments.add(new Judgment("big-2", "math", "t" + i % 2, "q" + i, 1, 0.5, 10));
    }
    judgments.add(new Judgment("small", "math", "t0", "q0", 1, 1, 10));
    judgments.add(new Judgment("small", "math", "t1", "q1", 1, 1, 10));

    assertThat(judgments.results().get(2).categoryScores()).isEmpty();
  }

  @Test
  void modelWithAnUnusableJudgmentHasNoFigureForThatCategory() {
    Judgments judgments = new Judgments();
    judgments.add(judgment("coding", "generate", "q1", 1, 1, 10));
    judgments.add(judgment("math", "olympiad", "q2", 1, 1, 10));
    judgments.addUnusable("big-1", "coding", "generate", "q3", 1);

    assertThat(judgments.results().get(0).categoryScores()).containsOnlyKeys("math");
  }

  @Test
  void unusableJudgmentThatWasMadeAgainCostsNothing() {
    Judgments judgments = new Judgments();
    judgments.add(judgment("coding", "generate", "q1", 1, 1, 10));
    judgments.addUnusable("big-1", "coding", "generate", "q1", 1);

    assertThat(judgments.results().get(0).categoryScores()).containsOnlyKeys("coding");
  }

  @Test
  void inventedTasksOfOneModelDoNotChangeWhatIsAskedOfOthers() {
    Judgments judgments = new Judgments();
    for (String model : List.of("big-1", "big-2", "big-3")) {
      judgments.add(new Judgment(model, "coding", "generate", "q1", 1, 0.5, 10));
    }
    for (int i = 0; i < 100; i++) {
      judgments.add(new Judgment("odd", "coding", "task" + i, "q" + i, 1, 1, 10));
    }

    assertThat(judgments.results().get(0).categoryScores()).containsEntry("coding", 0.5);
  }

  private static LiveBenchResult only(Judgment... rows) {
    Judgments judgments = new Judgments();
    for (Judgment row : rows) {
      judgments.add(row);
    }
    assertThat(judgments.results()).hasSize(1);
    return judgments.results().get(0);
  }

  private static Judgment judgment(
      String category, String task, String question, int turn, double score, double at) {
    return new Judgment("big-1", category, task, question, turn, score, at);
  }
}
