package dev.smartspawn.query.status;

import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.EntityTag;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Endpoint;
import dev.smartspawn.query.view.ModelView;
import java.time.Clock;
import java.util.function.Supplier;

/** {@code GET /status}. */
public final class StatusEndpoint implements Endpoint {

  private final Supplier<ModelView> views;
  private final Clock clock;

  public StatusEndpoint(Supplier<ModelView> views, Clock clock) {
    this.views = views;
    this.clock = clock;
  }

  @Override
  public Response answer(QueryRequest request) {
    request.requireNoParameters();
    ModelView view = views.get();
    byte[] body = Response.bytes(StatusReport.of(view, clock.instant()));
    return Response.ok(body, EntityTag.ofBytes(body));
  }
}
