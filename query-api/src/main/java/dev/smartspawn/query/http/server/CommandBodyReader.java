package dev.smartspawn.query.http.server;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.smartspawn.query.http.guard.WriteGuard;
import dev.smartspawn.query.http.request.BodyIntake;
import dev.smartspawn.query.http.request.Parameters;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.route.Command;
import dev.smartspawn.query.http.route.LargeCommand;
import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
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
  private static final long LARGE_BODY_SECONDS = 60;

  /** Two of the largest at once: 20 MB of files in base64 each, and their texts. */
  private static final long LARGE_BODIES_BYTES = 64L * 1024 * 1024;

  private final WriteGuard guard;
  private final LargeBodyRoom room = new LargeBodyRoom(LARGE_BODIES_BYTES);

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
    XnioExecutor.Key deadline = closeUnlessRead(exchange, WHOLE_BODY_SECONDS);
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

  /** Whether the body may be too large to be read as a whole. */
  static boolean isLarge(HttpServerExchange exchange, LargeCommand command) {
    long length = exchange.getRequestContentLength();
    return length > command.maxBytes()
        || (length < 0 && exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING));
  }

  /**
   * Reads a body piece by piece. One that is refused is read to its end, so that the client can
   * read why.
   *
   * @param onBody called on a worker thread with what took the body
   * @param onRefusal called if the body is refused
   */
  void readLarge(
      HttpServerExchange exchange,
      LargeCommand command,
      Consumer<BodyIntake> onBody,
      Consumer<Refusal> onRefusal) {
    try {
      check(exchange, command, command.largestBytes());
    } catch (Refusal refusal) {
      onRefusal.accept(refusal);
      return;
    }
    exchange.setMaxEntitySize(command.largestBytes());
    XnioExecutor.Key deadline = closeUnlessRead(exchange, LARGE_BODY_SECONDS);
    LargeBody body = new LargeBody(exchange, command, room);
    exchange
        .getRequestReceiver()
        .receivePartialBytes(
            (received, piece, last) -> {
              body.take(piece);
              if (last) {
                deadline.remove();
                body.end(intake -> received.dispatch(() -> onBody.accept(intake)), onRefusal);
              }
            },
            (received, fault) -> {
              deadline.remove();
              onRefusal.accept(refusal(fault, command.largestBytes()));
            });
  }

  private void check(HttpServerExchange exchange, Command command) {
    check(exchange, command, command.maxBytes());
  }

  private void check(HttpServerExchange exchange, Command command, int maxBytes) {
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
    if (exchange.getRequestContentLength() > maxBytes) {
      throw tooLarge(maxBytes);
    }
  }

  /** A client that sends a byte now and then never runs into the read timeout. */
  private static XnioExecutor.Key closeUnlessRead(HttpServerExchange exchange, long seconds) {
    return exchange
        .getIoThread()
        .executeAfter(() -> IoUtils.safeClose(exchange.getConnection()), seconds, SECONDS);
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
            || fault instanceof RequestTooBigException
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
