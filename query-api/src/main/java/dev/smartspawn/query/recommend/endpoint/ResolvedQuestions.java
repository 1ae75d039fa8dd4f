package dev.smartspawn.query.recommend.endpoint;

import dev.smartspawn.query.view.ServedCatalogue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What query strings of {@code GET /pick} ask for. It depends on nothing but the query string and,
 * for the names of models, the table. Agents repeat the same query strings, and classifying a task
 * costs more than the rest of a pick.
 */
final class ResolvedQuestions {

  private static final int MAX_QUESTIONS = 2048;
  private static final int MAX_QUERY_LENGTH = 512;

  private volatile Questions questions = new Questions(null);

  /**
   * @param query still encoded
   * @param resolve called for a query string that is not known; what it refuses is not remembered
   */
  PickQuestion get(ServedCatalogue catalogue, String query, Supplier<PickQuestion> resolve) {
    Questions known = questions;
    if (known.catalogue != catalogue) {
      known = new Questions(catalogue);
      questions = known;
    }
    PickQuestion question = known.byQuery.get(query);
    if (question == null) {
      question = resolve.get();
      if (query.length() <= MAX_QUERY_LENGTH && known.byQuery.size() < MAX_QUESTIONS) {
        known.byQuery.put(query, question);
      }
    }
    return question;
  }

  private static final class Questions {
    private final @Nullable ServedCatalogue catalogue;
    private final ConcurrentHashMap<String, PickQuestion> byQuery = new ConcurrentHashMap<>();

    Questions(@Nullable ServedCatalogue catalogue) {
      this.catalogue = catalogue;
    }
  }
}
