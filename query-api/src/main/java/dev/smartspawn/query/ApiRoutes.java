package dev.smartspawn.query;

import dev.smartspawn.query.catalogue.CompareEndpoint;
import dev.smartspawn.query.catalogue.EvidenceEndpoint;
import dev.smartspawn.query.catalogue.ModelEndpoint;
import dev.smartspawn.query.catalogue.ModelsEndpoint;
import dev.smartspawn.query.catalogue.UnresolvedNamesEndpoint;
import dev.smartspawn.query.change.ChangeHistory;
import dev.smartspawn.query.change.ChangesEndpoint;
import dev.smartspawn.query.cost.CostTables;
import dev.smartspawn.query.cost.CostsEndpoint;
import dev.smartspawn.query.cost.DigestEndpoint;
import dev.smartspawn.query.cost.PeriodEndpoint;
import dev.smartspawn.query.http.route.HttpRoute;
import dev.smartspawn.query.http.route.Router;
import dev.smartspawn.query.http.server.HttpMetrics;
import dev.smartspawn.query.recommend.endpoint.PickEndpoint;
import dev.smartspawn.query.recommend.endpoint.RecommendEndpoint;
import dev.smartspawn.query.refresh.RefreshControl;
import dev.smartspawn.query.refresh.RefreshEndpoint;
import dev.smartspawn.query.site.ApiDocuments;
import dev.smartspawn.query.site.ApiReference;
import dev.smartspawn.query.site.DashboardFiles;
import dev.smartspawn.query.spawn.SpawnControl;
import dev.smartspawn.query.spawn.endpoint.SpawnCommands;
import dev.smartspawn.query.spawn.endpoint.SpawnEventStream;
import dev.smartspawn.query.spawn.endpoint.SpawnLookups;
import dev.smartspawn.query.spawnlog.ReportSink;
import dev.smartspawn.query.spawnlog.SpawnLogCommands;
import dev.smartspawn.query.status.HealthEndpoints;
import dev.smartspawn.query.status.StatusEndpoint;
import dev.smartspawn.query.task.TaskClassifier;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.query.view.WholeViews;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.money.Usd;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Every route of the API, and what their endpoints work with. Each route also answers under {@code
 * /api}.
 */
record ApiRoutes(
    Supplier<ModelView> views,
    ChangeHistory changes,
    CostTables costs,
    Usd dayLimit,
    RefreshControl refreshes,
    SpawnControl spawns,
    ReportSink reports,
    Supplier<Readiness> readiness,
    HttpMetrics metrics,
    Clock clock) {

  /** The id of a model has a slash. */
  private static final String MODEL_ID = "{id}";

  Router router() {
    return new Router(
        Stream.concat(all().stream(), DashboardFiles.routes().stream()).toList(), Set.of(MODEL_ID));
  }

  /** All but the dashboard's files. */
  List<HttpRoute> all() {
    WholeViews whole = new WholeViews(views, clock);
    TaskClassifier classifier = TaskClassifier.standard();
    SpawnLookups lookups = new SpawnLookups(spawns);
    SpawnCommands commands = new SpawnCommands(spawns);
    SpawnLogCommands spawnLog = new SpawnLogCommands(reports);
    ApiReference reference = new ApiReference();
    HealthEndpoints health = new HealthEndpoints(readiness);
    return List.of(
        HttpRoute.get("/pick", new PickEndpoint(whole, classifier)),
        HttpRoute.get("/recommend", new RecommendEndpoint(whole, classifier)),
        HttpRoute.get("/models", new ModelsEndpoint(whole)),
        HttpRoute.get("/models/{id}", new ModelEndpoint(whole)),
        HttpRoute.get("/models/{id}/evidence", new EvidenceEndpoint(whole)),
        HttpRoute.get("/compare", new CompareEndpoint(whole)),
        HttpRoute.get("/names/unresolved", new UnresolvedNamesEndpoint(views)),
        HttpRoute.get("/changes", new ChangesEndpoint(changes)),
        HttpRoute.get("/costs", new CostsEndpoint(costs, dayLimit, clock)),
        HttpRoute.get("/costs/savings", PeriodEndpoint.savings(costs, clock)),
        HttpRoute.get("/costs/cascade", PeriodEndpoint.cascade(costs, clock)),
        HttpRoute.get("/costs/digest", new DigestEndpoint(costs, clock)),
        HttpRoute.get("/status", new StatusEndpoint(views, clock)),
        HttpRoute.post("/refresh", new RefreshEndpoint(refreshes)),
        HttpRoute.get("/spawns", lookups::newest).andPost(commands.submission()),
        HttpRoute.lookUp("/spawns/{spawnId}", lookups::one).andDelete(commands::cancel),
        HttpRoute.stream("/spawns/{spawnId}/events", new SpawnEventStream(spawns)),
        HttpRoute.post("/spawns/{spawnId}/outcome", commands.rating()),
        HttpRoute.post("/spawn-log", spawnLog.spawned()),
        HttpRoute.post("/spawn-log/outcome", spawnLog.rated()),
        HttpRoute.get("/openapi.json", ApiDocuments.openApi()),
        HttpRoute.get("/asyncapi.json", ApiDocuments.asyncApi()),
        HttpRoute.get("/reference", reference::page),
        HttpRoute.get("/reference/{file}", reference::file),
        HttpRoute.get("/health/live", health::live),
        HttpRoute.get("/health/ready", health::ready),
        HttpRoute.get("/metrics", metrics::scrape));
  }
}
