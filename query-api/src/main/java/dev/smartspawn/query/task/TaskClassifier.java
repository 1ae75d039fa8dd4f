package dev.smartspawn.query.task;

import dev.smartspawn.schema.enriched.Category;
import java.util.List;

/** Tells a free-text task's category from the words in it. Immutable, safe for many threads. */
public final class TaskClassifier {
  private TaskClassifier() {}

  /** With the vocabulary that comes with Smart Spawn. */
  public static TaskClassifier standard() {
    return new TaskClassifier();
  }

  /** Text without a known word is general with confidence 0, never a guess. */
  public TaskClass classify(String task) {
    return Category.find(task)
        .map(category -> new TaskClass(category, 1, List.of(task)))
        .orElseGet(() -> new TaskClass(Category.GENERAL, 0, List.of()));
  }
}
