package dev.smartspawn.query.recommend.endpoint;

import dev.smartspawn.query.http.request.Parameter;
import dev.smartspawn.query.http.request.Parameters;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.recommend.endpoint.RecommendBody.Classification;
import dev.smartspawn.query.task.TaskClass;
import dev.smartspawn.query.task.TaskClassifier;
import dev.smartspawn.query.task.TaskFacets;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.question.TextSize;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The task of a question with its category, which it names or which its text is classified as.
 *
 * @param text as the client sent it
 * @param classification null if the text names the category
 * @param facets null if the text names the category
 * @param bytes UTF-8 length of task and context together
 */
record ResolvedTask(
    String text,
    Category category,
    @Nullable Classification classification,
    @Nullable TaskFacets facets,
    long bytes) {

  /** With less confidence, the task itself says too little and its context is asked. */
  private static final double UNSURE = 0.5;

  static final Parameter TASK = Parameter.multiline("task");
  static final Parameter CONTEXT = Parameter.multiline("context");

  /**
   * The context counts only if the task says too little: it is a hint and must not outweigh the
   * task.
   *
   * @throws Refusal if there is no task
   */
  static ResolvedTask of(Parameters parameters, TaskClassifier classifier) {
    Optional<String> context = parameters.prose(CONTEXT);
    String text = parameters.prose(TASK).orElseThrow(ResolvedTask::missing);
    long bytes = TextSize.bytes(text) + context.map(TextSize::bytes).orElse(0L);
    return Category.find(text)
        .map(category -> new ResolvedTask(text, category, null, null, bytes))
        .orElseGet(() -> classified(text, context.orElse(""), bytes, classifier));
  }

  private static ResolvedTask classified(
      String text, String context, long bytes, TaskClassifier classifier) {
    TaskClass byTask = classifier.classify(text);
    if (byTask.confidence() < UNSURE && !context.isEmpty()) {
      TaskClass byContext = classifier.classify(context);
      if (byContext.confidence() > byTask.confidence()) {
        return of(text, byContext, CONTEXT, bytes);
      }
    }
    return of(text, byTask, TASK, bytes);
  }

  private static ResolvedTask of(String text, TaskClass found, Parameter read, long bytes) {
    return new ResolvedTask(
        text,
        found.category(),
        new Classification(found.category(), found.confidence(), found.matched(), read.name()),
        found.facets(),
        bytes);
  }

  private static Refusal missing() {
    return Refusal.parameter(
        "'task' is missing: expected one of %s, or free text".formatted(Category.known()));
  }
}
