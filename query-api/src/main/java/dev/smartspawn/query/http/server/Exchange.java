package dev.smartspawn.query.http.server;

import dev.smartspawn.query.http.guard.CrossOrigin;
import dev.smartspawn.query.http.response.ConditionalRequest;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.response.SafetyHeaders;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.schema.trace.RequestIdGenerator;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One request until its response is sent and counted. */
final class Exchange {

  private static final Logger log = LoggerFactory.getLogger(Exchange.class);

  private static final HttpString REQUEST_ID = new HttpString(RequestId.HTTP_HEADER);

  private final long begunNanos = System.nanoTime();
  private final HttpServerExchange exchange;
  private final String route;
  private final HttpMetrics metrics;
  private final CrossOrigin crossOrigin;
  private final FailureResponses failures;
  private final RequestId id;

  /**
   * @param route its pattern, for metrics
   * @param requestIds for requests that come without an id
   */
  Exchange(
      HttpServerExchange exchange,
      String route,
      HttpMetrics metrics,
      CrossOrigin crossOrigin,
      FailureResponses failures,
      RequestIdGenerator requestIds) {
    this.exchange = exchange;
    this.route = route;
    this.metrics = metrics;
    this.crossOrigin = crossOrigin;
    this.failures = failures;
    this.id =
        RequestId.find(exchange.getRequestHeaders().getFirst(REQUEST_ID))
            .orElseGet(requestIds::next);
  }

  /** The client's own id for it, if it sent a valid one. */
  RequestId id() {
    return id;
  }

  HttpServerExchange exchange() {
    return exchange;
  }

  /** Sends the response of the attempt, or the error it ends in. */
  void answer(Supplier<Response> attempt) {
    send(attempted(attempt));
  }

  void send(Response answer) {
    int status = ConditionalRequest.statusOf(answer, exchange.getRequestHeaders());
    begin(status, answer);
    if (status == StatusCodes.NOT_MODIFIED || status == StatusCodes.NO_CONTENT) {
      exchange.endExchange();
    } else {
      exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.contentType());
      exchange.getResponseSender().send(answer.body().duplicate());
    }
  }

  /** Counts the request and sets status and headers. */
  void begin(int status, Response answer) {
    String method = exchange.getRequestMethod().toString();
    metrics.record(method, route, status, System.nanoTime() - begunNanos);
    exchange.setStatusCode(status);
    writeHeaders(answer, exchange.getResponseHeaders());
  }

  /** The response of the attempt, or the error it ends in. Log lines of the attempt have its id. */
  Response attempted(Supplier<Response> attempt) {
    MDC.put(RequestId.LOG_KEY, id.value());
    try {
      return outcome(attempt);
    } finally {
      MDC.remove(RequestId.LOG_KEY);
    }
  }

  private Response outcome(Supplier<Response> attempt) {
    try {
      return attempt.get();
    } catch (Refusal refusal) {
      return Response.refusal(refusal);
    } catch (RuntimeException e) {
      return failed(e);
    } catch (Error e) {
      // A client must not wait for an answer that never comes.
      tellProcess(e);
      return broken(e);
    }
  }

  /** What watches the process for errors, such as a lack of memory, gets this one, too. */
  private static void tellProcess(Error error) {
    Thread.UncaughtExceptionHandler watch = Thread.getDefaultUncaughtExceptionHandler();
    if (watch != null) {
      watch.uncaughtException(Thread.currentThread(), error);
    }
  }

  private Response failed(RuntimeException failure) {
    Optional<Refusal> expected = failures.find(failure);
    if (expected.isPresent()) {
      log.warn("a request could not be carried out: {}", failure.getMessage(), failure.getCause());
      return Response.refusal(expected.get());
    }
    return broken(failure);
  }

  private Response broken(Throwable failure) {
    log.error("a request failed", failure);
    return Response.error(
        StatusCodes.INTERNAL_SERVER_ERROR,
        "internal_error",
        "the server failed, see the log for request " + id);
  }

  private void writeHeaders(Response answer, HeaderMap headers) {
    headers.put(Headers.CACHE_CONTROL, "no-cache");
    headers.put(REQUEST_ID, id.value());
    SafetyHeaders.writeTo(headers, answer.contentType());
    crossOrigin.writeTo(exchange);
    if (answer.entityTag() != null) {
      headers.put(Headers.ETAG, answer.entityTag());
    }
    // Other parts of the answer may depend on further headers of the request.
    answer
        .headers()
        .forEach(
            (name, value) -> {
              if (name.equals(Headers.VARY)) {
                headers.add(name, value);
              } else {
                headers.put(name, value);
              }
            });
  }
}
