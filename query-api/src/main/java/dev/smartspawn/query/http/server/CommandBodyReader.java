package dev.smartspawn.query.http.server;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.smartspawn.query.http.guard.WriteGuard;
import dev.smartspawn.query.http.request.Parameters;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.route.Command;
import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Reads the body of a command, after checking that the client may send it. */
final class CommandBodyReader {

  private static final String JSON = "application/json";
  private static final String CHUNKED = "chunked";
  private static final long WHOLE_BODY_SECONDS = 30;

  private final WriteGuard guard;

  CommandBodyReader(WriteGuard guard) {
    this.guard = guard;
  }

  /**
   * @param onBody called on a worker thread; the array is empty if there is no body
   * @param onRefusal called if the body is refused
   */
  void read(
      HttpServerExchange exchange,
      Command command,
      Consumer<byte[]> onBody,
      Consumer<Refusal> onRefusal) {
    try {
      check(exchange, command);
    } catch (Refusal refusal) {
      onRefusal.accept(refusal);
      return;
    }
    Receiver receiver = exchange.getRequestReceiver();
    int maxBytes = command.maxBytes();
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

  private void check(HttpServerExchange exchange, Command command) {
    guard.check(exchange);
    Parameters.requireNone(exchange.getQueryString());
    String contentType = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    if (contentType != null || hasBody(exchange)) {
      requireJson(contentType, exchange, command);
    }
    String coding = exchange.getRequestHeaders().getFirst(Headers.TRANSFER_ENCODING);
    if (coding != null && !coding.equalsIgnoreCase(CHUNKED)) {
      throw new Refusal(
          StatusCodes.BAD_REQUEST,
          "malformed_request",
          "the transfer encoding is not supported: expected a Content-Length, or chunked");
    }
    if (exchange.getRequestContentLength() > command.maxBytes()) {
      throw tooLarge(command.maxBytes());
    }
  }

  /** A client that sends a byte now and then never runs into the read timeout. */
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

  private static void requireJson(
      @Nullable String contentType, HttpServerExchange exchange, Command command) {
    String type =
        contentType == null ? "none" : contentType.toLowerCase(Locale.ROOT).replace(" ", "");
    if (!type.equals(JSON) && !type.equals(JSON + ";charset=utf-8")) {
      throw new Refusal(
          StatusCodes.UNSUPPORTED_MEDIA_TYPE,
          "unsupported_media_type",
          "the content type is %s: expected %s".formatted(type, expected(exchange, command)));
    }
  }

  /** Names the header, and shows a command line that has it: curl -d alone sends a form. */
  private static String expected(HttpServerExchange exchange, Command command) {
    return command.exampleBody().isEmpty()
        ? "no body"
        : "the header 'Content-Type: %s', as in: curl -H 'Content-Type: %s' -d '%s' %s"
            .formatted(JSON, JSON, command.exampleBody(), exchange.getRequestURL());
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
