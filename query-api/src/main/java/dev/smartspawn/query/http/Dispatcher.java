package dev.smartspawn.query.http;

import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.trace.RequestIdGenerator;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.function.Supplier;

/**
 * From a request to its answer. What is in memory is answered where the request arrives, on the I/O
 * thread; whatever may have to wait runs on a worker thread.
 */
final class Dispatcher implements HttpHandler {

  private static final String NO_ROUTE = "none";

  private final Supplier<ModelView> views;
  private final Router router;
  private final HostGuard hosts;
  private final CommandBody commandBody;
  private final RequestIdGenerator requestIds = new RequestIdGenerator();
  private final EventStreams streams = new EventStreams();
  private final CrossOrigin crossOrigin;
  private final HttpMetrics metrics;

  Dispatcher(
      Supplier<ModelView> views,
      Router router,
      HostGuard hosts,
      WriteGuard guard,
      CrossOrigin crossOrigin,
      HttpMetrics metrics) {
    this.views = views;
    this.router = router;
    this.hosts = hosts;
    this.commandBody = new CommandBody(guard);
    this.crossOrigin = crossOrigin;
    this.metrics = metrics;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    Router.Match match = router.find(exchange.getRequestPath());
    Exchange request =
        new Exchange(
            exchange,
            match == null ? NO_ROUTE : match.route().pattern(),
            metrics,
            crossOrigin,
            requestIds);
    if (match == null) {
      request.answer(() -> nothingHere(exchange));
      return;
    }
    Responder responder = match.route().responder(exchange.getRequestMethod());
    if (responder instanceof Endpoint endpoint) {
      request.answer(() -> endpoint.answer(question(exchange, match)));
    } else if (responder instanceof Lookup lookup) {
      exchange.dispatch(() -> request.answer(() -> lookup.lookUp(question(exchange, match))));
    } else if (responder instanceof EventStream stream) {
      exchange.dispatch(() -> streams.open(request, stream, () -> question(exchange, match)));
    } else if (responder instanceof Command command) {
      carryOut(request, command, match.tail());
    } else {
      request.answer(() -> notAllowed(exchange, match.route()));
    }
  }

  private void carryOut(Exchange request, Command command, String tail) {
    HttpServerExchange exchange = request.exchange();
    commandBody.read(
        exchange,
        command.maxBytes(),
        body ->
            request.answer(
                () ->
                    command.carryOut(
                        new Order(request.id(), tail, body, exchange.getRequestHeaders()))),
        refusal -> request.send(Answer.refusal(refusal)));
  }

  private Question question(HttpServerExchange exchange, Router.Match match) {
    checkHost(exchange);
    return new Question(views.get(), exchange.getQueryString(), match.tail());
  }

  private Answer nothingHere(HttpServerExchange exchange) {
    checkHost(exchange);
    throw Refusal.notFound(
        "unknown_path", "there is nothing at this path: expected one of the API's routes");
  }

  private Answer notAllowed(HttpServerExchange exchange, Route route) {
    checkHost(exchange);
    Answer preflight = crossOrigin.preflight(exchange, route);
    return preflight != null
        ? preflight
        : Answer.methodNotAllowed(exchange.getRequestMethod().toString(), route.allow());
  }

  private void checkHost(HttpServerExchange exchange) {
    hosts.check(exchange.getRequestHeaders().getFirst(Headers.HOST));
  }
}
