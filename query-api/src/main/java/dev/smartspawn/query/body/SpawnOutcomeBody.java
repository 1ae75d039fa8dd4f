package dev.smartspawn.query.body;

import dev.smartspawn.schema.spawn.SpawnOutcome;

/** {@code POST /spawns/{id}/outcome}. */
public record SpawnOutcomeBody(SpawnOutcome data) {}
