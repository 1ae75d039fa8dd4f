package dev.smartspawn.local.command.day;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.smartspawn.local.LocalConfig;
import dev.smartspawn.local.LocalSystem;
import dev.smartspawn.local.ScratchFolder;
import dev.smartspawn.local.bench.ApiProbe;
import dev.smartspawn.local.bench.StatusAnswer;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.question.StandardQuestion;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.setting.Setting;
import dev.smartspawn.schema.setting.SettingList;
import dev.smartspawn.schema.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Plays recorded days through the whole system on an embedded Kafka: one refresh a day, at noon of
 * that day by the system's clock.
 */
final class DayPlayer {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String UNSTEADY = "&steady=false";
  private static final String ANY_KEY = "recorded-days";
  private static final StatusAnswer NOTHING = new StatusAnswer(MissingNode.getInstance());

  private final List<LocalDate> days;
  private final DaySources sources;
  private final Path reference;
  private final Consumer<LocalDate> progress;

  /**
   * @param reference folder with the reference files
   * @param progress is told of each day that begins
   */
  DayPlayer(
      List<LocalDate> days, DaySources sources, Path reference, Consumer<LocalDate> progress) {
    this.days = days;
    this.sources = sources;
    this.reference = reference;
    this.progress = progress;
  }

  List<PlayedDay> play() throws TimeoutException, InterruptedException {
    DayClock clock = new DayClock(days.get(0));
    sources.show(days.get(0));
    try (ScratchFolder data = ScratchFolder.create("smart-spawn-days");
        LocalSystem system =
            new LocalSystem(
                    new LocalConfig(data.path(), reference, 0, 0, environment(sources.url())),
                    clock)
                .start()) {
      KafkaClients clients = KafkaClients.plain(system.bootstrapServers(), "days");
      ApiProbe api = new ApiProbe(system.config().url(), () -> system.failure().isEmpty());
      try (PublishedTables tables = new PublishedTables(clients);
          Producer<String, RefreshCommand> commands =
              clients.producer("refresh", Map.of(), Topics.REFRESH_COMMANDS)) {
        return play(clock, api, tables, commands);
      }
    }
  }

  /** The first day is what the system pulls when it starts. */
  private List<PlayedDay> play(
      DayClock clock,
      ApiProbe api,
      PublishedTables tables,
      Producer<String, RefreshCommand> commands)
      throws TimeoutException, InterruptedException {
    List<PlayedDay> played = new ArrayList<>();
    for (LocalDate day : days) {
      progress.accept(day);
      long begun = System.nanoTime();
      if (played.isEmpty()) {
        api.awaitStatus(PATIENCE, now -> now.isRefreshedSince(NOTHING) && isClosed(now, day));
      } else {
        sources.show(day);
        StatusAnswer before = api.status();
        clock.begin(day);
        begun = System.nanoTime();
        var unused =
            commands.send(
                new ProducerRecord<>(
                    Topics.REFRESH_COMMANDS.name(), null, RefreshCommand.EVERYTHING));
        commands.flush();
        api.awaitStatus(PATIENCE, now -> now.isRefreshedSince(before) && isClosed(now, day));
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      tables.update();
      played.add(
          new PlayedDay(
              day, tables.models(), picks(api, ""), picks(api, UNSTEADY), Map.of(), seconds));
    }
    tables.update(); // a day's changes may come after its models
    return played.stream().map(day -> day.with(tables.reported(day.day()))).toList();
  }

  /** Whether a refresh of that day is closed: only then do answers change. */
  private static boolean isClosed(StatusAnswer status, LocalDate day) {
    return status.body().at("/data/lastClosed").asText().startsWith(day.toString());
  }

  private static Map<StandardQuestion, CanonicalId> picks(ApiProbe api, String further)
      throws InterruptedException {
    Map<StandardQuestion, CanonicalId> picks = new HashMap<>();
    for (StandardQuestion question : StandardQuestion.ALL) {
      String query = "/pick?task=%s&budget=%s".formatted(question.category(), question.budget());
      api.get(query + further)
          .map(answer -> answer.at("/data/id").asText())
          .filter(id -> !id.isEmpty())
          .ifPresent(id -> picks.put(question, CanonicalId.of(id)));
    }
    return picks;
  }

  /** Every source is pulled by command alone, however short the days are. */
  private static Map<String, String> environment(String url) {
    Map<String, String> environment = new HashMap<>();
    environment.put(Setting.SOURCES_URL.variable(), url);
    environment.put("ARTIFICIAL_ANALYSIS_API_KEY", ANY_KEY);
    for (Setting setting : SettingList.ALL) {
      if (setting.variable().endsWith("_MIN_INTERVAL")) {
        environment.put(setting.variable(), "0");
      } else if (setting.variable().endsWith("_INTERVAL")) {
        environment.put(setting.variable(), "400d");
      }
    }
    return environment;
  }
}
