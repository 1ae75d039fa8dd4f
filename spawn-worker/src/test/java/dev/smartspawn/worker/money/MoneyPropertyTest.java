package dev.smartspawn.worker.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.answer.ProviderAnswer;
import dev.smartspawn.worker.answer.ProviderAnswer.Charge;
import dev.smartspawn.worker.answer.ReportedUsage;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.provider.ChatApi;
import dev.smartspawn.worker.provider.ModelCall;
import dev.smartspawn.worker.stub.MemoryLedger;
import dev.smartspawn.worker.stub.ScriptedChat;
import dev.smartspawn.worker.stub.TestModels;
import dev.smartspawn.worker.stub.Workbench;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * A thousand random spawns with random failures and crashes. The test sums up the ledger's events
 * itself, not with the code under test.
 */
class MoneyPropertyTest {

  private static final int RUNS = 1000;

  @Test
  void ledgerAndResultsAgreeAndNoLimitIsExceeded() {
    Random random = new Random(4);
    Workbench bench = bench(new RandomChat(random), Usd.of("1000"), Runnable::run);
    Usd results = Usd.ZERO;
    for (int i = 0; i < RUNS; i++) {
      SpawnId id = new SpawnId("run-" + i);
      SpawnRequest request = request(random);
      SpawnResult result = runThroughCrashes(bench, id, request);

      assertThat(result.costUsd()).isLessThanOrEqualTo(request.maxCostUsd());
      assertThat(result.costUsd()).as("%s", id).isEqualTo(ledgerOf(bench.ledger(), id));
      results = results.plus(result.costUsd());
    }

    Usd ledger = Usd.ZERO;
    for (int i = 0; i < RUNS; i++) {
      ledger = ledger.plus(ledgerOf(bench.ledger(), new SpawnId("run-" + i)));
    }
    assertThat(ledger).isEqualTo(results).isGreaterThan(Usd.ZERO);
  }

  @Test
  void fiftyParallelSpawnsStayWithinTheirLimitsAndTheDays() throws Exception {
    Usd perDay = Usd.of("0.4");
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      Workbench bench = bench(new RandomChat(new Random(5)), perDay, threads);
      Random random = new Random(6);
      List<SpawnRequest> requests = new ArrayList<>();
      List<CompletableFuture<SpawnResult>> running = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        SpawnRequest request = request(random);
        SpawnId id = new SpawnId("run-" + i);
        requests.add(request);
        running.add(
            CompletableFuture.supplyAsync(() -> runThroughCrashes(bench, id, request), threads));
      }
      Usd all = Usd.ZERO;
      for (int i = 0; i < 50; i++) {
        SpawnResult result = running.get(i).get();
        assertThat(result.costUsd()).isLessThanOrEqualTo(requests.get(i).maxCostUsd());
        all = all.plus(result.costUsd());
      }
      assertThat(all).isLessThanOrEqualTo(perDay).isGreaterThan(Usd.ZERO);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Repeats attempts, as redelivery would, until the spawn has ended. */
  private static SpawnResult runThroughCrashes(Workbench bench, SpawnId id, SpawnRequest request) {
    for (int attempt = 0; attempt < 50; attempt++) {
      try {
        bench.attempt(id, request);
      } catch (WorkerDied | CompletionException crash) {
        continue;
      }
      if (bench.result(id).isPresent()) {
        return bench.result(id).get();
      }
    }
    throw new AssertionError(id + " never ended");
  }

  private static Usd ledgerOf(MemoryLedger ledger, SpawnId id) {
    Map<String, Usd> calls = new HashMap<>();
    for (SpawnEvent event : ledger.events()) {
      if (!event.spawnId().equals(id)) {
        continue;
      }
      SpawnStep step = event.step();
      if (step instanceof SpawnStep.CallStarted started) {
        calls.put(started.callId(), started.reservedUsd());
      } else if (step instanceof SpawnStep.CallFinished finished) {
        calls.put(finished.callId(), finished.costUsd());
      } else if (step instanceof SpawnStep.CallFailed failed) {
        calls.put(failed.callId(), failed.costUsd());
      } else if (step instanceof SpawnStep.CallAmbiguous unknown) {
        calls.put(unknown.callId(), unknown.countedUsd());
      }
    }
    return Usd.sum(calls.values());
  }

  private static Workbench bench(ChatApi chat, Usd perDay, java.util.concurrent.Executor executor) {
    return new Workbench(new TestModels(), chat, Usd.of("1"), perDay, executor, Clock.systemUTC());
  }

  private static SpawnRequest request(Random random) {
    String[] modes = {"single", "collective", "cascade"};
    return SpawnRequest.of(
        Json.MAPPER
            .createObjectNode()
            .put("task", "t".repeat(1 + random.nextInt(2000)))
            .put("mode", modes[random.nextInt(3)])
            .put("collectiveCount", 2 + random.nextInt(4))
            .put("maxCostUsd", 0.002 + random.nextInt(100) / 1000.0));
  }

  /** Answers, fails and crashes at random, and charges random amounts up to the allowed maximum. */
  private static final class RandomChat implements ChatApi {
    private final Random random;

    RandomChat(Random random) {
      this.random = random;
    }

    @Override
    public ProviderAnswer complete(ModelCall call) {
      synchronized (random) {
        ReportedUsage usage = usage(call.prompt(), call.maxTokens());
        return switch (random.nextInt(12)) {
          case 0 -> ScriptedChat.failed(FailureKind.TIMEOUT, "no answer in time", Charge.UNKNOWN);
          case 1 -> ScriptedChat.failed(FailureKind.MODEL_GONE, "answered 404");
          case 2 ->
              new ProviderAnswer.Failed(
                  FailureKind.RATE_LIMITED,
                  "answered 429",
                  Optional.of(Duration.ofMillis(1)),
                  Optional.empty(),
                  "",
                  Charge.NOTHING,
                  ReportedUsage.NONE);
          case 3 ->
              new ProviderAnswer.Failed(
                  FailureKind.EMPTY,
                  "empty",
                  Optional.empty(),
                  Optional.empty(),
                  "",
                  Charge.AS_REPORTED,
                  usage);
          case 4 -> throw new WorkerDied();
          case 5 -> answered("no usage", ReportedUsage.NONE);
          case 6 ->
              answered(
                  "charged",
                  new ReportedUsage(
                      usage.prompt(),
                      usage.completion(),
                      Optional.of(Usd.of("0.00000123")),
                      false));
          case 7 -> throw new IllegalStateException("an error of our own");
          default -> answered("answer", usage);
        };
      }
    }

    private static ProviderAnswer answered(String text, ReportedUsage usage) {
      return new ProviderAnswer.Answered(text, "", ProviderAnswer.Whole.YES, usage);
    }

    private ReportedUsage usage(Prompt prompt, int maxTokens) {
      return new ReportedUsage(
          OptionalLong.of(random.nextInt((int) prompt.bytes() + 1)),
          OptionalLong.of(random.nextInt(maxTokens + 1)),
          Optional.empty(),
          false);
    }
  }

  /** Ends an attempt like kill -9 does: nothing after it is written. */
  private static final class WorkerDied extends Error {
    private static final long serialVersionUID = 1L;
  }
}
