package dev.smartspawn.query.http.guard;

import dev.smartspawn.query.http.response.Response;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of the listed origins read responses (CORS). Without any, browsers allow only the
 * dashboard's own pages.
 */
public final class CrossOrigin {

  private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
  private static final HttpString ALLOW_METHODS = new HttpString("Access-Control-Allow-Methods");
  private static final HttpString ALLOW_HEADERS = new HttpString("Access-Control-Allow-Headers");
  private static final HttpString EXPOSE_HEADERS = new HttpString("Access-Control-Expose-Headers");
  private static final HttpString MAX_AGE = new HttpString("Access-Control-Max-Age");
  private static final HttpString REQUESTED_METHOD =
      new HttpString("Access-Control-Request-Method");
  private static final String SENDABLE =
      "Authorization, Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID, X-Request-Id";
  private static final String READABLE = "ETag, Location, Retry-After, X-Request-Id";
  private static final String SECONDS_KEPT = "600";

  private final Set<String> origins;

  /**
   * @param origins as {@code https://example.org}
   */
  public CrossOrigin(Collection<String> origins) {
    this.origins = Set.copyOf(origins);
  }

  /** Allows a page of a listed origin to read the response. */
  public void writeTo(HttpServerExchange exchange) {
    if (origins.isEmpty()) {
      return;
    }
    HeaderMap answer = exchange.getResponseHeaders();
    answer.put(Headers.VARY, "Origin");
    String origin = listed(exchange);
    if (origin != null) {
      answer.put(ALLOW_ORIGIN, origin);
      answer.put(EXPOSE_HEADERS, READABLE);
    }
  }

  /** The response to a CORS preflight of a listed origin; null for any other request. */
  public @Nullable Response preflight(HttpServerExchange exchange, String allowedMethods) {
    boolean preflight =
        exchange.getRequestMethod().equals(Methods.OPTIONS)
            && exchange.getRequestHeaders().contains(REQUESTED_METHOD);
    if (!preflight || listed(exchange) == null) {
      return null;
    }
    return Response.noContent()
        .with(ALLOW_METHODS, allowedMethods)
        .with(ALLOW_HEADERS, SENDABLE)
        .with(MAX_AGE, SECONDS_KEPT)
        .with(Headers.ALLOW, allowedMethods);
  }

  private @Nullable String listed(HttpServerExchange exchange) {
    String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
    return origin != null && origins.contains(origin) ? origin : null;
  }
}
