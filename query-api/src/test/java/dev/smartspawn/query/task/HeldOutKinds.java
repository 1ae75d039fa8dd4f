package dev.smartspawn.query.task;

import dev.smartspawn.query.task.linear.LinearModel;
import dev.smartspawn.query.task.linear.SparseVector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cross-validation with whole kinds held out: each task is classified by a model that has seen no
 * task of its kind. The model is trained in one order, for speed; the average of four is right a
 * little more often.
 */
final class HeldOutKinds {

  record Answer(LabelledTask task, String category, double confidence) {
    boolean isRight() {
      return task.category().id().equals(category);
    }
  }

  private static final int PARTS = 4;

  private HeldOutKinds() {}

  static List<Answer> answers(Map<LabelledTask, SparseVector> tasks) {
    List<Answer> answers = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      Map<LabelledTask, SparseVector> others = new LinkedHashMap<>();
      Map<LabelledTask, SparseVector> heldOut = new LinkedHashMap<>();
      for (Map.Entry<LabelledTask, SparseVector> entry : tasks.entrySet()) {
        LabelledTask task = entry.getKey();
        int partOfKind = Math.floorMod((task.category() + task.kind()).hashCode(), PARTS);
        boolean isHeldOut = partOfKind == part && !task.isKeyword();
        (isHeldOut ? heldOut : others).put(task, entry.getValue());
      }
      LinearModel model = TaskModelTraining.train(TaskHead.CATEGORY, others, 1);
      heldOut.forEach((task, features) -> answers.add(answer(task, features, model)));
    }
    return answers;
  }

  private static Answer answer(LabelledTask task, SparseVector features, LinearModel model) {
    double[] probabilities = model.probabilities(features);
    int best = 0;
    for (int c = 1; c < probabilities.length; c++) {
      best = probabilities[c] > probabilities[best] ? c : best;
    }
    return new Answer(task, model.labels().get(best), probabilities[best]);
  }
}
