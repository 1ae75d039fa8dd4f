package dev.smartspawn.query.http.response;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.smartspawn.schema.json.Json;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP response before it is sent.
 *
 * @param body never changed: the sender takes a duplicate
 * @param entityTag with its quotes; null where the response cannot be revalidated
 * @param headers further headers
 */
public record Response(
    int status,
    String contentType,
    ByteBuffer body,
    @Nullable String entityTag,
    Map<HttpString, String> headers) {

  public static final String JSON = "application/json; charset=utf-8";

  public Response {
    headers = Map.copyOf(headers);
  }

  public static Response ok(Record body) {
    return json(StatusCodes.OK, bytes(body), null);
  }

  public static Response ok(Record body, String entityTag) {
    return json(StatusCodes.OK, bytes(body), entityTag);
  }

  /**
   * @param json UTF-8
   */
  public static Response ok(byte[] json, String entityTag) {
    return json(StatusCodes.OK, json, entityTag);
  }

  public static Response text(String contentType, byte[] body) {
    return new Response(StatusCodes.OK, contentType, ByteBuffer.wrap(body), null, Map.of());
  }

  /** A file that stays the same while the program runs. */
  public static Response file(String contentType, byte[] body, String entityTag) {
    return new Response(StatusCodes.OK, contentType, ByteBuffer.wrap(body), entityTag, Map.of())
        .direct();
  }

  public static Response noContent() {
    return new Response(StatusCodes.NO_CONTENT, JSON, ByteBuffer.allocate(0), null, Map.of());
  }

  public static Response refusal(Refusal refusal) {
    Response response = error(refusal.status(), refusal.code(), refusal.message());
    for (Map.Entry<HttpString, String> header : refusal.headers().entrySet()) {
      response = response.with(header.getKey(), header.getValue());
    }
    return response;
  }

  public static Response error(int status, String code, String message) {
    return json(status, bytes(ErrorBody.of(code, message)), null);
  }

  public static Response methodNotAllowed(String method, String allow) {
    Response error =
        error(
            StatusCodes.METHOD_NOT_ALLOWED,
            "method_not_allowed",
            "%s is not possible here: expected %s".formatted(method, allow));
    return error.with(Headers.ALLOW, allow);
  }

  /** The command is accepted and carried out later. */
  public static Response accepted(Record body) {
    return json(StatusCodes.ACCEPTED, bytes(body), null);
  }

  public Response with(HttpString header, String value) {
    Map<HttpString, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Response(status, contentType, body, entityTag, more);
  }

  /**
   * The same with its body outside the heap, from where a socket takes it without a further copy.
   */
  public Response direct() {
    ByteBuffer copy = ByteBuffer.allocateDirect(body.remaining());
    copy.put(body.duplicate()).flip();
    return new Response(status, contentType, copy, entityTag, headers);
  }

  /** As UTF-8 JSON. */
  public static byte[] bytes(Record body) {
    try {
      return Json.MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + body.getClass().getSimpleName(), e);
    }
  }

  private static Response json(int status, byte[] body, @Nullable String entityTag) {
    return new Response(status, JSON, ByteBuffer.wrap(body), entityTag, Map.of());
  }
}
