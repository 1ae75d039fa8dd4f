package dev.smartspawn.query.recommend.endpoint;

import dev.smartspawn.query.http.request.Parameters;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.EntityTag;
import dev.smartspawn.query.http.response.Refusal;
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
    ServedCatalogue catalogue = catalogue(request);
    PickQuestion question =
        questions.get(catalogue, request.query(), () -> resolve(request, catalogue));
    return cache.get(catalogue, question, each -> pick(each, catalogue));
  }

  /** A request that cannot be read is refused as such, whatever is served. */
  private ServedCatalogue catalogue(QueryRequest request) {
    try {
      return views.get().catalogue();
    } catch (Refusal notReady) {
      Parameters parameters = request.parameters(RequirementsReader.PARAMETERS);
      RequirementsReader.check(parameters, ResolvedTask.of(parameters, classifier));
      throw notReady;
    }
  }

  private PickQuestion resolve(QueryRequest request, ServedCatalogue catalogue) {
    Parameters parameters = request.parameters(RequirementsReader.PARAMETERS);
    ResolvedTask task = ResolvedTask.of(parameters, classifier);
    return new PickQuestion(task.category(), RequirementsReader.read(parameters, task, catalogue));
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
