package dev.smartspawn.query.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.util.Optional;

/** What a command is told. */
final class Order {

  private final String tail;
  private final byte[] body;
  private final HeaderMap headers;

  /**
   * @param tail what the route's variable stands for in the path, still encoded; empty without one
   * @param body empty for none
   */
  Order(String tail, byte[] body, HeaderMap headers) {
    this.tail = tail;
    this.body = body;
    this.headers = headers;
  }

  String tail() {
    return tail;
  }

  byte[] body() {
    return body;
  }

  Optional<String> header(HttpString name) {
    return Optional.ofNullable(headers.getFirst(name));
  }
}
