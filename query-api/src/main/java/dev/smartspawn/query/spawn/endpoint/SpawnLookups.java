package dev.smartspawn.query.spawn.endpoint;

import dev.smartspawn.query.http.request.Parameter;
import dev.smartspawn.query.http.request.Parameters;
import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.spawn.SpawnControl;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnStatus;
import java.util.List;

/** {@code GET /spawns} and {@code GET /spawns/{spawnId}}. */
public final class SpawnLookups {

  private static final Parameter STATUS = Parameter.of("status");
  private static final Parameter LIMIT = Parameter.of("limit");
  private static final List<Parameter> PARAMETERS = List.of(STATUS, LIMIT);
  private static final int USUAL_LIMIT = 50;
  private static final int MAX_LIMIT = 1000;

  private final SpawnControl spawns;

  public SpawnLookups(SpawnControl spawns) {
    this.spawns = spawns;
  }

  public Response newest(QueryRequest request) {
    Parameters parameters = request.parameters(PARAMETERS);
    SpawnStatus status =
        parameters.choice(STATUS, SpawnStatus::find, "one of " + SpawnStatus.known()).orElse(null);
    int limit = (int) parameters.wholeNumber(LIMIT, USUAL_LIMIT, 1, MAX_LIMIT);
    return Response.ok(SpawnsBody.of(spawns.newest(status, limit)));
  }

  public Response one(QueryRequest request) {
    request.requireNoParameters();
    SpawnId id = SpawnIds.read(request.pathVariable());
    return Response.ok(SpawnBody.of(spawns.detail(id).orElseThrow(() -> SpawnIds.unknown(id))));
  }
}
