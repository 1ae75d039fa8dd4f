package dev.smartspawn.query.spawnlog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.query.http.request.JsonBody;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Command;
import dev.smartspawn.query.http.route.JsonCommand;
import dev.smartspawn.schema.spawn.SpawnReport;
import dev.smartspawn.schema.spawn.SpawnReportReading;
import io.undertow.util.StatusCodes;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Takes reports of agents that run spawns themselves. */
public final class SpawnLogCommands {

  private static final JsonBody SPAWNED =
      new JsonBody("a spawn report", "{\"model\":\"maker/model\",\"category\":\"coding\"}");
  private static final JsonBody RATED =
      new JsonBody(
          "an outcome report", "{\"model\":\"maker/model\",\"category\":\"coding\",\"rating\":4}");

  private final ReportSink sink;

  public SpawnLogCommands(ReportSink sink) {
    this.sink = sink;
  }

  /** {@code POST /spawn-log}. */
  public Command spawned() {
    return command(SPAWNED, SpawnReportReading::spawned);
  }

  /** {@code POST /spawn-log/outcome}. */
  public Command rated() {
    return command(RATED, SpawnReportReading::rated);
  }

  private Command command(
      JsonBody form, BiFunction<JsonNode, Instant, ? extends SpawnReport> reading) {
    return JsonCommand.of(
        form,
        request -> {
          JsonNode json = form.object(request.body());
          return Response.accepted(
              new SpawnReportBody(
                  sink.record(at -> valid(() -> reading.apply(json, at)), request.id())));
        });
  }

  private static <T> T valid(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new Refusal(StatusCodes.BAD_REQUEST, "invalid_report", String.valueOf(e.getMessage()));
    }
  }
}
