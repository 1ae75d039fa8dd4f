package dev.smartspawn.local.command.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.smartspawn.local.bench.ApiProbe;
import dev.smartspawn.local.bench.StatusAnswer;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.question.StandardQuestion;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.topic.Topics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Plays recorded days through the whole system: one refresh a day, at noon of that day by the
 * system's clock.
 */
final class DayPlayer {

  /** A system that was killed twice waits for Kafka to end what the dead ones had begun. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final String UNSTEADY = "&steady=false";
  private static final StatusAnswer NOTHING = new StatusAnswer(MissingNode.getInstance());

  private final List<LocalDate> days;
  private final DaySources sources;
  private final Consumer<LocalDate> progress;

  /**
   * @param progress is told of each day that begins
   */
  DayPlayer(List<LocalDate> days, DaySources sources, Consumer<LocalDate> progress) {
    this.days = days;
    this.sources = sources;
    this.progress = progress;
  }

  /**
   * @param start starts the system at the first day, with nothing in it
   */
  List<PlayedDay> play(Supplier<DaySystem> start) throws TimeoutException, InterruptedException {
    sources.show(days.get(0));
    try (DaySystem system = start.get()) {
      KafkaClients clients = KafkaClients.plain(system.bootstrapServers(), "days");
      ApiProbe api = new ApiProbe(system.url(), system::isHopeful);
      try (PublishedTables tables = new PublishedTables(clients);
          Producer<String, RefreshCommand> commands =
              clients.producer("refresh", Map.of(), Topics.REFRESH_COMMANDS)) {
        return play(system, api, tables, commands);
      }
    }
  }

  /** The first day is what the system pulls when it starts. */
  private List<PlayedDay> play(
      DaySystem system,
      ApiProbe api,
      PublishedTables tables,
      Producer<String, RefreshCommand> commands)
      throws TimeoutException, InterruptedException {
    List<PlayedDay> played = new ArrayList<>();
    for (LocalDate day : days) {
      progress.accept(day);
      long begun = System.nanoTime();
      if (played.isEmpty()) {
        api.awaitStatus(PATIENCE, now -> isRefreshed(now, NOTHING, day));
      } else {
        sources.show(day);
        StatusAnswer before = api.status();
        system.begin(day);
        begun = System.nanoTime();
        refresh(commands);
        api.awaitStatus(PATIENCE, now -> isRefreshed(now, before, day));
      }
      while (system.wasRestarted()) {
        StatusAnswer before = api.status();
        refresh(commands);
        api.awaitStatus(PATIENCE, now -> isRefreshed(now, before, day));
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      tables.update();
      played.add(read(day, api, tables, seconds));
    }
    tables.update(); // a day's changes may come after its models
    return played.stream().map(day -> day.with(tables.reported(day.day()))).toList();
  }

  private static void refresh(Producer<String, RefreshCommand> commands) {
    var unused =
        commands.send(
            new ProducerRecord<>(Topics.REFRESH_COMMANDS.name(), null, RefreshCommand.EVERYTHING));
    commands.flush();
  }

  /**
   * Whether every source was pulled since, and a refresh of that day was closed since: only then do
   * answers change.
   */
  private static boolean isRefreshed(StatusAnswer now, StatusAnswer before, LocalDate day) {
    String closed = lastClosed(now);
    return now.isRefreshedSince(before)
        && closed.startsWith(day.toString())
        && !closed.equals(lastClosed(before));
  }

  private static String lastClosed(StatusAnswer status) {
    return status.body().at("/data/lastClosed").asText();
  }

  private static PlayedDay read(LocalDate day, ApiProbe api, PublishedTables tables, double seconds)
      throws InterruptedException {
    Map<StandardQuestion, CanonicalId> picks = new HashMap<>();
    Map<StandardQuestion, CanonicalId> best = new HashMap<>();
    Map<StandardQuestion, AnsweredSince> since = new HashMap<>();
    for (StandardQuestion question : StandardQuestion.ALL) {
      JsonNode answer = pick(api, question, "");
      model(answer.at("/data/id")).ifPresent(id -> picks.put(question, id));
      AnsweredSince.of(answer.at("/meta/since")).ifPresent(found -> since.put(question, found));
      model(pick(api, question, UNSTEADY).at("/data/id")).ifPresent(id -> best.put(question, id));
    }
    return new PlayedDay(
        day, tables.models(), picks, since, best, tables.codingWithoutVotes(), Map.of(), seconds);
  }

  private static JsonNode pick(ApiProbe api, StandardQuestion question, String further)
      throws InterruptedException {
    String query = "/pick?task=%s&budget=%s".formatted(question.category(), question.budget());
    return api.get(query + further).orElse(MissingNode.getInstance());
  }

  private static Optional<CanonicalId> model(JsonNode id) {
    return id.isTextual() ? Optional.of(CanonicalId.of(id.asText())) : Optional.empty();
  }
}
