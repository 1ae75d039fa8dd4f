package dev.smartspawn.query.http;

import dev.smartspawn.query.view.ModelView;
import java.util.Set;

/**
 * A GET.
 *
 * @param view what is served at this moment
 * @param query the query string, still encoded; empty for none
 * @param tail what follows the route's fixed part in the path, still encoded; empty for none
 */
record Question(ModelView view, String query, String tail) {

  Parameters parameters(Set<Parameter> known) {
    return Parameters.parse(query, known);
  }
}
