package dev.smartspawn.query.http.server;

import dev.smartspawn.query.http.response.Refusal;
import java.util.Optional;

/** Maps exceptions that are not bugs to error responses. */
@FunctionalInterface
public interface FailureResponses {

  /**
   * @return empty for an unexpected exception, which is logged and answered with 500
   */
  Optional<Refusal> find(RuntimeException failure);
}
