package dev.smartspawn.query.spawn.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.query.attachment.BodyFiles;
import dev.smartspawn.query.attachment.RequestedFiles;
import dev.smartspawn.query.http.request.BodyIntake;
import dev.smartspawn.query.http.request.CommandRequest;
import dev.smartspawn.query.http.request.JsonBody;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Command;
import dev.smartspawn.query.http.route.JsonCommand;
import dev.smartspawn.query.http.route.LargeCommand;
import dev.smartspawn.query.spawn.KnownSpawn;
import dev.smartspawn.query.spawn.SpawnConflictException;
import dev.smartspawn.query.spawn.SpawnControl;
import dev.smartspawn.query.spawn.SpawnNotConfirmedException;
import dev.smartspawn.schema.attachment.Attachment;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRating;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnRequestReading;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Submits, cancels and rates spawns. */
public final class SpawnCommands {

  static final HttpString IDEMPOTENCY_KEY = new HttpString("Idempotency-Key");

  /** Fits the longest texts, with every character beyond ASCII escaped. */
  private static final int MAX_REQUEST_BYTES = 2 * 1024 * 1024;

  /** The same with the largest files in base64. */
  private static final int LARGEST_REQUEST_BYTES =
      MAX_REQUEST_BYTES + Attachment.MAX_BYTES / 3 * 4 + 64 * 1024;

  private static final JsonBody REQUEST =
      new JsonBody("a spawn request", "{\"task\":\"Summarise this text: ...\"}");
  private static final JsonBody RATING = new JsonBody("a rating", "{\"rating\":4}");

  private final SpawnControl spawns;

  public SpawnCommands(SpawnControl spawns) {
    this.spawns = spawns;
  }

  /** {@code POST /spawns}. */
  public Command submission() {
    return new Submission();
  }

  /** {@code POST /spawns/{spawnId}/outcome}. */
  public Command rating() {
    return JsonCommand.of(RATING, this::rate);
  }

  /** {@code DELETE /spawns/{spawnId}}. */
  public Response cancel(CommandRequest request) {
    if (request.body().length > 0) {
      throw new Refusal(
          StatusCodes.BAD_REQUEST, "invalid_body", "a cancellation has a body: expected none");
    }
    SpawnId id = SpawnIds.read(request.pathVariable());
    Optional<KnownSpawn> spawn = withoutConflict(() -> spawns.cancel(id, request.id()));
    return Response.accepted(SpawnBody.of(spawn.orElseThrow(() -> SpawnIds.unknown(id))));
  }

  private Response submit(CommandRequest command, BodyFiles body) {
    SpawnRequest request = request(command, body.text());
    List<Attachment> files = RequestedFiles.of(request, body);
    KnownSpawn spawn = withoutConflict(() -> confirmed(request, files, command));
    return Response.accepted(SpawnBody.of(spawn)).with(Headers.LOCATION, "/spawns/" + spawn.id());
  }

  private KnownSpawn confirmed(
      SpawnRequest request, List<Attachment> files, CommandRequest command) {
    try {
      return spawns.submit(request, files, command.id());
    } catch (SpawnNotConfirmedException e) {
      throw new Refusal(
              StatusCodes.SERVICE_UNAVAILABLE,
              "spawn_not_confirmed",
              String.valueOf(e.getMessage()))
          .with(Headers.LOCATION, "/spawns/" + e.id())
          .with(Headers.RETRY_AFTER, "5");
    }
  }

  /** {@code POST /spawns}: a body with large files is taken apart while it arrives. */
  private final class Submission implements LargeCommand {

    @Override
    public Response carryOut(CommandRequest request) {
      Taking taking = new Taking();
      taking.take(request.body());
      return taking.carryOut(request);
    }

    @Override
    public int maxBytes() {
      return MAX_REQUEST_BYTES;
    }

    @Override
    public int largestBytes() {
      return LARGEST_REQUEST_BYTES;
    }

    @Override
    public BodyIntake intake() {
      return new Taking();
    }

    @Override
    public String exampleBody() {
      return REQUEST.expected();
    }
  }

  /** One body. */
  private final class Taking implements BodyIntake {

    private final BodyFiles body = new BodyFiles(MAX_REQUEST_BYTES);

    @Override
    public void take(byte[] piece) {
      body.take(piece);
    }

    @Override
    public Response carryOut(CommandRequest request) {
      return submit(request, body);
    }
  }

  private Response rate(CommandRequest request) {
    SpawnId id = SpawnIds.read(request.pathVariable());
    SpawnRating rating = rating(RATING.object(request.body()));
    return withoutConflict(() -> spawns.rate(id, rating, request.id()))
        .map(outcome -> Response.accepted(new SpawnOutcomeBody(outcome)))
        .orElseThrow(() -> SpawnIds.unknown(id));
  }

  private static SpawnRequest request(CommandRequest command, byte[] body) {
    JsonNode json = REQUEST.object(body);
    command.header(IDEMPOTENCY_KEY).ifPresent(key -> put((ObjectNode) json, key));
    if (!json.hasNonNull("id") && !json.hasNonNull("idempotencyKey")) {
      // A client whose answer is lost on the way must be able to ask for its spawn.
      ((ObjectNode) json).put("id", UUID.randomUUID().toString());
    }
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
