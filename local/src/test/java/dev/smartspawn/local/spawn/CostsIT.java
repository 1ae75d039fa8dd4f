package dev.smartspawn.local.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.local.kafka.TestKafka;
import dev.smartspawn.query.QueryApiMain;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.spawn.SpawnAccount;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.topic.TopicCreation;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.worker.stub.StubChatApi;
import dev.smartspawn.worker.stub.StubQueryApi;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The worker and query-api are killed at random while spawns run; then the costs equal the ledger,
 * whatever they are added up by, and a rebuild writes the same bytes. Run with {@code
 * -Dcosts.spawns=1000} for the long form.
 */
class CostsIT {

  private static final Logger log = LoggerFactory.getLogger(CostsIT.class);
  private static final int SPAWNS = Integer.getInteger("costs.spawns", 60);
  private static final int SPAWNS_PER_KILL = 25;
  private static final Duration PATIENCE = Duration.ofMinutes(6);
  private static final Path LOG = Path.of("target", "costs.log");
  private static final List<String> GROUPINGS =
      List.of(
          "day", "model", "category", "mode", "profile", "purpose", "day,model,purpose,category");
  private static final int PROMPT_TOKENS = 40;

  @TempDir Path folder;

  private final Random random = new Random(27);
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port = LoopbackPort.free();

  /** What the provider charges for the requests that it has received, in cent-millionths. */
  private final AtomicLong bill = new AtomicLong();

  private TestKafka kafka;
  private StubChatApi chat;
  private StubQueryApi catalogue;
  private SpawnTopicClient topics;
  private ServiceProcess worker;
  private ServiceProcess api;

  @BeforeEach
  void start() {
    kafka = TestKafka.start();
    TopicCreation.ensureAll(KafkaClients.plain(kafka.bootstrapServers(), "test"));
    chat = new StubChatApi(this::reply);
    catalogue = new StubQueryApi();
    topics = new SpawnTopicClient(kafka.bootstrapServers());
  }

  @AfterEach
  void stop() {
    worker.close();
    api.close();
    topics.close();
    chat.close();
    catalogue.close();
    kafka.close();
  }

  @Test
  void costsEqualTheLedgerAfterKillsAndAfterRebuild() throws Exception {
    api = queryApi();
    worker = worker();
    runSpawnsAndKill();
    Usd cost = checkAgainstLedger();

    worker.kill();
    SortedMap<String, String> rows = topics.latest(Topics.SPEND, 0);
    rebuildAtOtherPrices(rows);
    assertThat(sum(costs("?by=model"))).isEqualTo(cost);

    worker.kill();
    Map<Integer, Long> ends = topics.lastOffsets(Topics.SPAWN_EVENTS);
    application().forgetOffsets();
    worker = worker();
    Awaitility.await().atMost(PATIENCE).until(() -> application().hasRead(ends));
    assertThat(topics.latest(Topics.SPEND, 0)).isEqualTo(rows);
  }

  private void runSpawnsAndKill() {
    for (int i = 0; i < SPAWNS; i++) {
      topics.send(request(i));
    }
    for (int done = SPAWNS_PER_KILL; done < SPAWNS; done += SPAWNS_PER_KILL) {
      int calls = Math.min(done + random.nextInt(SPAWNS_PER_KILL), SPAWNS);
      Awaitility.await().atMost(PATIENCE).until(() -> chat.calls().size() >= calls);
      worker.kill();
      worker = worker();
      if (random.nextBoolean()) {
        api.kill();
        api = queryApi();
      }
    }
    topics.awaitResults(result -> true, SPAWNS, PATIENCE);
  }

  /** Returns what all spawns cost. */
  private Usd checkAgainstLedger() throws Exception {
    Map<SpawnId, SpawnAccount> ledger = ledger();
    Usd cost = Usd.sum(ledger.values().stream().map(SpawnAccount::cost).toList());
    awaitTotal(cost);
    for (String by : GROUPINGS) {
      assertThat(sum(costs("?by=" + by))).as(by).isEqualTo(cost);
    }
    JsonNode total = costs("").at("/meta/total");
    long unknown = ledger.values().stream().mapToLong(SpawnAccount::unknownOutcomes).sum();
    log.info(
        "{} spawns, a kill every {}, {} calls: ledger {}, bill {}, {} calls of unknown outcome counted at {}",
        SPAWNS,
        SPAWNS_PER_KILL,
        chat.calls().size(),
        cost,
        new Usd(bill.get()),
        unknown,
        usd(total.path("ambiguousUsd")));
    assertThat(total.path("ambiguousCalls").asLong()).isEqualTo(unknown);
    assertThat(cost.minus(new Usd(bill.get())))
        .isBetween(Usd.ZERO, usd(total.path("ambiguousUsd")));
    assertThat(everyCallNamesItsPrice()).isTrue();
    return cost;
  }

  private void rebuildAtOtherPrices(SortedMap<String, String> rows) throws Exception {
    SortedMap<String, String> savings = topics.latest(Topics.SAVINGS, 0);
    long end = topics.end(Topics.SPEND);
    long endOfSavings = topics.end(Topics.SAVINGS);
    application().forgetEverything();
    catalogue.multiplyPrices(3);
    worker = worker();
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(topics.latest(Topics.SPEND, end)).isEqualTo(rows));
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(topics.latest(Topics.SAVINGS, endOfSavings)).isEqualTo(savings));
    log.info(
        "rebuilt: {} rows of costs and {} of savings with the same bytes, at other prices",
        rows.size(),
        savings.size());
  }

  private SpendApplication application() {
    return new SpendApplication(KafkaClients.plain(kafka.bootstrapServers(), "test"));
  }

  private static String request(int i) {
    String mode =
        switch (i % 4) {
          case 0 -> "collective";
          case 1 -> "cascade";
          default -> "single";
        };
    String category = i % 3 == 0 ? ",\"category\":\"coding\"" : "";
    return "{\"task\":\"task %d\",\"id\":\"job-%d\",\"mode\":\"%s\",\"collectiveCount\":2%s}"
        .formatted(i, i, mode, category);
  }

  /** The provider charges for what it has received, whether or not anybody gets the answer. */
  private StubChatApi.Reply reply(StubChatApi.Call call) {
    StubQueryApi.Model model =
        StubQueryApi.MODELS.stream()
            .filter(each -> each.id().equals(call.model()))
            .findFirst()
            .orElseThrow();
    int written = 5 + Math.floorMod(call.user().hashCode(), 50);
    ModelPrice price =
        new ModelPrice(BigDecimal.valueOf(model.prompt()), BigDecimal.valueOf(model.completion()));
    bill.addAndGet(price.costOf(new TokenUsage(PROMPT_TOKENS, written)).centMillionths());
    return StubChatApi.Reply.text("done", PROMPT_TOKENS, written).after(20 + written);
  }

  private Map<SpawnId, SpawnAccount> ledger() {
    Map<SpawnId, SpawnAccount> accounts = new HashMap<>();
    for (SpawnEvent event : topics.events()) {
      SpawnAccount before = accounts.getOrDefault(event.spawnId(), SpawnAccount.EMPTY);
      accounts.put(event.spawnId(), before.after(event));
    }
    return accounts;
  }

  private boolean everyCallNamesItsPrice() {
    return topics.events().stream()
        .map(SpawnEvent::step)
        .filter(SpawnStep.CallStarted.class::isInstance)
        .map(SpawnStep.CallStarted.class::cast)
        .allMatch(call -> call.labels() != null && call.price() != null);
  }

  private void awaitTotal(Usd cost) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(usd(costs("").at("/meta/total/costUsd"))).isEqualTo(cost));
  }

  private JsonNode costs(String query) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + "/costs" + query);
    return Json.MAPPER.readTree(
        http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body());
  }

  private static Usd sum(JsonNode costs) {
    return Usd.sum(costs.path("data").findValues("costUsd").stream().map(CostsIT::usd).toList());
  }

  private static Usd usd(JsonNode amount) {
    return Usd.of(amount.asText());
  }

  private ServiceProcess queryApi() {
    return ServiceProcess.start(
        QueryApiMain.class,
        384,
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            kafka.bootstrapServers(),
            "SMART_SPAWN_DATA_DIR",
            folder.toString(),
            "SMART_SPAWN_HTTP_PORT",
            Integer.toString(port)),
        LOG);
  }

  private ServiceProcess worker() {
    return ServiceProcess.worker(
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS",
            kafka.bootstrapServers(),
            "OPENROUTER_BASE_URL",
            chat.baseUrl(),
            "OPENROUTER_API_KEY",
            "sk-test",
            "SMART_SPAWN_QUERY_API_URL",
            catalogue.address().toString(),
            "SMART_SPAWN_MAX_COST_PER_DAY_USD",
            "100000",
            "SMART_SPAWN_SPAWN_SLOTS",
            "16"),
        LOG);
  }
}
