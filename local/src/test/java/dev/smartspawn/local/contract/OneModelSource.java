package dev.smartspawn.local.contract;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for every source: Artificial Analysis measured one model, in everything there is; all
 * others are not there, so that their snapshot is served. Figures are made up, and differ from one
 * pull to the next.
 */
final class OneModelSource implements AutoCloseable {

  private static final String FIGURES =
      """
      {"status": 200, "data": [{
        "id": "11111111-2222-3333-4444-555555555555", "name": "GLM-5.2 (Reasoning)",
        "slug": "glm-5-2", "model_creator": {"id": "c", "name": "Z AI", "slug": "zai"},
        "evaluations": {
          "artificial_analysis_intelligence_index": %d.5,
          "artificial_analysis_coding_index": 48.5, "artificial_analysis_math_index": 90.5,
          "mmlu_pro": 0.85, "gpqa": 0.8, "hle": 0.2, "livecodebench": 0.7, "scicode": 0.4,
          "math_500": 0.95, "aime": 0.9},
        "pricing": {"price_1m_blended_3_to_1": 1.2, "price_1m_input_tokens": 0.8,
          "price_1m_output_tokens": 2.4},
        "median_output_tokens_per_second": 75.5,
        "median_time_to_first_token_seconds": 0.9,
        "median_time_to_first_answer_token": 20.5}]}
      """;

  private final AtomicInteger pulls = new AtomicInteger();
  private final Undertow server;

  OneModelSource() {
    server = Undertow.builder().addHttpListener(0, "127.0.0.1").setHandler(this::answer).build();
    server.start();
  }

  String url() {
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return "http://127.0.0.1:" + address.getPort();
  }

  @Override
  public void close() {
    server.stop();
  }

  private void answer(HttpServerExchange exchange) {
    if (exchange.getRequestPath().equals("/api/v2/data/llms/models")) {
      exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
      exchange.getResponseSender().send(FIGURES.formatted(40 + pulls.incrementAndGet()));
    } else {
      exchange.setStatusCode(StatusCodes.NOT_FOUND);
    }
  }
}
