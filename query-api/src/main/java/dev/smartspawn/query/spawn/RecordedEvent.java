package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.spawn.SpawnEvent;

/**
 * An event and where it stands.
 *
 * @param offset in its spawn's partition of spawn-events
 */
public record RecordedEvent(long offset, SpawnEvent event) {}
