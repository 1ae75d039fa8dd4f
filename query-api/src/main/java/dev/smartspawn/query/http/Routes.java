package dev.smartspawn.query.http;

import dev.smartspawn.query.refresh.RefreshDesk;
import dev.smartspawn.query.spawn.SpawnDesk;
import dev.smartspawn.query.spawnlog.ReportDesk;
import dev.smartspawn.query.task.TaskClassifier;
import dev.smartspawn.schema.service.Readiness;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Every route there is; each also answers under {@code /api}. */
final class Routes {

  private final RefreshDesk refreshDesk;
  private final SpawnDesk spawnDesk;
  private final ReportDesk reportDesk;
  private final Supplier<Readiness> readiness;
  private final HttpMetrics metrics;

  Routes(
      RefreshDesk refreshDesk,
      SpawnDesk spawnDesk,
      ReportDesk reportDesk,
      Supplier<Readiness> readiness,
      HttpMetrics metrics) {
    this.refreshDesk = refreshDesk;
    this.spawnDesk = spawnDesk;
    this.reportDesk = reportDesk;
    this.readiness = readiness;
    this.metrics = metrics;
  }

  List<Route> all() {
    TaskClassifier classifier = TaskClassifier.standard();
    SpawnLookups lookups = new SpawnLookups(spawnDesk);
    SpawnCommands commands = new SpawnCommands(spawnDesk);
    SpawnLogCommands spawnLog = new SpawnLogCommands(reportDesk);
    HealthEndpoints health = new HealthEndpoints(readiness);
    return List.of(
        Route.get("/pick", new Remembered(new PickEndpoint(classifier))),
        Route.get("/recommend", new Remembered(new RecommendEndpoint(classifier))),
        Route.get("/models", new ModelsEndpoint()),
        Route.get("/models/{id}", new ModelEndpoint()),
        Route.get("/models/{id}/evidence", new EvidenceEndpoint()),
        Route.get("/compare", new CompareEndpoint()),
        Route.get("/names/unresolved", new UnresolvedNamesEndpoint()),
        Route.get("/status", Routes::status),
        Route.post("/refresh", new RefreshCommands(refreshDesk)),
        Route.get("/spawns", lookups::newest).andPost(commands.submission()),
        Route.lookUp("/spawns/{spawnId}", lookups::one).andDelete(commands::cancel),
        Route.stream("/spawns/{spawnId}/events", new SpawnEventStream(spawnDesk)),
        Route.post("/spawns/{spawnId}/outcome", commands::rate),
        Route.post("/spawn-log", spawnLog::spawned),
        Route.post("/spawn-log/outcome", spawnLog::rated),
        Route.get("/health/live", health::live),
        Route.get("/health/ready", health::ready),
        Route.get("/metrics", metrics::scrape));
  }

  private static Answer status(Question question) {
    question.parameters(Set.of());
    return Answer.ok(question.view().status(), question.view().statusTag());
  }
}
