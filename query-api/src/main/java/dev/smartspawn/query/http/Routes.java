package dev.smartspawn.query.http;

import dev.smartspawn.query.task.TaskClassifier;
import dev.smartspawn.schema.lifecycle.Readiness;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every route there is, and the dashboard's files; each also answers under {@code /api}. */
final class Routes {

  private final Desks desks;
  private final Supplier<Readiness> readiness;
  private final HttpMetrics metrics;

  Routes(Desks desks, Supplier<Readiness> readiness, HttpMetrics metrics) {
    this.desks = desks;
    this.readiness = readiness;
    this.metrics = metrics;
  }

  List<Route> all() {
    return Stream.of(questions(), spawns(), WebFiles.routes()).flatMap(List::stream).toList();
  }

  private List<Route> questions() {
    TaskClassifier classifier = TaskClassifier.standard();
    Reference reference = new Reference();
    HealthEndpoints health = new HealthEndpoints(readiness);
    return List.of(
        Route.get("/pick", new Remembered(new PickEndpoint(classifier))),
        Route.get("/recommend", new Remembered(new RecommendEndpoint(classifier))),
        Route.get("/models", new ModelsEndpoint()),
        Route.get("/models/{id}", new ModelEndpoint()),
        Route.get("/models/{id}/evidence", new EvidenceEndpoint()),
        Route.get("/compare", new CompareEndpoint()),
        Route.get("/names/unresolved", new UnresolvedNamesEndpoint()),
        Route.get("/changes", new ChangesEndpoint(desks.changes())),
        Route.get("/status", Routes::status),
        Route.post("/refresh", new RefreshCommands(desks.refreshes())),
        Route.get("/openapi.json", Documents.openApi()),
        Route.get("/asyncapi.json", Documents.asyncApi()),
        Route.get("/reference", reference::page),
        Route.get("/reference/{file}", reference::file),
        Route.get("/health/live", health::live),
        Route.get("/health/ready", health::ready),
        Route.get("/metrics", metrics::scrape));
  }

  private List<Route> spawns() {
    SpawnLookups lookups = new SpawnLookups(desks.spawns());
    SpawnCommands commands = new SpawnCommands(desks.spawns());
    SpawnLogCommands spawnLog = new SpawnLogCommands(desks.reports());
    return List.of(
        Route.get("/spawns", lookups::newest).andPost(commands.submission()),
        Route.lookUp("/spawns/{spawnId}", lookups::one).andDelete(commands::cancel),
        Route.stream("/spawns/{spawnId}/events", new SpawnEventStream(desks.spawns())),
        Route.post("/spawns/{spawnId}/outcome", commands::rate),
        Route.post("/spawn-log", spawnLog::spawned),
        Route.post("/spawn-log/outcome", spawnLog::rated));
  }

  private static Answer status(Question question) {
    question.parameters(Set.of());
    return Answer.ok(question.view().status(), question.view().statusTag());
  }
}
