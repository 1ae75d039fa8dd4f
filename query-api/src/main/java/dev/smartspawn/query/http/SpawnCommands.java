package dev.smartspawn.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.query.body.SpawnBody;
import dev.smartspawn.query.body.SpawnOutcomeBody;
import dev.smartspawn.query.spawn.KnownSpawn;
import dev.smartspawn.query.spawn.SpawnConflictException;
import dev.smartspawn.query.spawn.SpawnDesk;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRating;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnRequestReading;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Asking for spawns, cancelling and rating them. */
final class SpawnCommands {

  static final HttpString IDEMPOTENCY_KEY = new HttpString("Idempotency-Key");

  /** The longest task and context, each byte of them escaped. */
  private static final int MAX_REQUEST_BYTES = 2 * 1024 * 1024;

  private static final JsonBody REQUEST =
      new JsonBody("spawn request", "{\"task\":\"what is to be done\"}");
  private static final JsonBody RATING = new JsonBody("rating", "{\"rating\":4}");
  private static final JsonBody CANCELLATION = new JsonBody("cancellation", "no body");

  private final SpawnDesk desk;

  SpawnCommands(SpawnDesk desk) {
    this.desk = desk;
  }

  /** {@code POST /spawns}. */
  Command submission() {
    return new Submission();
  }

  /** {@code DELETE /spawns/{spawnId}}. */
  Answer cancel(Order order) {
    if (order.body().length > 0) {
      throw CANCELLATION.malformed("there is one");
    }
    SpawnId id = SpawnIds.read(order.tail());
    Optional<KnownSpawn> spawn = withoutConflict(() -> desk.cancel(id, order.requestId()));
    return Answer.accepted(SpawnBody.of(spawn.orElseThrow(() -> SpawnIds.unknown(id))));
  }

  /** {@code POST /spawns/{spawnId}/outcome}. */
  Answer rate(Order order) {
    SpawnId id = SpawnIds.read(order.tail());
    SpawnRating rating = rating(RATING.object(order.body()));
    return withoutConflict(() -> desk.rate(id, rating, order.requestId()))
        .map(outcome -> Answer.accepted(new SpawnOutcomeBody(outcome)))
        .orElseThrow(() -> SpawnIds.unknown(id));
  }

  private final class Submission implements Command {

    @Override
    public Answer carryOut(Order order) {
      SpawnRequest request = request(order);
      KnownSpawn spawn = withoutConflict(() -> desk.submit(request, order.requestId()));
      return Answer.accepted(SpawnBody.of(spawn)).with(Headers.LOCATION, "/spawns/" + spawn.id());
    }

    @Override
    public int maxBytes() {
      return MAX_REQUEST_BYTES;
    }
  }

  private static SpawnRequest request(Order order) {
    JsonNode json = REQUEST.object(order.body());
    order.header(IDEMPOTENCY_KEY).ifPresent(key -> put((ObjectNode) json, key));
    SpawnRequestReading reading = SpawnRequestReading.of(json);
    return valid(reading, SpawnRequestReading::orElseThrow);
  }

  private static void put(ObjectNode json, String key) {
    JsonNode given = json.get("idempotencyKey");
    if (given != null && !given.isNull() && !given.asText().equals(key)) {
      throw invalid("'idempotencyKey' and the Idempotency-Key header differ: expected one of them");
    }
    json.put("idempotencyKey", key);
  }

  private static SpawnRating rating(JsonNode json) {
    return valid(json, SpawnRating::of);
  }

  private static <T, R> R valid(T given, Function<T, R> reading) {
    try {
      return reading.apply(given);
    } catch (IllegalArgumentException e) {
      throw invalid(String.valueOf(e.getMessage()));
    }
  }

  private static Refusal invalid(String mistakes) {
    return new Refusal(StatusCodes.BAD_REQUEST, "invalid_request", mistakes);
  }

  private static <T> T withoutConflict(Supplier<T> command) {
    try {
      return command.get();
    } catch (SpawnConflictException e) {
      throw new Refusal(StatusCodes.CONFLICT, e.code(), String.valueOf(e.getMessage()));
    }
  }
}
