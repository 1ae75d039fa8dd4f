package dev.smartspawn.query.http;

import dev.smartspawn.query.view.ModelView;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From a request to its answer. GETs are answered where they arrive, on the I/O thread: they only
 * look things up. Commands are taken on a worker thread.
 */
final class Dispatcher implements HttpHandler {

  private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
  private static final String NO_ROUTE = "none";

  private final Supplier<ModelView> views;
  private final Router router;
  private final HostGuard hosts;
  private final CommandBody commandBody;
  private final HttpMetrics metrics;

  Dispatcher(
      Supplier<ModelView> views,
      Router router,
      HostGuard hosts,
      OriginGuard origins,
      HttpMetrics metrics) {
    this.views = views;
    this.router = router;
    this.hosts = hosts;
    this.commandBody = new CommandBody(origins);
    this.metrics = metrics;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    long begunNanos = System.nanoTime();
    Router.Match match = router.find(exchange.getRequestPath());
    String route = match == null ? NO_ROUTE : match.route().pattern();
    Command command = match == null ? null : match.route().post();
    if (command != null && exchange.getRequestMethod().equals(Methods.POST)) {
      commandBody.read(
          exchange,
          hosts,
          body -> send(exchange, route, begunNanos, answer(() -> command.carryOut(body))),
          refusal -> send(exchange, route, begunNanos, Answer.refusal(refusal)));
    } else {
      send(exchange, route, begunNanos, answer(() -> read(exchange, match)));
    }
  }

  private Answer read(HttpServerExchange exchange, Router.@Nullable Match match) {
    hosts.check(exchange.getRequestHeaders().getFirst(Headers.HOST));
    if (match == null) {
      throw Refusal.notFound(
          "unknown_path", "there is nothing at this path: expected one of the API's routes");
    }
    HttpString method = exchange.getRequestMethod();
    Endpoint endpoint = match.route().get();
    if (endpoint == null || !(method.equals(Methods.GET) || method.equals(Methods.HEAD))) {
      return Answer.methodNotAllowed(method.toString(), match.route().allow());
    }
    return endpoint.answer(new Question(views.get(), exchange.getQueryString(), match.tail()));
  }

  private static Answer answer(Supplier<Answer> attempt) {
    try {
      return attempt.get();
    } catch (Refusal refusal) {
      return Answer.refusal(refusal);
    } catch (RuntimeException e) {
      log.error("a request failed", e);
      return Answer.error(
          StatusCodes.INTERNAL_SERVER_ERROR, "internal_error", "this is our fault, see the log");
    }
  }

  private void send(HttpServerExchange exchange, String route, long begunNanos, Answer answer) {
    int status = EntityTags.statusOf(answer, exchange.getRequestHeaders());
    String method = exchange.getRequestMethod().toString();
    metrics.record(method, route, status, System.nanoTime() - begunNanos);
    exchange.setStatusCode(status);
    writeHeaders(answer, exchange.getResponseHeaders());
    if (status == StatusCodes.NOT_MODIFIED) {
      exchange.endExchange();
    } else {
      exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.contentType());
      exchange.getResponseSender().send(answer.body().duplicate());
    }
  }

  private static void writeHeaders(Answer answer, HeaderMap headers) {
    headers.put(Headers.CACHE_CONTROL, "no-cache");
    headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    if (answer.entityTag() != null) {
      headers.put(Headers.ETAG, answer.entityTag());
    }
    if (answer.allow() != null) {
      headers.put(Headers.ALLOW, answer.allow());
    }
  }
}
