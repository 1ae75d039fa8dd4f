package dev.smartspawn.query.spawn.endpoint;

import dev.smartspawn.query.http.request.PercentDecoding;
import dev.smartspawn.query.http.request.PercentDecoding.Plus;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.schema.spawn.SpawnId;

/** A spawn's id in a path. */
final class SpawnIds {

  private SpawnIds() {}

  /**
   * @param encoded as in the path
   * @throws Refusal if it does not have the form of an id
   */
  static SpawnId read(String encoded) {
    try {
      return new SpawnId(PercentDecoding.decode(encoded, Plus.PLUS));
    } catch (IllegalArgumentException e) {
      throw Refusal.parameter("the spawn's id cannot be read: " + e.getMessage());
    }
  }

  static Refusal unknown(SpawnId id) {
    return Refusal.notFound(
        "unknown_spawn", "there is no spawn '%s': expected an id from /spawns".formatted(id));
  }
}
