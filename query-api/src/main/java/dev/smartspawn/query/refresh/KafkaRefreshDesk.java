package dev.smartspawn.query.refresh;

import dev.smartspawn.query.body.RefreshBody;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.Topics;
import dev.smartspawn.schema.refresh.RefreshCommand;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts refresh commands on their topic, unless no asked source may be asked now anyway. */
public final class KafkaRefreshDesk implements RefreshDesk, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(KafkaRefreshDesk.class);

  private static final String REQUESTED_BY = "query-api";
  private static final int ACK_TIMEOUT_MILLIS = 5_000;
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final Supplier<ModelView> views;
  private final Clock clock;
  private final Duration pullTimeout;
  private final Producer<String, RefreshCommand> producer;

  KafkaRefreshDesk(
      Supplier<ModelView> views,
      Clock clock,
      Duration pullTimeout,
      Producer<String, RefreshCommand> producer) {
    this.views = views;
    this.clock = clock;
    this.pullTimeout = pullTimeout;
    this.producer = producer;
  }

  /**
   * @param pullTimeout a pull that has been under way for longer than this is taken for dead
   */
  public static KafkaRefreshDesk open(
      String bootstrapServers, Supplier<ModelView> views, Clock clock, Duration pullTimeout) {
    return new KafkaRefreshDesk(views, clock, pullTimeout, producer(bootstrapServers));
  }

  @Override
  public RefreshBody ask(RefreshCommand command) {
    RefreshDecision decision =
        RefreshDecision.of(command, views.get().freshness(), clock.instant(), pullTimeout);
    if (decision.needsCommand()) {
      handOver(new RefreshCommand(command.sources(), requestedBy(command)));
    }
    return decision.body();
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
  }

  private void handOver(RefreshCommand command) {
    String id = UUID.randomUUID().toString();
    try {
      producer
          .send(new ProducerRecord<>(Topics.REFRESH_COMMANDS.name(), id, command))
          .get(ACK_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
      log.info(
          "refresh {} asked for: {}", id, command.sources() == null ? "all" : command.sources());
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new RefreshUnavailableException(
          "Kafka did not take the refresh command within %d ms".formatted(ACK_TIMEOUT_MILLIS), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefreshUnavailableException("interrupted while handing over the command", e);
    }
  }

  private static String requestedBy(RefreshCommand command) {
    return command.requestedBy() == null ? REQUESTED_BY : command.requestedBy();
  }

  private static Producer<String, RefreshCommand> producer(String bootstrapServers) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.LINGER_MS_CONFIG, 0,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, ACK_TIMEOUT_MILLIS,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ACK_TIMEOUT_MILLIS,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ACK_TIMEOUT_MILLIS),
        Topics.REFRESH_COMMANDS.keySerde().serializer(),
        Topics.REFRESH_COMMANDS.valueSerde().serializer());
  }
}
