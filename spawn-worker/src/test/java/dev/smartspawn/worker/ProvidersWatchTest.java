package dev.smartspawn.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.setting.Settings;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.worker.mode.SpawnPolicy;
import dev.smartspawn.worker.mode.Unjudged;
import dev.smartspawn.worker.provider.HttpChatApi;
import dev.smartspawn.worker.provider.Provider;
import dev.smartspawn.worker.stub.StubChatApi;
import dev.smartspawn.worker.stub.StubChatApi.Reply;
import dev.smartspawn.worker.stub.TestModels;
import dev.smartspawn.worker.stub.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator's file changes while a worker runs. */
class ProvidersWatchTest {

  private static final String ENTRY =
      "{\"name\":\"%s\",\"prefix\":\"openai/\",\"baseUrl\":\"%s\",\"keyVariable\":\"%s\"}";

  @TempDir Path folder;

  private final StubChatApi before = new StubChatApi(call -> Reply.text("from before"));
  private final StubChatApi after = new StubChatApi(call -> Reply.text("from after"));
  private final HttpChatApi chat = new HttpChatApi(List.of(), Clock.systemUTC());
  private final List<String> hidden = new ArrayList<>();
  private Path file = Path.of("");
  private CurrentProviders current = withoutProviders();
  private ProvidersWatch watch = new ProvidersWatch(file, current::set, current);

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("providers.json");
    write(entry("first", before, "KEY_ONE"));
    ProviderSource source = ProviderSource.from(settings());
    current =
        new CurrentProviders(
            source.first(),
            new TestModels(),
            keys -> {
              hidden.addAll(keys);
              chat.hide(keys);
            });
    watch = new ProvidersWatch(file, source::read, current);
    lookTwice();
  }

  @AfterEach
  void stop() {
    watch.close();
    chat.close();
    before.close();
    after.close();
  }

  private CurrentProviders withoutProviders() {
    return new CurrentProviders(
        ProviderSource.from(Settings.from(Map.of())).first(), new TestModels(), keys -> {});
  }

  private Settings settings() {
    return Settings.from(
        Map.of(
            "PROVIDERS_FILE",
            file.toString(),
            "KEY_ONE",
            "first-secret-key-1",
            "KEY_TWO",
            "second-secret-key-2"));
  }

  private static String entry(String name, StubChatApi stub, String keyVariable) {
    return "{\"providers\":[%s]}".formatted(ENTRY.formatted(name, stub.baseUrl(), keyVariable));
  }

  private void write(String content) throws IOException {
    Files.writeString(file, content);
  }

  private void lookTwice() {
    watch.look();
    watch.look();
  }

  private List<String> names() {
    return current.set().direct().providers().stream().map(Provider::name).toList();
  }

  private Workbench bench() {
    return new Workbench(
        current.directory().advisor(),
        chat,
        current::routes,
        new SpawnPolicy(Usd.of("1"), Unjudged.ESCALATE, PrivacyRule.NONE));
  }

  @Test
  void nextCallOfARunningWorkerUsesTheNewProvider() throws IOException {
    Workbench bench = bench();
    SpawnRequest request = SpawnRequest.of("Name three primes.");

    assertThat(bench.run(new SpawnId("one"), request).answer()).isEqualTo("from before");
    write(entry("second", after, "KEY_TWO"));
    lookTwice();

    assertThat(bench.run(new SpawnId("two"), request).answer()).isEqualTo("from after");
    assertThat(after.calls().get(0).authorization()).isEqualTo("Bearer second-secret-key-2");
  }

  @Test
  void keysOfTheNewProviderAreMasked() throws IOException {
    write(entry("second", after, "KEY_TWO"));
    lookTwice();
    after.script(call -> Reply.text("keys: second-secret-key-2, first-secret-key-1"));

    assertThat(bench().run(new SpawnId("one"), SpawnRequest.of("Name a prime.")).answer())
        .isEqualTo("keys: ***, ***");
    assertThat(hidden).contains("second-secret-key-2");
  }

  @Test
  void badEditChangesNothing() throws IOException {
    for (String bad :
        List.of(
            "{\"providers\":[",
            "{\"providers\":[{\"name\":\"x\"}]}",
            "{\"providres\":[]}",
            entry("second", after, "KEY_TWO").replace("http:", "ftp:"),
            entry("second", after, "KEY_TWO").replace("/v1", "/${UNSET}"),
            "")) {
      write(bad);
      lookTwice();
      assertThat(names()).as(bad).containsExactly("first");
    }
    Files.delete(file);
    lookTwice();
    assertThat(names()).containsExactly("first");

    write(entry("second", after, "KEY_TWO"));
    lookTwice();
    assertThat(names()).containsExactly("second");
  }

  @Test
  void halfWrittenFileIsNotUsed() throws IOException {
    String whole = entry("second", after, "KEY_TWO");

    write("{\"providers\":[]}");
    watch.look();
    write(whole);
    watch.look();

    assertThat(names()).containsExactly("first");
    watch.look();
    assertThat(names()).containsExactly("second");
  }

  @Test
  void fileThatIsReplacedByAnotherIsUsed() throws IOException {
    Path other = folder.resolve("providers.json.new");
    Files.writeString(other, entry("second", after, "KEY_TWO"));
    Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    lookTwice();

    assertThat(names()).containsExactly("second");
  }

  @Test
  void fileIsLookedAtAllTheTime() throws IOException {
    watch.start();
    write(entry("second", after, "KEY_TWO"));

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(names()).containsExactly("second"));
  }

  @Test
  void pricesChangeToo() throws IOException {
    CanonicalId model = CanonicalId.of("openai/dear");
    write("{\"prices\":{\"openai/dear\":{\"prompt\":1,\"completion\":2}}}");
    lookTwice();

    assertThat(current.directory().prices().of(model)).isPresent();
    assertThat(names()).isEmpty();
  }

  @Test
  void openCircuitOfAChangedProviderIsForgotten() throws IOException {
    before.script(call -> Reply.error(500, "down"));
    Workbench bench = bench();
    SpawnRequest request =
        SpawnRequest.of(
            Json.MAPPER.createObjectNode().put("task", "Name a prime.").put("timeoutSeconds", 4));
    for (int i = 0; i < 3; i++) {
      bench.run(new SpawnId("failing-" + i), request);
    }
    int asked = before.calls().size();
    bench.run(new SpawnId("paused"), request);
    assertThat(before.calls()).hasSize(asked);

    write(entry("first", after, "KEY_ONE"));
    lookTwice();

    assertThat(bench.run(new SpawnId("again"), request).answer()).isEqualTo("from after");
  }
}
