package dev.smartspawn.query.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.query.task.LabelledTasks.Half;
import dev.smartspawn.query.task.LabelledTasks.LabelledTask;
import dev.smartspawn.schema.enriched.Category;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelledTasksTest {
  private static final List<LabelledTask> TASKS = LabelledTasks.all();

  private final TaskClassifier classifier = TaskClassifier.standard();

  @Test
  void nineOfTenTasksAreReadAsTheirCategory() {
    assertThat(accuracy("all", task -> true)).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @EnumSource
  void neitherHalfIsMuchWorse(Half half) {
    assertThat(accuracy(half.name(), task -> task.half() == half)).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @EnumSource
  void noCategoryIsLeftBehind(Category category) {
    assertThat(accuracy(category.id(), task -> task.category() == category))
        .isGreaterThanOrEqualTo(0.8);
    for (Half half : Half.values()) {
      accuracy(category + " " + half, task -> task.category() == category && task.half() == half);
    }
  }

  @Test
  void aSureAnswerIsRightMoreOftenThanAnUnsureOne() {
    double sure =
        accuracy(
            "confidence of 0.6 or more",
            task -> classifier.classify(task.text()).confidence() >= 0.6);
    double unsure =
        accuracy(
            "confidence below 0.6", task -> classifier.classify(task.text()).confidence() < 0.6);

    assertThat(sure).isGreaterThan(unsure);
  }

  private double accuracy(String name, Predicate<LabelledTask> selected) {
    List<LabelledTask> tasks = TASKS.stream().filter(selected).toList();
    long right =
        tasks.stream()
            .filter(task -> classifier.classify(task.text()).category() == task.category())
            .count();
    double accuracy = (double) right / tasks.size();
    System.out.printf(
        "tasks read right, %-26s %3d of %3d, %5.1f %%%n",
        name, right, tasks.size(), 100 * accuracy);
    return accuracy;
  }
}
