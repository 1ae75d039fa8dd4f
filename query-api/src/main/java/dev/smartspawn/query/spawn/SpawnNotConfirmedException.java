package dev.smartspawn.query.spawn;

import dev.smartspawn.query.topic.TopicUnavailableException;
import dev.smartspawn.schema.spawn.SpawnId;

/**
 * Kafka may or may not have taken a request. The same request with the same id is the same spawn.
 */
public final class SpawnNotConfirmedException extends TopicUnavailableException {

  private static final long serialVersionUID = 1L;

  private final transient SpawnId id;

  SpawnNotConfirmedException(SpawnId id, TopicUnavailableException cause) {
    super(
        ("spawn %s may have been taken: Kafka did not confirm it in time. Ask GET /spawns/%s, or send"
                + " the same request again with \"id\": \"%s\", which is the same spawn")
            .formatted(id, id, id),
        cause);
    this.id = id;
  }

  /** The id of the spawn, if there is one. */
  public SpawnId id() {
    return id;
  }
}
