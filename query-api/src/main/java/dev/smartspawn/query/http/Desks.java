package dev.smartspawn.query.http;

import dev.smartspawn.query.change.ChangeHistory;
import dev.smartspawn.query.refresh.RefreshDesk;
import dev.smartspawn.query.spawn.SpawnDesk;
import dev.smartspawn.query.spawnlog.ReportDesk;

/** What the routes need besides the view of the models. */
public record Desks(
    RefreshDesk refreshes, SpawnDesk spawns, ReportDesk reports, ChangeHistory changes) {}
