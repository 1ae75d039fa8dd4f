package dev.smartspawn.query.recommend.endpoint;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What query strings of {@code GET /pick} ask for. It depends on nothing but the query string, so
 * it stays true when the table of models changes. Agents repeat the same query strings, and
 * classifying a task costs more than the rest of a pick.
 */
final class ResolvedQuestions {

  private static final int MAX_QUESTIONS = 2048;
  private static final int MAX_QUERY_LENGTH = 512;

  private final ConcurrentHashMap<String, PickQuestion> byQuery = new ConcurrentHashMap<>();

  /**
   * @param query still encoded
   * @param resolve called for a query string that is not known; what it refuses is not remembered
   */
  PickQuestion get(String query, Supplier<PickQuestion> resolve) {
    PickQuestion known = byQuery.get(query);
    if (known != null) {
      return known;
    }
    PickQuestion question = resolve.get();
    if (query.length() <= MAX_QUERY_LENGTH && byQuery.size() < MAX_QUESTIONS) {
      byQuery.put(query, question);
    }
    return question;
  }
}
