package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.json.JsonMistake;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The content of a record of spawn-requests. Workers and the fold of events read the same record in
 * the same way.
 */
public sealed interface RequestRecord {

  /** Not a JSON object. */
  record Unreadable(String reason) implements RequestRecord {}

  /** A JSON object, but not a valid request. */
  record Mistaken(SpawnId id, List<String> mistakes) implements RequestRecord {}

  record Good(SpawnId id, SpawnRequest request) implements RequestRecord {}

  static RequestRecord of(RecordPosition position, byte @Nullable [] value) {
    if (value == null) {
      return new Unreadable("a request cannot be a tombstone");
    }
    try {
      JsonNode json = Json.MAPPER.readTree(value);
      return json.isObject() ? of(position, json) : new Unreadable("expected a JSON object");
    } catch (JsonProcessingException e) {
      return new Unreadable(JsonMistake.message(e));
    } catch (IOException e) {
      return new Unreadable("not valid JSON");
    }
  }

  private static RequestRecord of(RecordPosition position, JsonNode json) {
    SpawnRequestReading reading = SpawnRequestReading.of(json);
    SpawnId id =
        Objects.requireNonNullElseGet(
            reading.id(), () -> SpawnId.ofPosition(position.partition(), position.offset()));
    return reading.request() == null
        ? new Mistaken(id, reading.mistakes())
        : new Good(id, reading.request());
  }
}
