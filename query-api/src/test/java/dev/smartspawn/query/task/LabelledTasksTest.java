package dev.smartspawn.query.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.Category;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The model has seen these tasks: what it does with others is measured on held-out kinds. */
class LabelledTasksTest {
  private static final List<LabelledTask> TASKS = LabelledTasks.first();

  private final TaskClassifier classifier = TaskClassifier.standard();

  @Test
  void theFirstTasksAreClassifiedAsTheirCategory() {
    assertThat(accuracy("first tasks", task -> true)).isGreaterThanOrEqualTo(0.947);
  }

  @ParameterizedTest
  @EnumSource
  void noCategoryIsLeftBehind(Category category) {
    assertThat(accuracy("first tasks, " + category.id(), task -> task.category() == category))
        .isGreaterThanOrEqualTo(0.9);
  }

  private double accuracy(String name, Predicate<LabelledTask> selected) {
    List<LabelledTask> tasks = TASKS.stream().filter(selected).toList();
    long right =
        tasks.stream()
            .filter(task -> classifier.classify(task.text()).category() == task.category())
            .count();
    return new Accuracy(name, right, tasks.size()).print().value();
  }
}
