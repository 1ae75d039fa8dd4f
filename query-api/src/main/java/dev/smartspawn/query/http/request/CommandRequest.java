package dev.smartspawn.query.http.request;

import dev.smartspawn.schema.trace.RequestId;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.util.Optional;

/** A POST or DELETE with its whole body. */
public final class CommandRequest {

  private final RequestId id;
  private final String pathVariable;
  private final byte[] body;
  private final HeaderMap headers;

  /**
   * @param pathVariable the value of the route's variable in the path, still encoded; empty if the
   *     route has none
   * @param body empty if there is none
   */
  public CommandRequest(RequestId id, String pathVariable, byte[] body, HeaderMap headers) {
    this.id = id;
    this.pathVariable = pathVariable;
    this.body = body;
    this.headers = headers;
  }

  /** Every record written because of this request carries it. */
  public RequestId id() {
    return id;
  }

  public String pathVariable() {
    return pathVariable;
  }

  public byte[] body() {
    return body;
  }

  public Optional<String> header(HttpString name) {
    return Optional.ofNullable(headers.getFirst(name));
  }
}
