package dev.smartspawn.ingest.livebench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.raw.LiveBenchResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
