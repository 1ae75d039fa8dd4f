package dev.smartspawn.query.http.request;

import dev.smartspawn.query.http.response.Refusal;
import java.util.List;

/**
 * A GET.
 *
 * @param query the query string, still encoded; empty if there is none
 * @param pathVariable the value of the route's variable in the path, still encoded; empty if the
 *     route has none
 * @param accept the types that the client accepts, as in its header; empty if it names none
 */
public record QueryRequest(String query, String pathVariable, String accept) {

  /** Of a client that accepts everything. */
  public QueryRequest(String query, String pathVariable) {
    this(query, pathVariable, "");
  }

  /**
   * The offered type that the client prefers; the first one if it accepts none or all alike.
   *
   * @param offered as {@code text/csv}; at least one
   */
  public String preferred(List<String> offered) {
    return MediaRanges.preferred(accept, offered);
  }

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
