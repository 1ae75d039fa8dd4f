package dev.smartspawn.query.task;

import dev.smartspawn.query.task.linear.LinearModel;
import dev.smartspawn.query.task.linear.LinearModels;
import dev.smartspawn.query.task.linear.SparseVector;
import dev.smartspawn.query.task.text.Languages;
import dev.smartspawn.query.task.text.TaskReading;
import dev.smartspawn.schema.enriched.Category;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Classifies free-text tasks with a linear model over words, parts of words and signals such as
 * code and formulas. The model is trained on labelled tasks and comes with Smart Spawn. Immutable,
 * safe for many threads.
 *
 * <p>Takes time in proportion to the text, and no more than for 6,000 characters: of a longer text
 * both ends are read.
 */
public final class TaskClassifier {

  static final String MODEL = "task-model.bin";

  /** Below it, a facet is left out. */
  private static final double SURE_ENOUGH = 0.5;

  /** If the model knows less of a text than this share, its probabilities mean less. */
  private static final double FAMILIAR = 0.5;

  /** A second guess of this probability is enough to ask for a model that sees images. */
  private static final double VISION_POSSIBLE = 0.3;

  private final LinearModels models;
  private final Languages languages;

  private TaskClassifier(LinearModels models, Languages languages) {
    this.models = models;
    this.languages = languages;
  }

  /** With the model that comes with Smart Spawn. Build it once: it takes some milliseconds. */
  public static TaskClassifier standard() {
    try (InputStream resource =
        Objects.requireNonNull(TaskClassifier.class.getResourceAsStream(MODEL))) {
      return new TaskClassifier(LinearModels.read(resource), Languages.standard());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text without words is general, with confidence 0. */
  public TaskClass classify(String task) {
    TaskReading reading = TaskReading.of(task);
    if (!reading.hasWords()) {
      return new TaskClass(
          Category.GENERAL,
          0,
          List.of(),
          new TaskFacets(null, null, null, null, false, false, TaskFacets.Size.of(task)));
    }
    LinearModel model = models.get(TaskHead.CATEGORY.id());
    double[] probabilities = model.probabilities(reading.features());
    int best = largest(probabilities);
    Category category = Category.of(model.labels().get(best));
    double familiarity = model.familiarity(reading.features());
    return new TaskClass(
        category,
        rounded(probabilities[best] * Math.min(1, familiarity / FAMILIAR)),
        StrongestWords.of(reading, model, best),
        facets(task, reading, category, probabilities));
  }

  private TaskFacets facets(
      String task, TaskReading reading, Category category, double[] probabilities) {
    boolean isCoding = category == Category.CODING;
    SparseVector features = reading.features();
    String domain = answer(TaskHead.DOMAIN, features);
    LinearModel model = models.get(TaskHead.CATEGORY.id());
    double vision = probabilities[model.labels().indexOf(Category.VISION.id())];
    return new TaskFacets(
        languages.of(reading),
        isCoding ? answer(TaskHead.STACK, features) : null,
        isCoding ? answer(TaskHead.JOB, features) : null,
        domain,
        "mathematics".equals(domain),
        vision >= VISION_POSSIBLE,
        TaskFacets.Size.of(task));
  }

  private @Nullable String answer(TaskHead head, SparseVector features) {
    LinearModel model = models.get(head.id());
    double[] probabilities = model.probabilities(features);
    int best = largest(probabilities);
    String label = model.labels().get(best);
    return probabilities[best] < SURE_ENOUGH || label.equals(TaskHead.OTHER) ? null : label;
  }

  private static int largest(double[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[largest]) {
        largest = i;
      }
    }
    return largest;
  }

  private static double rounded(double probability) {
    return Math.round(probability * 1000) / 1000.0;
  }
}
