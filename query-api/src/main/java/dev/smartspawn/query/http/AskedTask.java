package dev.smartspawn.query.http;

import dev.smartspawn.query.body.RecommendBody.Classification;
import dev.smartspawn.query.task.TaskClass;
import dev.smartspawn.query.task.TaskClassifier;
import dev.smartspawn.schema.enriched.Category;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The task of a question: a category, or free text that was taken for one.
 *
 * @param text as it was asked
 * @param classification null where the text is a category
 */
record AskedTask(String text, Category category, @Nullable Classification classification) {

  /**
   * The context is read only where nothing in a free-text task was recognised: it is a hint, and
   * must not outweigh the task.
   *
   * @throws Refusal when there is no task
   */
  static AskedTask of(Parameters parameters, TaskClassifier classifier) {
    Optional<String> context = parameters.prose(Parameter.CONTEXT);
    String text = parameters.prose(Parameter.TASK).orElseThrow(AskedTask::missing);
    return Category.find(text)
        .map(category -> new AskedTask(text, category, null))
        .orElseGet(() -> classified(text, context.orElse(""), classifier));
  }

  private static AskedTask classified(String text, String context, TaskClassifier classifier) {
    TaskClass byTask = classifier.classify(text);
    if (byTask.matched().isEmpty() && !context.isEmpty()) {
      return of(text, classifier.classify(context), Parameter.CONTEXT);
    }
    return of(text, byTask, Parameter.TASK);
  }

  private static AskedTask of(String text, TaskClass found, Parameter read) {
    return new AskedTask(
        text,
        found.category(),
        new Classification(found.category(), found.confidence(), found.matched(), read.id()));
  }

  private static Refusal missing() {
    return Refusal.parameter(
        "'task' is missing: expected one of %s, or free text".formatted(Category.known()));
  }
}
