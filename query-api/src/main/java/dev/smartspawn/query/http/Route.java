package dev.smartspawn.query.http;

import org.jspecify.annotations.Nullable;

/**
 * What a path answers to.
 *
 * @param pattern as {@code /models/{id}}, for metrics
 * @param get null where it cannot be read
 * @param post null where it takes no commands
 */
record Route(String pattern, @Nullable Endpoint get, @Nullable Command post) {

  static Route get(String pattern, Endpoint endpoint) {
    return new Route(pattern, endpoint, null);
  }

  static Route post(String pattern, Command command) {
    return new Route(pattern, null, command);
  }

  /** The methods it has, as the Allow header lists them. */
  String allow() {
    return get == null ? "POST" : post == null ? "GET, HEAD" : "GET, HEAD, POST";
  }
}
