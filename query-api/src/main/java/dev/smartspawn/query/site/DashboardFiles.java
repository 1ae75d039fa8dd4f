package dev.smartspawn.query.site;

import dev.smartspawn.query.http.route.HttpRoute;
import dev.smartspawn.query.http.route.ResourceFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The dashboard's files. Each is a route of its own, so that no path can lead to another file. */
public final class DashboardFiles {

  private static final String FOLDER = "/web/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private static final List<String> NAMES =
      List.of(
          "address.js",
          "api.js",
          "app.js",
          "attachment-zone.js",
          "attachment.js",
          "base.css",
          "category-picks.js",
          "change-groups.js",
          "changes.js",
          "columns.js",
          "commands.js",
          "comparison.js",
          "components.css",
          "components.js",
          "controls.css",
          "conversation.js",
          "cost-bands.js",
          "costs.css",
          "costs.js",
          "dom.js",
          "evidence-tip.js",
          "format.js",
          "history-chart.js",
          "history-geometry.js",
          "icon.svg",
          "idempotency.js",
          "interval.js",
          "labels.js",
          "ladder.js",
          "model-list.js",
          "model-table.js",
          "model.js",
          "models.js",
          "pick.css",
          "pick.js",
          "recommendation.js",
          "refresh-progress.js",
          "scatter-geometry.js",
          "scatter.js",
          "sources.js",
          "spawn-detail.js",
          "spawn-form.css",
          "spawn-form.js",
          "spawn-more.js",
          "spawn-request.js",
          "spawn-steps.js",
          "spawns.js",
          "tables.css",
          "theme.js",
          "value-points.js",
          "value.js",
          "variants.js",
          "views.css");

  private DashboardFiles() {}

  public static List<HttpRoute> routes() {
    return Stream.concat(
            Stream.of(route("/", "index.html"), route("/favicon.ico", "icon.svg")),
            NAMES.stream().map(name -> route(FOLDER + name, name)))
        .toList();
  }

  private static HttpRoute route(String pattern, String name) {
    String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "");
    return HttpRoute.get(pattern, ResourceFile.endpoint(FOLDER + name, type));
  }
}
