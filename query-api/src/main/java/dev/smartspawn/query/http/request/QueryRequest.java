package dev.smartspawn.query.http.request;

import dev.smartspawn.query.http.response.Refusal;
import java.util.List;

/**
 * A GET.
 *
 * @param query the query string, still encoded; empty if there is none
 * @param pathVariable the value of the route's variable in the path, still encoded; empty if the
 *     route has none
 */
public record QueryRequest(String query, String pathVariable) {

  /**
   * @throws Refusal if a parameter is not among {@code known}, is given twice or cannot be decoded
   */
  public Parameters parameters(List<Parameter> known) {
    return Parameters.parse(query, known);
  }

  /**
   * @throws Refusal if there are any
   */
  public void requireNoParameters() {
    Parameters.requireNone(query);
  }
}
