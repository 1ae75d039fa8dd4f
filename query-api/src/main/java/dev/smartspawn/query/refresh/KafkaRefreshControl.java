package dev.smartspawn.query.refresh;

import dev.smartspawn.query.topic.TopicWriter;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.schema.trace.RequestId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes refresh commands to their topic, unless no requested source may be pulled now. */
public final class KafkaRefreshControl implements RefreshControl {

  private static final Logger log = LoggerFactory.getLogger(KafkaRefreshControl.class);

  private static final String REQUESTED_BY = "query-api";

  private final Supplier<ModelView> views;
  private final Clock clock;
  private final Duration pullTimeout;
  private final TopicWriter writer;

  /**
   * @param pullTimeout a pull that takes longer is presumed dead
   */
  public KafkaRefreshControl(
      Supplier<ModelView> views, Clock clock, Duration pullTimeout, TopicWriter writer) {
    this.views = views;
    this.clock = clock;
    this.pullTimeout = pullTimeout;
    this.writer = writer;
  }

  @Override
  public RefreshDecision request(RefreshCommand command, RequestId requestId) {
    RefreshDecision decision =
        RefreshDecision.of(command, views.get().freshness(), clock.instant(), pullTimeout);
    if (decision.needsCommand()) {
      write(new RefreshCommand(command.sources(), requestedBy(command)), requestId);
    }
    return decision;
  }

  private void write(RefreshCommand command, RequestId requestId) {
    String id = UUID.randomUUID().toString();
    writer.write(Topics.REFRESH_COMMANDS, id, command, requestId);
    log.info("refresh {} requested: {}", id, command.sources() == null ? "all" : command.sources());
  }

  private static String requestedBy(RefreshCommand command) {
    return command.requestedBy() == null ? REQUESTED_BY : command.requestedBy();
  }
}
