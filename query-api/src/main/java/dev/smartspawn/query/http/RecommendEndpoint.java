package dev.smartspawn.query.http;

import dev.smartspawn.query.body.RecommendBody;
import dev.smartspawn.query.body.RecommendBody.Recommended;
import dev.smartspawn.query.body.RenderedModel;
import dev.smartspawn.query.recommend.Recommendations;
import dev.smartspawn.query.recommend.Wishes;
import dev.smartspawn.query.task.TaskClassifier;
import dev.smartspawn.query.view.Catalogue;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code GET /recommend}. */
final class RecommendEndpoint implements Endpoint {

  private static final Set<Parameter> PARAMETERS = parameters();
  private static final int MOST = 5;

  private final TaskClassifier classifier;

  RecommendEndpoint(TaskClassifier classifier) {
    this.classifier = classifier;
  }

  @Override
  public Answer answer(Question question) {
    Parameters parameters = question.parameters(PARAMETERS);
    AskedTask task = AskedTask.of(parameters, classifier);
    Wishes wishes = AskedWishes.of(parameters);
    int count = (int) parameters.wholeNumber(Parameter.COUNT, 1, 1, MOST);

    Catalogue catalogue = question.view().catalogue();
    Recommendations found = catalogue.recommender().recommend(task.category(), wishes, count);
    if (found.chosen().isEmpty()) {
      throw AskedWishes.noModel(task.category(), wishes);
    }
    return Answer.ok(body(task, wishes, found, catalogue), catalogue.entityTag());
  }

  private static RecommendBody body(
      AskedTask task, Wishes wishes, Recommendations found, Catalogue catalogue) {
    List<Recommended> data =
        found.chosen().stream()
            .map(
                chosen ->
                    new Recommended(
                        catalogue.rendered(chosen.ranked().model()),
                        chosen.reason(),
                        chosen.ranked().confidence()))
            .toList();
    return new RecommendBody(
        data,
        new RecommendBody.Meta(
            task.text(),
            wishes.budget().id(),
            task.category(),
            task.classification(),
            found.considered(),
            RenderedModel.attribution(data.stream().map(Recommended::model).toList())));
  }

  private static Set<Parameter> parameters() {
    Set<Parameter> parameters = EnumSet.copyOf(AskedWishes.PARAMETERS);
    parameters.add(Parameter.COUNT);
    return parameters;
  }
}
