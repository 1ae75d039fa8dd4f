package dev.smartspawn.query.http;

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
record Route(String pattern, Map<HttpString, Responder> responders) {

  Route {
    responders = Map.copyOf(responders);
  }

  static Route get(String pattern, Endpoint endpoint) {
    return new Route(pattern, Map.of(Methods.GET, endpoint));
  }

  static Route lookUp(String pattern, Lookup lookup) {
    return new Route(pattern, Map.of(Methods.GET, lookup));
  }

  static Route stream(String pattern, EventStream stream) {
    return new Route(pattern, Map.of(Methods.GET, stream));
  }

  static Route post(String pattern, Command command) {
    return new Route(pattern, Map.of(Methods.POST, command));
  }

  Route andPost(Command command) {
    return and(Methods.POST, command);
  }

  Route andDelete(Command command) {
    return and(Methods.DELETE, command);
  }

  @Nullable Responder responder(HttpString method) {
    return responders.get(method.equals(Methods.HEAD) ? Methods.GET : method);
  }

  /** The methods it has, as the Allow header lists them. */
  String allow() {
    return Stream.of(Methods.GET, Methods.HEAD, Methods.POST, Methods.DELETE)
        .filter(method -> responder(method) != null)
        .map(HttpString::toString)
        .collect(Collectors.joining(", "));
  }

  private Route and(HttpString method, Responder responder) {
    Map<HttpString, Responder> more = new HashMap<>(responders);
    more.put(method, responder);
    return new Route(pattern, more);
  }
}
