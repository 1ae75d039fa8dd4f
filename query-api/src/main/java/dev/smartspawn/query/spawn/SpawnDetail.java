package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import org.jspecify.annotations.Nullable;

/**
 * A spawn with its texts.
 *
 * @param request absent for one that was no good
 * @param result absent until it has ended
 */
public record SpawnDetail(
    KnownSpawn spawn, @Nullable SpawnRequest request, @Nullable SpawnResult result) {}
