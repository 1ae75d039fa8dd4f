package dev.smartspawn.query.http;

import dev.smartspawn.schema.trace.RequestId;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.util.Optional;

/** What a command is told. */
final class Order {

  private final RequestId requestId;
  private final String tail;
  private final byte[] body;
  private final HeaderMap headers;

  /**
   * @param tail what the route's variable stands for in the path, still encoded; empty without one
   * @param body empty for none
   */
  Order(RequestId requestId, String tail, byte[] body, HeaderMap headers) {
    this.requestId = requestId;
    this.tail = tail;
    this.body = body;
    this.headers = headers;
  }

  /** For whatever comes of it. */
  RequestId requestId() {
    return requestId;
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
