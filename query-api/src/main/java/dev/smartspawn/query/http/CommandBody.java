package dev.smartspawn.query.http;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Reads the body of a command, when whoever sends it may send it. */
final class CommandBody {

  private static final String JSON = "application/json";
  private static final String CHUNKED = "chunked";
  private static final long WHOLE_BODY_SECONDS = 30;

  private final WriteGuard guard;

  CommandBody(WriteGuard guard) {
    this.guard = guard;
  }

  /**
   * @param maxBytes the largest body that is taken
   * @param onBody called on a worker thread, with an empty array where there is no body
   * @param onRefusal called where the body is not taken
   */
  void read(
      HttpServerExchange exchange,
      int maxBytes,
      Consumer<byte[]> onBody,
      Consumer<Refusal> onRefusal) {
    try {
      check(exchange, maxBytes);
    } catch (Refusal refusal) {
      onRefusal.accept(refusal);
      return;
    }
    Receiver receiver = exchange.getRequestReceiver();
    receiver.setMaxBufferSize(maxBytes);
    XnioExecutor.Key deadline = closeUnlessRead(exchange);
    receiver.receiveFullBytes(
        (received, body) -> {
          deadline.remove();
          received.dispatch(() -> onBody.accept(body));
        },
        (received, fault) -> {
          deadline.remove();
          onRefusal.accept(refusal(fault, maxBytes));
        });
  }

  private void check(HttpServerExchange exchange, int maxBytes) {
    guard.check(exchange);
    Parameters.parse(exchange.getQueryString(), Set.of());
    String contentType = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    if (contentType != null || hasBody(exchange)) {
      requireJson(contentType);
    }
    String coding = exchange.getRequestHeaders().getFirst(Headers.TRANSFER_ENCODING);
    if (coding != null && !coding.equalsIgnoreCase(CHUNKED)) {
      throw new Refusal(
          StatusCodes.BAD_REQUEST,
          "malformed_request",
          "the body is sent in a coding that is not known here: expected a length, or chunks");
    }
    if (exchange.getRequestContentLength() > maxBytes) {
      throw tooLarge(maxBytes);
    }
  }

  /** Bytes that trickle in never stall for long enough to be taken for a dead connection. */
  private static XnioExecutor.Key closeUnlessRead(HttpServerExchange exchange) {
    return exchange
        .getIoThread()
        .executeAfter(
            () -> IoUtils.safeClose(exchange.getConnection()), WHOLE_BODY_SECONDS, SECONDS);
  }

  private static boolean hasBody(HttpServerExchange exchange) {
    return exchange.getRequestContentLength() > 0
        || exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING);
  }

  private static void requireJson(@Nullable String contentType) {
    String type =
        contentType == null ? "none" : contentType.toLowerCase(Locale.ROOT).replace(" ", "");
    if (!type.equals(JSON) && !type.equals(JSON + ";charset=utf-8")) {
      throw new Refusal(
          StatusCodes.UNSUPPORTED_MEDIA_TYPE,
          "unsupported_media_type",
          "the content type is %s: expected %s".formatted(type, JSON));
    }
  }

  private static Refusal refusal(Exception fault, int maxBytes) {
    return fault instanceof Receiver.RequestToLargeException
        ? tooLarge(maxBytes)
        : new Refusal(StatusCodes.BAD_REQUEST, "invalid_body", "the body ended early");
  }

  private static Refusal tooLarge(int maxBytes) {
    return new Refusal(
        StatusCodes.REQUEST_ENTITY_TOO_LARGE,
        "body_too_large",
        "the body is too large: expected at most %d bytes".formatted(maxBytes));
  }
}
