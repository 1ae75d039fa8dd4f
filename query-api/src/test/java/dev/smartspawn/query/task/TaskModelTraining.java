package dev.smartspawn.query.task;

import dev.smartspawn.query.task.SoftmaxTrainer.Example;
import dev.smartspawn.query.task.linear.LinearModel;
import dev.smartspawn.query.task.linear.LinearModels;
import dev.smartspawn.query.task.linear.SparseVector;
import dev.smartspawn.query.task.text.TaskReading;
import dev.smartspawn.schema.enriched.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Trains the models that the classifier consists of. */
final class TaskModelTraining {

  /** Measured on held-out kinds: see HeldOutKindsTest. */
  private static final float TEMPERATURE = 1;

  /**
   * General is what is left, and our tasks ask for it about twice as often as prompts of public
   * collections do. This makes up for about half of that. On held-out kinds in English, 0.2 points
   * fewer are right if all count alike, and 0.3 more if one of ten asks for it.
   */
  private static final Map<String, Float> HANDICAPS = Map.of(Category.GENERAL.id(), 0.4f);

  /** A phrase says less than a whole task. */
  private static final double KEYWORD_WEIGHT = 0.5;

  /** A task of a few words is between the two. */
  private static final int SHORT_CHARACTERS = 60;

  private static final double SHORT_WEIGHT = 0.5;

  /** A label with fewer tasks is not learned, or learned as {@code other}. */
  private static final int FEWEST_TASKS = 12;

  /** The model that is served is the average of so many trainings. */
  private static final int ORDERS = 4;

  private static final WordVectors VECTORS = WordVectors.read();

  private TaskModelTraining() {}

  /** Reads each task once: the features are the same for all models. */
  static Map<LabelledTask, SparseVector> read(List<LabelledTask> tasks) {
    Map<LabelledTask, SparseVector> features = new LinkedHashMap<>();
    for (LabelledTask task : tasks) {
      features.put(task, TaskReading.of(task.text()).features().trimmed());
    }
    return features;
  }

  static LinearModels train(Map<LabelledTask, SparseVector> tasks) {
    Map<String, LinearModel> models = new LinkedHashMap<>();
    for (TaskHead head : TaskHead.values()) {
      models.put(head.id(), train(head, tasks, ORDERS));
    }
    return new LinearModels(models);
  }

  static LinearModel train(TaskHead head, Map<LabelledTask, SparseVector> tasks, int orders) {
    List<String> labels = labels(head, tasks);
    List<Example> examples = new ArrayList<>();
    tasks.forEach(
        (task, features) -> {
          String label = known(head, task, labels);
          if (label != null && labels.contains(label)) {
            examples.add(new Example(features, labels.indexOf(label), weight(task)));
          }
        });
    boolean isCategory = head == TaskHead.CATEGORY;
    return SoftmaxTrainer.train(
        examples,
        labels,
        head.bits(),
        TEMPERATURE,
        isCategory ? VECTORS : null,
        isCategory ? HANDICAPS : Map.of(),
        orders);
  }

  private static double weight(LabelledTask task) {
    if (task.isKeyword()) {
      return KEYWORD_WEIGHT;
    }
    return task.text().length() < SHORT_CHARACTERS ? SHORT_WEIGHT : 1;
  }

  private static List<String> labels(TaskHead head, Map<LabelledTask, SparseVector> tasks) {
    if (head == TaskHead.CATEGORY) {
      return Arrays.stream(Category.values()).map(Category::id).toList();
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (LabelledTask task : tasks.keySet()) {
      String label = task.label(head);
      if (label != null) {
        counts.merge(label, 1, Integer::sum);
      }
    }
    counts.values().removeIf(count -> count < FEWEST_TASKS);
    return List.copyOf(counts.keySet());
  }

  private static @Nullable String known(TaskHead head, LabelledTask task, List<String> labels) {
    String label = task.label(head);
    return label == null || labels.contains(label) ? label : TaskHead.OTHER;
  }
}
