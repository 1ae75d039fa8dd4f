package dev.smartspawn.worker.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.provider.HttpChatApi;
import dev.smartspawn.worker.stub.TestModels;
import dev.smartspawn.worker.stub.Workbench;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * Random spawns over HTTP against a provider with books of its own. The ledger is compared with
 * them call by call. {@code -Dspawns=N} sets how many spawns.
 */
class ProviderBooksTest {

  private static final int SPAWNS = Integer.getInteger("spawns", 1000);
  private static final int BATCH = 250;
  private static final int THREADS = 32;

  private long calls;
  private long ambiguous;
  private long estimated;
  private Usd billed = Usd.ZERO;
  private Usd counted = Usd.ZERO;

  @Test
  void ledgerIsNeverBelowTheBillAndAboveItOnlyWhereMarked() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int batch = 0; batch * BATCH < SPAWNS; batch++) {
        // In every second batch the daily ceiling is reached.
        Usd perDay = batch % 2 == 0 ? Usd.of("1000") : Usd.of("4");
        run(batch, perDay, threads);
      }
    } finally {
      threads.shutdownNow();
    }
    System.out.printf(
        "%d spawns, %d calls: ledger %s, the provider's books %s; %d calls ambiguous, %d estimated%n",
        SPAWNS, calls, counted, billed, ambiguous, estimated);
    assertThat(ambiguous).isPositive();
    assertThat(estimated).isPositive();
  }

  private void run(int batch, Usd perDay, ExecutorService threads) throws Exception {
    Random random = new Random(batch);
    try (BillingServer provider = new BillingServer(batch);
        HttpChatApi api = new HttpChatApi(List.of("sk-secret-key"), Clock.systemUTC())) {
      Workbench bench =
          new Workbench(new TestModels(), api, provider.baseUrl(), Usd.of("1"), perDay);
      Map<SpawnId, SpawnRequest> requests = new LinkedHashMap<>();
      List<CompletableFuture<SpawnResult>> running = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        SpawnId id = new SpawnId("run-" + (batch * BATCH + i));
        SpawnRequest request = request(id, random);
        requests.put(id, request);
        running.add(CompletableFuture.supplyAsync(() -> bench.run(id, request), threads));
      }
      for (CompletableFuture<SpawnResult> end : running) {
        SpawnResult unused = end.get();
      }
      Usd ofAll = Usd.ZERO;
      for (Map.Entry<SpawnId, SpawnRequest> spawn : requests.entrySet()) {
        List<Usd> bills = provider.bills(spawn.getKey().value());
        compare(bench.ledger().steps(spawn.getKey()), bills);
        assertThat(Usd.sum(bills)).isLessThanOrEqualTo(spawn.getValue().maxCostUsd());
        ofAll = ofAll.plus(Usd.sum(bills));
      }
      assertThat(ofAll).isLessThanOrEqualTo(perDay);
    }
  }

  /** The calls of a spawn are made one after another, so the n-th bill is that of the n-th call. */
  private void compare(List<SpawnStep> steps, List<Usd> bills) {
    List<Usd> unmatched = new ArrayList<>(bills);
    for (SpawnStep step : steps) {
      if (step instanceof SpawnStep.CallFinished finished) {
        compare(step, finished.costUsd(), finished.estimated(), unmatched.remove(0));
      } else if (step instanceof SpawnStep.CallFailed failed) {
        compare(step, failed.costUsd(), failed.estimated(), unmatched.remove(0));
      } else if (step instanceof SpawnStep.CallAmbiguous call) {
        ambiguous++;
        compare(step, call.countedUsd(), true, unmatched.remove(0));
      }
    }
    assertThat(unmatched).as("requests that are not in the ledger").isEmpty();
  }

  private void compare(SpawnStep step, Usd cost, boolean marked, Usd bill) {
    assertThat(cost).as("%s, billed %s", step, bill).isGreaterThanOrEqualTo(bill);
    if (!marked) {
      assertThat(cost).as("%s", step).isEqualTo(bill);
    }
    calls++;
    estimated += marked && !(step instanceof SpawnStep.CallAmbiguous) ? 1 : 0;
    billed = billed.plus(bill);
    counted = counted.plus(cost);
  }

  private static SpawnRequest request(SpawnId id, Random random) {
    String[] modes = {"single", "collective", "cascade"};
    return SpawnRequest.of(
        Json.MAPPER
            .createObjectNode()
            .put("task", id.value() + " " + "é".repeat(1 + random.nextInt(1000)))
            .put("mode", modes[random.nextInt(3)])
            .put("budget", "any")
            .put("collectiveCount", 2 + random.nextInt(4))
            .put("maxCostUsd", 0.005 + random.nextInt(300) / 1000.0));
  }
}
