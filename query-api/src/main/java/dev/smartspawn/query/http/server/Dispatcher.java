package dev.smartspawn.query.http.server;

import dev.smartspawn.query.http.guard.CrossOrigin;
import dev.smartspawn.query.http.guard.HostGuard;
import dev.smartspawn.query.http.guard.WriteGuard;
import dev.smartspawn.query.http.request.CommandRequest;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Command;
import dev.smartspawn.query.http.route.Endpoint;
import dev.smartspawn.query.http.route.EventStream;
import dev.smartspawn.query.http.route.HttpRoute;
import dev.smartspawn.query.http.route.LargeCommand;
import dev.smartspawn.query.http.route.Lookup;
import dev.smartspawn.query.http.route.Responder;
import dev.smartspawn.query.http.route.Router;
import dev.smartspawn.schema.trace.RequestIdGenerator;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Objects;

/**
 * Takes each request to its responder. Endpoints answer on the I/O thread, since they only read
 * memory; everything that may block runs on a worker thread.
 */
final class Dispatcher implements HttpHandler {

  private static final String NO_ROUTE = "none";

  private final Router router;
  private final HostGuard hosts;
  private final CommandBodyReader commandBody;
  private final EventStreams streams = new EventStreams();
  private final CrossOrigin crossOrigin;
  private final HttpMetrics metrics;
  private final RequestIdGenerator requestIds = new RequestIdGenerator();
  private final FailureResponses failures;

  Dispatcher(
      Router router,
      HostGuard hosts,
      WriteGuard guard,
      CrossOrigin crossOrigin,
      HttpMetrics metrics,
      FailureResponses failures) {
    this.router = router;
    this.hosts = hosts;
    this.commandBody = new CommandBodyReader(guard);
    this.crossOrigin = crossOrigin;
    this.metrics = metrics;
    this.failures = failures;
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
            failures,
            requestIds);
    if (match == null) {
      request.answer(() -> nothingHere(exchange));
      return;
    }
    Responder responder = match.route().responder(exchange.getRequestMethod());
    if (responder instanceof Endpoint endpoint) {
      request.answer(() -> endpoint.answer(query(exchange, match)));
    } else if (responder instanceof Lookup lookup) {
      exchange.dispatch(() -> request.answer(() -> lookup.lookUp(query(exchange, match))));
    } else if (responder instanceof EventStream stream) {
      exchange.dispatch(() -> streams.open(request, stream, () -> query(exchange, match)));
    } else if (responder instanceof Command command) {
      carryOut(request, command, match.variable());
    } else {
      request.answer(() -> notAllowed(exchange, match.route()));
    }
  }

  private void carryOut(Exchange request, Command command, String variable) {
    HttpServerExchange exchange = request.exchange();
    if (command instanceof LargeCommand large && CommandBodyReader.isLarge(exchange, large)) {
      CommandRequest head =
          new CommandRequest(request.id(), variable, new byte[0], exchange.getRequestHeaders());
      commandBody.readLarge(
          exchange,
          large,
          intake -> request.answer(() -> intake.carryOut(head)),
          refusal -> request.send(Response.refusal(refusal)));
      return;
    }
    commandBody.read(
        exchange,
        command,
        body ->
            request.answer(
                () ->
                    command.carryOut(
                        new CommandRequest(
                            request.id(), variable, body, exchange.getRequestHeaders()))),
        refusal -> request.send(Response.refusal(refusal)));
  }

  private QueryRequest query(HttpServerExchange exchange, Router.Match match) {
    checkHost(exchange);
    return new QueryRequest(
        exchange.getQueryString(),
        match.variable(),
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(Headers.ACCEPT), ""));
  }

  private Response nothingHere(HttpServerExchange exchange) {
    checkHost(exchange);
    throw Refusal.notFound(
        "unknown_path", "there is nothing at this path: expected one of the API's routes");
  }

  private Response notAllowed(HttpServerExchange exchange, HttpRoute route) {
    checkHost(exchange);
    Response preflight = crossOrigin.preflight(exchange, route.allow());
    return preflight != null
        ? preflight
        : Response.methodNotAllowed(exchange.getRequestMethod().toString(), route.allow());
  }

  private void checkHost(HttpServerExchange exchange) {
    hosts.check(exchange.getRequestHeaders().getFirst(Headers.HOST));
  }
}
