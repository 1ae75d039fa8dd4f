package dev.smartspawn.query.http;

import dev.smartspawn.query.body.RecommendBody;
import dev.smartspawn.query.body.RecommendBody.Recommended;
import dev.smartspawn.query.body.RenderedModel;
import dev.smartspawn.query.recommend.Ladder;
import dev.smartspawn.query.recommend.Ranked;
import dev.smartspawn.query.recommend.Recommendations;
import dev.smartspawn.query.recommend.Wishes;
import dev.smartspawn.query.task.TaskClassifier;
import dev.smartspawn.query.view.Catalogue;
import dev.smartspawn.schema.enriched.QualityEstimate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code GET /recommend}; with {@code explain=true}, also how it came about. */
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
    Ladder ladder =
        parameters.flag(Parameter.EXPLAIN)
            ? catalogue.recommender().explain(task.category(), wishes)
            : null;
    List<Recommended> data = recommended(found, catalogue);
    return Answer.ok(
        new RecommendBody(data, meta(task, wishes, found, ladder, data)), catalogue.entityTag());
  }

  private static List<Recommended> recommended(Recommendations found, Catalogue catalogue) {
    return found.chosen().stream()
        .map(
            chosen ->
                new Recommended(
                    catalogue.rendered(chosen.ranked().model()),
                    chosen.reason(),
                    chosen.ranked().confidence()))
        .toList();
  }

  private static RecommendBody.Meta meta(
      AskedTask task,
      Wishes wishes,
      Recommendations found,
      @Nullable Ladder ladder,
      List<Recommended> data) {
    return new RecommendBody.Meta(
        task.text(),
        wishes.budget().id(),
        task.category(),
        task.classification(),
        found.considered(),
        ladder == null ? null : ladder.rungs().stream().map(RecommendEndpoint::rung).toList(),
        ladder == null ? null : ladder.why(),
        RenderedModel.attribution(data.stream().map(Recommended::model).toList()));
  }

  private static RecommendBody.Rung rung(Ladder.Rung rung) {
    Ranked ranked = rung.ranked();
    QualityEstimate estimate = ranked == null ? null : ranked.estimate();
    return new RecommendBody.Rung(
        rung.model().id(),
        ranked == null ? null : ranked.likely(),
        estimate == null ? null : estimate.low(),
        estimate == null ? null : estimate.high(),
        rung.model().pricing(),
        rung.removedBy());
  }

  private static Set<Parameter> parameters() {
    Set<Parameter> parameters = EnumSet.copyOf(AskedWishes.PARAMETERS);
    parameters.add(Parameter.COUNT);
    parameters.add(Parameter.EXPLAIN);
    return parameters;
  }
}
