package dev.smartspawn.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.query.body.SpawnReportBody;
import dev.smartspawn.query.spawnlog.ReportDesk;
import dev.smartspawn.schema.spawn.SpawnReport;
import dev.smartspawn.schema.spawn.SpawnReportReading;
import io.undertow.util.StatusCodes;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reports of agents that run spawns themselves. */
final class SpawnLogCommands {

  private static final JsonBody SPAWNED =
      new JsonBody("spawn report", "{\"model\":\"maker/model\",\"category\":\"coding\"}");
  private static final JsonBody RATED =
      new JsonBody(
          "outcome report", "{\"model\":\"maker/model\",\"category\":\"coding\",\"rating\":4}");

  private final ReportDesk desk;

  SpawnLogCommands(ReportDesk desk) {
    this.desk = desk;
  }

  /** {@code POST /spawn-log}. */
  Answer spawned(Order order) {
    JsonNode json = SPAWNED.object(order.body());
    return taken(order, at -> valid(() -> SpawnReportReading.spawned(json, at)));
  }

  /** {@code POST /spawn-log/outcome}. */
  Answer rated(Order order) {
    JsonNode json = RATED.object(order.body());
    return taken(order, at -> valid(() -> SpawnReportReading.rated(json, at)));
  }

  private Answer taken(Order order, Function<Instant, ? extends SpawnReport> report) {
    return Answer.accepted(new SpawnReportBody(desk.take(report, order.requestId())));
  }

  private static <T> T valid(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new Refusal(StatusCodes.BAD_REQUEST, "invalid_report", String.valueOf(e.getMessage()));
    }
  }
}
