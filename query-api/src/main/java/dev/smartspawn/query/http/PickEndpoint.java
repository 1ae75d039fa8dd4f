package dev.smartspawn.query.http;

import dev.smartspawn.query.recommend.Wishes;
import dev.smartspawn.query.task.TaskClassifier;
import dev.smartspawn.query.view.Catalogue;
import dev.smartspawn.schema.enriched.Category;

/** {@code GET /pick}. */
final class PickEndpoint implements Endpoint {

  private final TaskClassifier classifier;

  PickEndpoint(TaskClassifier classifier) {
    this.classifier = classifier;
  }

  @Override
  public Answer answer(Question question) {
    Parameters parameters = question.parameters(AskedWishes.PARAMETERS);
    Category category = AskedTask.of(parameters, classifier).category();
    Wishes wishes = AskedWishes.of(parameters);
    Catalogue catalogue = question.view().catalogue();
    return catalogue
        .picks()
        .body(category, wishes)
        .map(body -> Answer.ok(body, catalogue.entityTag()))
        .orElseThrow(() -> AskedWishes.noModel(category, wishes));
  }
}
