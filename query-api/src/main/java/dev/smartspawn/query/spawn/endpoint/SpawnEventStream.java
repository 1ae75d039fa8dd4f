package dev.smartspawn.query.spawn.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.EventStream;
import dev.smartspawn.query.spawn.KnownSpawn;
import dev.smartspawn.query.spawn.RecordedEvent;
import dev.smartspawn.query.spawn.SpawnControl;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnStep;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /spawns/{spawnId}/events}: every step from the first to the end, which closes the
 * stream. A client that reconnects with the id of its last event gets the events after it, or 204
 * if that was the end.
 */
public final class SpawnEventStream implements EventStream {

  private final SpawnControl spawns;

  public SpawnEventStream(SpawnControl spawns) {
    this.spawns = spawns;
  }

  @Override
  public Opening open(QueryRequest request, @Nullable String lastEventId) {
    request.requireNoParameters();
    SpawnId id = SpawnIds.read(request.pathVariable());
    KnownSpawn spawn = spawns.known(id).orElseThrow(() -> SpawnIds.unknown(id));
    long after = lastEventId == null ? -1 : offset(lastEventId);
    if (spawn.isOver() && after >= spawn.offsets().last()) {
      return new Opening.Instead(Response.noContent());
    }
    return (Opening.Stream) sink -> spawns.watch(id, after, recorded -> send(recorded, sink));
  }

  private static long offset(String lastEventId) {
    try {
      return Long.parseLong(lastEventId);
    } catch (NumberFormatException e) {
      throw Refusal.parameter(
          "Last-Event-ID is not a number: expected the id of an event of this stream");
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
