package dev.smartspawn.query.recommend.endpoint;

import dev.smartspawn.query.http.request.Parameter;
import dev.smartspawn.query.http.request.Parameters;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.EntityTag;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Endpoint;
import dev.smartspawn.query.recommend.Ladder;
import dev.smartspawn.query.recommend.Ranked;
import dev.smartspawn.query.recommend.Recommendations;
import dev.smartspawn.query.recommend.Requirements;
import dev.smartspawn.query.recommend.endpoint.RecommendBody.Recommended;
import dev.smartspawn.query.task.TaskClassifier;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.query.view.ServedCatalogue;
import dev.smartspawn.schema.enriched.QualityEstimate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code GET /recommend}; with {@code explain=true}, also how it came about. */
public final class RecommendEndpoint implements Endpoint {

  private static final Parameter COUNT = Parameter.of("count");
  private static final Parameter EXPLAIN = Parameter.of("explain");
  private static final List<Parameter> PARAMETERS =
      Stream.concat(RequirementsReader.PARAMETERS.stream(), Stream.of(COUNT, EXPLAIN)).toList();
  private static final int MOST = 5;

  private final Supplier<ModelView> views;
  private final TaskClassifier classifier;

  public RecommendEndpoint(Supplier<ModelView> views, TaskClassifier classifier) {
    this.views = views;
    this.classifier = classifier;
  }

  @Override
  public Response answer(QueryRequest request) {
    Parameters parameters = request.parameters(PARAMETERS);
    ResolvedTask task = ResolvedTask.of(parameters, classifier);
    int count = (int) parameters.wholeNumber(COUNT, 1, 1, MOST);
    RequirementsReader.check(parameters, task);

    ServedCatalogue catalogue = views.get().catalogue();
    Requirements requirements = RequirementsReader.read(parameters, task, catalogue);
    Recommendations found = catalogue.recommender().recommend(task.category(), requirements, count);
    if (found.chosen().isEmpty()) {
      throw RequirementsReader.noModel(task.category(), requirements);
    }
    Ladder ladder =
        parameters.flag(EXPLAIN)
            ? catalogue.recommender().explain(task.category(), requirements)
            : null;
    List<Recommended> data = recommended(found, catalogue);
    byte[] body =
        Response.bytes(
            new RecommendBody(data, meta(task, requirements, found, ladder, data, catalogue)));
    return Response.ok(body, EntityTag.ofBytes(body));
  }

  private static List<Recommended> recommended(Recommendations found, ServedCatalogue catalogue) {
    return found.chosen().stream()
        .map(
            chosen ->
                new Recommended(
                    catalogue.rendered(chosen.ranked().model()),
                    chosen.reason(),
                    chosen.confidence()))
        .toList();
  }

  private static RecommendBody.Meta meta(
      ResolvedTask task,
      Requirements requirements,
      Recommendations found,
      @Nullable Ladder ladder,
      List<Recommended> data,
      ServedCatalogue catalogue) {
    return new RecommendBody.Meta(
        task.text(),
        requirements.budget().id(),
        task.category(),
        task.classification(),
        requirements.leastContext(),
        task.facets(),
        found.considered(),
        ladder == null ? null : ladder.rungs().stream().map(RecommendEndpoint::rung).toList(),
        ladder == null ? null : ladder.why(),
        RenderedModel.attribution(data.stream().map(Recommended::model).toList()),
        catalogue.awaitingOrNull(),
        Since.of(task.category(), requirements, data.get(0).model().model().id(), catalogue));
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
}
