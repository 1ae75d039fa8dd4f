package dev.smartspawn.query.spawnlog;

import dev.smartspawn.schema.spawn.SpawnReport;
import dev.smartspawn.schema.trace.RequestId;
import java.time.Instant;
import java.util.function.Function;

/** Takes agents' reports. */
@FunctionalInterface
public interface ReportSink {

  /**
   * Returns the report once it is safe in its topic.
   *
   * @param report made with the time it came
   * @param requestId goes with the record
   * @throws dev.smartspawn.query.topic.TopicUnavailableException when it could not be handed over
   */
  SpawnReport record(Function<Instant, ? extends SpawnReport> report, RequestId requestId);
}
