package dev.smartspawn.local.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.local.ProjectFiles;
import dev.smartspawn.local.RunningSystem;
import dev.smartspawn.local.bench.RecordedSources;
import dev.smartspawn.local.kafka.LoopbackPort;
import dev.smartspawn.worker.stub.StubChatApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Uses every view of the dashboard in a real browser, in both themes, on a phone and on a wide
 * screen, and expects no console error, no failed request and no serious finding of axe-core.
 * Screenshots are in {@code local/target/dashboard}. {@code -Ddashboard.pictures=true} renews the
 * README's pictures.
 */
class DashboardIT {

  private static final Duration TIMEOUT = Duration.ofSeconds(120);
  private static final String PASSED = "ok - ";
  private static final String FAILED = "not ok - ";

  @TempDir Path data;

  @TestFactory
  Stream<DynamicTest> everyViewWorks() throws Exception {
    BrowserScript.assumeBrowser();
    boolean recorded = RecordedSources.isAvailable(ProjectFiles.shared());
    try (StubChatApi chat = new StubChatApi(DashboardIT::answer);
        RecordedSources sources = recorded ? RecordedSources.start(ProjectFiles.shared()) : null;
        RunningSystem system = RunningSystem.start(data, environment(sources, chat))) {
      system.api().awaitServing(TIMEOUT);
      if (recorded) {
        system
            .api()
            .await("/models?limit=1", TIMEOUT, models -> models.at("/meta/total").asInt() > 300);
      }
      List<String> lines =
          BrowserScript.run(
              "dashboard.mjs",
              system.url(),
              ProjectFiles.root().resolve("local/target/dashboard"),
              readmePictures());
      lines.forEach(System.out::println);
      assertThat(lines).anyMatch(line -> line.startsWith(PASSED));
      return lines.stream().filter(DashboardIT::isResult).map(DashboardIT::test);
    }
  }

  private static StubChatApi.Reply answer(StubChatApi.Call call) {
    boolean asJson = call.user().contains("as JSON");
    StubChatApi.Reply primes = StubChatApi.Reply.text(asJson ? "[2, 3, 5]" : "2, 3, 5");
    return call.user().contains("Take your time") ? primes.after(TIMEOUT.toMillis()) : primes;
  }

  private static Map<String, String> environment(RecordedSources sources, StubChatApi chat) {
    String url = sources == null ? "http://127.0.0.1:" + LoopbackPort.free() : sources.url();
    Map<String, String> environment = new HashMap<>(RunningSystem.sourcesAt(url));
    environment.put("OPENROUTER_BASE_URL", chat.baseUrl());
    environment.put("OPENROUTER_API_KEY", "sk-test");
    environment.put("API_KEYS", "for-the-test-0123456789");
    return environment;
  }

  private static List<String> readmePictures() {
    return Boolean.getBoolean("dashboard.pictures")
        ? List.of(ProjectFiles.root().resolve("query-api/src/main/doc").toString())
        : List.of();
  }

  private static boolean isResult(String line) {
    return line.startsWith(PASSED) || line.startsWith(FAILED);
  }

  private static DynamicTest test(String line) {
    String name = line.substring(line.indexOf(" - ") + 3).split(": ", 2)[0];
    return DynamicTest.dynamicTest(name, () -> assertThat(line).startsWith(PASSED));
  }
}
