package dev.smartspawn.query.http;

import dev.smartspawn.query.body.HealthBody;
import dev.smartspawn.schema.lifecycle.Readiness;
import io.undertow.util.StatusCodes;
import java.util.Set;
import java.util.function.Supplier;

/** {@code GET /health/live} and {@code GET /health/ready}. */
final class HealthEndpoints {

  private final Supplier<Readiness> readiness;

  HealthEndpoints(Supplier<Readiness> readiness) {
    this.readiness = readiness;
  }

  /** Fails only where a restart would help. */
  Answer live(Question question) {
    question.parameters(Set.of());
    return readiness.get() instanceof Readiness.Failed failed
        ? unavailable("failed", failed.reason())
        : Answer.ok(HealthBody.of("live"));
  }

  Answer ready(Question question) {
    question.parameters(Set.of());
    Readiness now = readiness.get();
    if (now instanceof Readiness.Failed failed) {
      return unavailable("failed", failed.reason());
    }
    if (now instanceof Readiness.Restoring restoring) {
      return unavailable("not_ready", restoring.what());
    }
    return Answer.ok(HealthBody.of("ready"));
  }

  private static Answer unavailable(String code, String reason) {
    return Answer.error(StatusCodes.SERVICE_UNAVAILABLE, code, reason);
  }
}
