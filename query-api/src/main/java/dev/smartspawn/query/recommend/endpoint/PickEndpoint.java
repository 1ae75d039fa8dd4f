package dev.smartspawn.query.recommend.endpoint;

import dev.smartspawn.query.http.request.Parameters;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.EntityTag;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Endpoint;
import dev.smartspawn.query.recommend.Recommendation;
import dev.smartspawn.query.task.TaskClassifier;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.ServedCatalogue;
import java.util.function.Supplier;

/** {@code GET /pick}. */
public final class PickEndpoint implements Endpoint {

  private final Supplier<ModelView> views;
  private final TaskClassifier classifier;
  private final ResolvedQuestions questions = new ResolvedQuestions();
  private final PickCache cache = new PickCache();

  public PickEndpoint(Supplier<ModelView> views, TaskClassifier classifier) {
    this.views = views;
    this.classifier = classifier;
  }

  @Override
  public Response answer(QueryRequest request) {
    PickQuestion question = questions.get(request.query(), () -> resolve(request));
    ServedCatalogue catalogue = views.get().catalogue();
    return cache.get(catalogue, question, each -> pick(each, catalogue));
  }

  private PickQuestion resolve(QueryRequest request) {
    Parameters parameters = request.parameters(RequirementsReader.PARAMETERS);
    ResolvedTask task = ResolvedTask.of(parameters, classifier);
    return new PickQuestion(task.category(), RequirementsReader.read(parameters, task));
  }

  private static Response pick(PickQuestion question, ServedCatalogue catalogue) {
    Recommendation pick =
        catalogue
            .recommender()
            .recommend(question.category(), question.requirements(), 1)
            .chosen()
            .stream()
            .findFirst()
            .orElseThrow(
                () -> RequirementsReader.noModel(question.category(), question.requirements()));
    return Response.ok(
        PickBody.of(question, pick, catalogue),
        EntityTag.of(catalogue.entityTag(), question.canonical()));
  }
}
