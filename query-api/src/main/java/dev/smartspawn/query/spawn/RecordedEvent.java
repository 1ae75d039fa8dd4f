package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.spawn.SpawnEvent;

/**
 * An event and its position.
 *
 * @param offset in the partition of its spawn in spawn-events
 */
public record RecordedEvent(long offset, SpawnEvent event) {}
