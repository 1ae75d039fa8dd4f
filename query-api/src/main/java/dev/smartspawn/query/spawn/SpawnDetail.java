package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import org.jspecify.annotations.Nullable;

/**
 * A spawn with its texts.
 *
 * @param request absent if it is invalid
 * @param result for its texts; absent until the spawn has ended. Its cost is in {@code spawn}
 */
public record SpawnDetail(
    KnownSpawn spawn, @Nullable SpawnRequest request, @Nullable SpawnResult result) {}
