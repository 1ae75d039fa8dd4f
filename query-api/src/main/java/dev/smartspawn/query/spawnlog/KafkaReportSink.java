package dev.smartspawn.query.spawnlog;

import dev.smartspawn.query.topic.TopicWriter;
import dev.smartspawn.schema.spawn.SpawnReport;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.schema.trace.RequestId;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/** Puts each report on its topic. */
public final class KafkaReportSink implements ReportSink {

  private final TopicWriter writer;
  private final Clock clock;

  public KafkaReportSink(TopicWriter writer, Clock clock) {
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public SpawnReport record(Function<Instant, ? extends SpawnReport> report, RequestId requestId) {
    SpawnReport taken = report.apply(clock.instant());
    writer.write(Topics.SPAWN_LOG, taken.model(), taken, requestId);
    return taken;
  }
}
