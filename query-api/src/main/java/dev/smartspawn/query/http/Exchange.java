package dev.smartspawn.query.http;

import dev.smartspawn.query.topic.TopicUnavailableException;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.schema.trace.RequestIdGenerator;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One request on its way to its answer, which is counted. Its id goes with it. */
final class Exchange {

  private static final Logger log = LoggerFactory.getLogger(Exchange.class);

  private static final HttpString REQUEST_ID = new HttpString(RequestId.HTTP_HEADER);

  private final long begunNanos = System.nanoTime();
  private final HttpServerExchange exchange;
  private final String route;
  private final HttpMetrics metrics;
  private final CrossOrigin crossOrigin;
  private final RequestId id;

  /**
   * @param route its pattern, for metrics
   * @param requestIds for requests that bring no id of their own
   */
  Exchange(
      HttpServerExchange exchange,
      String route,
      HttpMetrics metrics,
      CrossOrigin crossOrigin,
      RequestIdGenerator requestIds) {
    this.exchange = exchange;
    this.route = route;
    this.metrics = metrics;
    this.crossOrigin = crossOrigin;
    this.id =
        RequestId.find(exchange.getRequestHeaders().getFirst(REQUEST_ID))
            .orElseGet(requestIds::next);
  }

  /** The client's own name for it, if it gave a good one. */
  RequestId id() {
    return id;
  }

  HttpServerExchange exchange() {
    return exchange;
  }

  /** Sends what comes of the attempt, an error included. */
  void answer(Supplier<Answer> attempt) {
    send(attempted(attempt));
  }

  void send(Answer answer) {
    int status = EntityTags.statusOf(answer, exchange.getRequestHeaders());
    begin(status, answer);
    if (status == StatusCodes.NOT_MODIFIED || status == StatusCodes.NO_CONTENT) {
      exchange.endExchange();
    } else {
      exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.contentType());
      exchange.getResponseSender().send(answer.body().duplicate());
    }
  }

  /** Counts it, and sets everything that goes before the body. */
  void begin(int status, Answer answer) {
    String method = exchange.getRequestMethod().toString();
    metrics.record(method, route, status, System.nanoTime() - begunNanos);
    exchange.setStatusCode(status);
    writeHeaders(answer, exchange.getResponseHeaders());
  }

  /** What comes of the attempt, an error included; whatever it logs carries the request's id. */
  Answer attempted(Supplier<Answer> attempt) {
    MDC.put(RequestId.LOG_KEY, id.value());
    try {
      return outcome(attempt);
    } finally {
      MDC.remove(RequestId.LOG_KEY);
    }
  }

  private Answer outcome(Supplier<Answer> attempt) {
    try {
      return attempt.get();
    } catch (Refusal refusal) {
      return Answer.refusal(refusal);
    } catch (TopicUnavailableException e) {
      log.warn("a request could not be carried out: {}", e.getMessage());
      return Answer.error(
          StatusCodes.SERVICE_UNAVAILABLE, "kafka_unavailable", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log.error("a request failed", e);
      return Answer.error(
          StatusCodes.INTERNAL_SERVER_ERROR,
          "internal_error",
          "this is our fault, see the log for request " + id);
    }
  }

  private void writeHeaders(Answer answer, HeaderMap headers) {
    headers.put(Headers.CACHE_CONTROL, "no-cache");
    headers.put(REQUEST_ID, id.value());
    SafetyHeaders.writeTo(headers, answer.contentType());
    crossOrigin.writeTo(exchange);
    if (answer.entityTag() != null) {
      headers.put(Headers.ETAG, answer.entityTag());
    }
    answer.headers().forEach(headers::put);
  }
}
