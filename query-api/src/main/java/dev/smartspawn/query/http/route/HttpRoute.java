package dev.smartspawn.query.http.route;

import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a path answers to.
 *
 * @param pattern as {@code /models/{id}}, for metrics
 * @param responders by method; GET also answers HEAD
 */
public record HttpRoute(String pattern, Map<HttpString, Responder> responders) {

  public HttpRoute {
    responders = Map.copyOf(responders);
  }

  public static HttpRoute get(String pattern, Endpoint endpoint) {
    return new HttpRoute(pattern, Map.of(Methods.GET, endpoint));
  }

  public static HttpRoute lookUp(String pattern, Lookup lookup) {
    return new HttpRoute(pattern, Map.of(Methods.GET, lookup));
  }

  public static HttpRoute stream(String pattern, EventStream stream) {
    return new HttpRoute(pattern, Map.of(Methods.GET, stream));
  }

  public static HttpRoute post(String pattern, Command command) {
    return new HttpRoute(pattern, Map.of(Methods.POST, command));
  }

  public HttpRoute andPost(Command command) {
    return and(Methods.POST, command);
  }

  public HttpRoute andDelete(Command command) {
    return and(Methods.DELETE, command);
  }

  public @Nullable Responder responder(HttpString method) {
    return responders.get(method.equals(Methods.HEAD) ? Methods.GET : method);
  }

  /** The methods it has, as the Allow header lists them. */
  public String allow() {
    return Stream.of(Methods.GET, Methods.HEAD, Methods.POST, Methods.DELETE)
        .filter(method -> responder(method) != null)
        .map(HttpString::toString)
        .collect(Collectors.joining(", "));
  }

  private HttpRoute and(HttpString method, Responder responder) {
    Map<HttpString, Responder> more = new HashMap<>(responders);
    more.put(method, responder);
    return new HttpRoute(pattern, more);
  }
}
