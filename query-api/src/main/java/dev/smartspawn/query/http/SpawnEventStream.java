package dev.smartspawn.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.query.spawn.KnownSpawn;
import dev.smartspawn.query.spawn.RecordedEvent;
import dev.smartspawn.query.spawn.SpawnDesk;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnStep;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /spawns/{spawnId}/events}: every step from the first to the end, which closes the
 * stream. A client that comes back with the id of its last event gets what came after; one that has
 * the end already is told that there is no more.
 */
final class SpawnEventStream implements EventStream {

  private final SpawnDesk desk;

  SpawnEventStream(SpawnDesk desk) {
    this.desk = desk;
  }

  @Override
  public Opening open(Question question, @Nullable String lastEventId) {
    question.parameters(Set.of());
    SpawnId id = SpawnIds.read(question.tail());
    KnownSpawn spawn = desk.known(id).orElseThrow(() -> SpawnIds.unknown(id));
    long after = lastEventId == null ? -1 : offset(lastEventId);
    if (spawn.isOver() && after >= spawn.trail().last()) {
      return new Opening.Instead(Answer.noContent());
    }
    return (Opening.Stream) sink -> desk.watch(id, after, recorded -> send(recorded, sink));
  }

  private static long offset(String lastEventId) {
    try {
      return Long.parseLong(lastEventId);
    } catch (NumberFormatException e) {
      throw Refusal.parameter(
          "Last-Event-ID is no number: expected the id of an event of this stream");
    }
  }

  private static void send(RecordedEvent recorded, Sink sink) {
    try {
      JsonNode event = Json.MAPPER.valueToTree(recorded.event());
      sink.send(
          Long.toString(recorded.offset()),
          event.at("/step/type").asText(),
          Json.MAPPER.writeValueAsString(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write an event that was read", e);
    }
    if (recorded.event().step() instanceof SpawnStep.Finished) {
      sink.end();
    }
  }
}
