package dev.smartspawn.query.spawnlog;

import dev.smartspawn.schema.spawn.SpawnReport;

/** {@code POST /spawn-log} and {@code POST /spawn-log/outcome}: the recorded report. */
public record SpawnReportBody(SpawnReport data) {}
