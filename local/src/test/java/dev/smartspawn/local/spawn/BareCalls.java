package dev.smartspawn.local.spawn;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.answer.ProviderAnswer;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.provider.HttpChatApi;
import dev.smartspawn.worker.provider.ModelCall;
import dev.smartspawn.worker.provider.ModelRoute;
import dev.smartspawn.worker.provider.Provider;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The baseline for spawns: the same calls to the same stub, without a worker. */
final class BareCalls implements AutoCloseable {

  private static final CanonicalId MODEL = new CanonicalId("anthropic/claude-opus-4.6");
  private static final int MAX_TOKENS = 4096;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpChatApi api = new HttpChatApi(List.of(), Clock.systemUTC());
  private final ModelRoute route;
  private final int atATime;
  private final ExecutorService callers;

  BareCalls(String baseUrl, int atATime) {
    Provider provider =
        Provider.openRouter(URI.create(baseUrl), Optional.of("sk-test"), "OPENROUTER_API_KEY");
    this.route = new ModelRoute(provider, MODEL, provider.nativeId(MODEL));
    this.atATime = atATime;
    this.callers = Executors.newFixedThreadPool(atATime);
  }

  /** Returns once all calls have been answered. */
  void make(String name, int count) throws Exception {
    List<Callable<Void>> shares = new ArrayList<>();
    for (int caller = 0; caller < atATime; caller++) {
      int first = caller;
      shares.add(
          () -> {
            for (int i = first; i < count; i += atATime) {
              ProviderAnswer unused =
                  api.complete(
                      new ModelCall(
                          route,
                          Prompt.ofUser(name + i),
                          MAX_TOKENS,
                          Prompt.Reply.TEXT,
                          TIMEOUT,
                          new RequestId(name + i),
                          close -> () -> {}));
            }
            return null;
          });
    }
    for (Future<Void> share : callers.invokeAll(shares)) {
      share.get();
    }
  }

  @Override
  public void close() {
    callers.shutdownNow();
    api.close();
  }
}
