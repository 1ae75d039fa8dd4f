package dev.smartspawn.query.status;

import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.schema.lifecycle.Readiness;
import io.undertow.util.StatusCodes;
import java.util.function.Supplier;

/** {@code GET /health/live} and {@code GET /health/ready}. */
public final class HealthEndpoints {

  private final Supplier<Readiness> readiness;

  public HealthEndpoints(Supplier<Readiness> readiness) {
    this.readiness = readiness;
  }

  /** Fails only if a restart would help. */
  public Response live(QueryRequest request) {
    request.requireNoParameters();
    return readiness.get() instanceof Readiness.Failed failed
        ? unavailable("failed", failed.reason())
        : Response.ok(HealthBody.of("live"));
  }

  public Response ready(QueryRequest request) {
    request.requireNoParameters();
    Readiness now = readiness.get();
    if (now instanceof Readiness.Failed failed) {
      return unavailable("failed", failed.reason());
    }
    if (now instanceof Readiness.Restoring restoring) {
      return unavailable("not_ready", restoring.what());
    }
    return Response.ok(HealthBody.of("ready"));
  }

  private static Response unavailable(String code, String reason) {
    return Response.error(StatusCodes.SERVICE_UNAVAILABLE, code, reason);
  }
}
