package dev.smartspawn.query.recommend.endpoint;

import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.view.ServedCatalogue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The responses of {@code GET /pick} for one table of models. Its key is the resolved question, so
 * that all texts that mean the same share a response.
 */
public final class PickCache {

  private static final int MAX_RESPONSES = 2048;

  private volatile Responses responses = new Responses(null);

  /**
   * @param make called for a question that has no response yet; must not depend on anything else
   */
  Response get(
      ServedCatalogue catalogue, PickQuestion question, Function<PickQuestion, Response> make) {
    Responses known = responses;
    if (known.catalogue != catalogue) {
      known = new Responses(catalogue);
      responses = known;
    }
    Response response = known.byQuestion.get(question);
    if (response == null) {
      response = make.apply(question).direct();
      if (known.byQuestion.size() < MAX_RESPONSES) {
        known.byQuestion.put(question, response);
      }
    }
    return response;
  }

  private static final class Responses {
    private final @Nullable ServedCatalogue catalogue;
    private final ConcurrentHashMap<PickQuestion, Response> byQuestion = new ConcurrentHashMap<>();

    Responses(@Nullable ServedCatalogue catalogue) {
      this.catalogue = catalogue;
    }
  }
}
