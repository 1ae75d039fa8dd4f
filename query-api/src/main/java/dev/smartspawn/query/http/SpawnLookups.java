package dev.smartspawn.query.http;

import dev.smartspawn.query.body.SpawnBody;
import dev.smartspawn.query.body.SpawnsBody;
import dev.smartspawn.query.spawn.SpawnDesk;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnStatus;
import java.util.Set;

/** {@code GET /spawns} and {@code GET /spawns/{spawnId}}. */
final class SpawnLookups {

  private static final int USUAL_LIMIT = 50;
  private static final int MAX_LIMIT = 1000;

  private final SpawnDesk desk;

  SpawnLookups(SpawnDesk desk) {
    this.desk = desk;
  }

  Answer newest(Question question) {
    Parameters parameters = question.parameters(Set.of(Parameter.STATUS, Parameter.LIMIT));
    SpawnStatus status =
        parameters
            .choice(Parameter.STATUS, SpawnStatus::find, "one of " + SpawnStatus.known())
            .orElse(null);
    int limit = (int) parameters.wholeNumber(Parameter.LIMIT, USUAL_LIMIT, 1, MAX_LIMIT);
    return Answer.ok(SpawnsBody.of(desk.newest(status, limit)));
  }

  Answer one(Question question) {
    question.parameters(Set.of());
    SpawnId id = SpawnIds.read(question.tail());
    return Answer.ok(SpawnBody.of(desk.detail(id).orElseThrow(() -> SpawnIds.unknown(id))));
  }
}
