package dev.smartspawn.query.spawn.endpoint;

import dev.smartspawn.schema.spawn.SpawnOutcome;

/** {@code POST /spawns/{id}/outcome}. */
public record SpawnOutcomeBody(SpawnOutcome data) {}
