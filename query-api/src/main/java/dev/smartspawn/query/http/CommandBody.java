package dev.smartspawn.query.http;

import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the body of a command, when whoever sends it may send it. */
final class CommandBody {

  static final int MAX_BYTES = 64 * 1024;

  private static final String JSON = "application/json";

  private final OriginGuard origins;

  CommandBody(OriginGuard origins) {
    this.origins = origins;
  }

  /**
   * @param onBody called on a worker thread, with an empty array where there is no body
   * @param onRefusal called where the body is not taken
   */
  void read(
      HttpServerExchange exchange,
      HostGuard hosts,
      Consumer<byte[]> onBody,
      Consumer<Refusal> onRefusal) {
    try {
      check(exchange, hosts);
    } catch (Refusal refusal) {
      onRefusal.accept(refusal);
      return;
    }
    Receiver receiver = exchange.getRequestReceiver();
    receiver.setMaxBufferSize(MAX_BYTES);
    receiver.receiveFullBytes(
        (received, body) -> received.dispatch(() -> onBody.accept(body)),
        (received, fault) -> onRefusal.accept(refusal(fault)));
  }

  private void check(HttpServerExchange exchange, HostGuard hosts) {
    HeaderMap headers = exchange.getRequestHeaders();
    String host = headers.getFirst(Headers.HOST);
    hosts.check(host);
    origins.check(headers.getFirst(Headers.ORIGIN), host);
    Parameters.parse(exchange.getQueryString(), Set.of());
    String contentType = headers.getFirst(Headers.CONTENT_TYPE);
    if (contentType != null || hasBody(exchange)) {
      requireJson(contentType);
    }
    if (exchange.getRequestContentLength() > MAX_BYTES) {
      throw tooLarge();
    }
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

  private static Refusal refusal(Exception fault) {
    return fault instanceof Receiver.RequestToLargeException
        ? tooLarge()
        : new Refusal(StatusCodes.BAD_REQUEST, "invalid_body", "the body ended early");
  }

  private static Refusal tooLarge() {
    return new Refusal(
        StatusCodes.REQUEST_ENTITY_TOO_LARGE,
        "body_too_large",
        "the body is too large: expected at most %d bytes".formatted(MAX_BYTES));
  }
}
