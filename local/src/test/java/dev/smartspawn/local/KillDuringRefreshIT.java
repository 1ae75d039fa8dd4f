package dev.smartspawn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.local.bench.AlternatingSources;
import dev.smartspawn.local.bench.StatusAnswer;
import dev.smartspawn.local.bench.SystemProcess;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system in a process of its own, which is killed when it hurts most. */
class KillDuringRefreshIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration ONE_REFRESH = Duration.ofSeconds(5);
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(15);

  /** 128 + 15, as a shell shows a process that ended by SIGTERM. */
  private static final int ENDED_BY_SIGTERM = 143;

  @TempDir Path work;

  @Test
  void threeKillsDuringARefreshChangeNothing() throws Exception {
    RecordedFigures.assumePresent();
    try (AlternatingSources sources = new AlternatingSources(ProjectFiles.shared(), work)) {
      Map<String, String> environment = RunningSystem.sourcesAt(sources.url());
      Path killed = Files.createDirectory(work.resolve("killed"));
      Path spared = Files.createDirectory(work.resolve("spared"));
      pullOnce(killed, environment);
      pullOnce(spared, environment);

      sources.alternate();
      killWhen(killed, environment, status -> status.isRefreshing(Source.OPENROUTER));
      sources.alternate();
      killWhen(killed, environment, status -> status.isRefreshing(Source.HF_LEADERBOARD));
      sources.alternate();
      killWhen(killed, environment, KillDuringRefreshIT::isHalfDone);

      assertThat(refreshed(killed, environment)).isEqualTo(refreshed(spared, environment));
    }
  }

  private static void pullOnce(Path data, Map<String, String> environment) throws Exception {
    try (SystemProcess system = start(data, environment)) {
      system.api().awaitStatus(PATIENCE, StatusAnswer::isComplete);
      assertThat(system.stop(STOPS_WITHIN)).isEqualTo(ENDED_BY_SIGTERM);
    }
  }

  /** A refresh may be over before we look: then there is another one. */
  private static void killWhen(
      Path data, Map<String, String> environment, Predicate<StatusAnswer> moment) throws Exception {
    try (SystemProcess system = start(data, environment)) {
      system.api().awaitServing(PATIENCE);
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                RunningSystem.sendPlainRefresh(system.bootstrapServers());
                return isSeen(system, moment);
              });
      system.kill();
    }
  }

  private static boolean isSeen(SystemProcess system, Predicate<StatusAnswer> moment)
      throws InterruptedException {
    try {
      system.api().awaitStatus(ONE_REFRESH, moment);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  /** The catalogue is in, the leaderboard is not. */
  private static boolean isHalfDone(StatusAnswer status) {
    return !status.isRefreshing(Source.OPENROUTER) && status.isRefreshing(Source.HF_LEADERBOARD);
  }

  /** The served table after a whole refresh, without what differs from run to run. */
  private static Map<String, JsonNode> refreshed(Path data, Map<String, String> environment)
      throws Exception {
    try (SystemProcess system = start(data, environment)) {
      system.api().awaitServing(PATIENCE);
      StatusAnswer before = system.api().status();
      RunningSystem.sendPlainRefresh(system.bootstrapServers());
      system.api().awaitStatus(PATIENCE, now -> now.isRefreshedSince(before) && now.isComplete());
      Map<String, JsonNode> table =
          RunningSystem.table(system.bootstrapServers(), Topics.ENRICHED_MODELS);
      table.values().forEach(KillDuringRefreshIT::forgetTimesAndPositions);
      assertThat(system.stop(STOPS_WITHIN)).isEqualTo(ENDED_BY_SIGTERM);
      return table;
    }
  }

  private static void forgetTimesAndPositions(JsonNode model) {
    ((ObjectNode) model).remove("lastUpdated");
    for (JsonNode entry : model.path("evidence")) {
      ((ObjectNode) entry).remove(List.of("pulledAt", "offset"));
    }
  }

  private static SystemProcess start(Path data, Map<String, String> environment) {
    return SystemProcess.start(ChildJvm.launcher(), data, environment);
  }
}
