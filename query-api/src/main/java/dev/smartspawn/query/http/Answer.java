package dev.smartspawn.query.http;

import dev.smartspawn.query.body.Body;
import dev.smartspawn.query.body.ErrorBody;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes back.
 *
 * @param body never changed once it is here: whoever sends it takes a duplicate
 * @param entityTag with its quotes; null where the answer is not worth keeping
 * @param headers further ones
 */
record Answer(
    int status,
    String contentType,
    ByteBuffer body,
    @Nullable String entityTag,
    Map<HttpString, String> headers) {

  Answer {
    headers = Map.copyOf(headers);
  }

  static final String JSON = "application/json; charset=utf-8";

  static Answer ok(Record body) {
    return json(StatusCodes.OK, ByteBuffer.wrap(Body.bytes(body)), null);
  }

  static Answer ok(Record body, String entityTag) {
    return ok(Body.bytes(body), entityTag);
  }

  static Answer ok(byte[] body, String entityTag) {
    return ok(ByteBuffer.wrap(body), entityTag);
  }

  static Answer ok(ByteBuffer body, String entityTag) {
    return json(StatusCodes.OK, body, entityTag);
  }

  static Answer text(String contentType, byte[] body) {
    return new Answer(StatusCodes.OK, contentType, ByteBuffer.wrap(body), null, Map.of());
  }

  /** A file that is the same for as long as the program runs. */
  static Answer file(String contentType, byte[] body, String entityTag) {
    return file(contentType, ByteBuffer.wrap(body), entityTag);
  }

  static Answer file(String contentType, ByteBuffer body, String entityTag) {
    return new Answer(StatusCodes.OK, contentType, body, entityTag, Map.of());
  }

  static Answer noContent() {
    return new Answer(StatusCodes.NO_CONTENT, JSON, ByteBuffer.allocate(0), null, Map.of());
  }

  static Answer refusal(Refusal refusal) {
    Answer answer = error(refusal.status(), refusal.code(), refusal.message());
    for (Map.Entry<HttpString, String> header : refusal.headers().entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }

  static Answer error(int status, String code, String message) {
    return json(status, ByteBuffer.wrap(Body.bytes(ErrorBody.of(code, message))), null);
  }

  static Answer methodNotAllowed(String method, String allow) {
    Answer error =
        error(
            StatusCodes.METHOD_NOT_ALLOWED,
            "method_not_allowed",
            "%s is not possible here: expected %s".formatted(method, allow));
    return error.with(Headers.ALLOW, allow);
  }

  /** Taken, and done later. */
  static Answer accepted(Record body) {
    return json(StatusCodes.ACCEPTED, ByteBuffer.wrap(Body.bytes(body)), null);
  }

  Answer with(HttpString header, String value) {
    Map<HttpString, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Answer(status, contentType, body, entityTag, more);
  }

  private static Answer json(int status, ByteBuffer body, @Nullable String entityTag) {
    return new Answer(status, JSON, body, entityTag, Map.of());
  }
}
