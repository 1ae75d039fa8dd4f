package dev.smartspawn.query.topic;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/** What Kafka's client measures of a topic reader, whose consumer is replaced after a failure. */
public final class ReaderMetrics implements MeterBinder, AutoCloseable {

  private @Nullable MeterRegistry registry;
  private @Nullable KafkaClientMetrics newest;

  /** Measures this consumer from now on, in place of the one before. */
  public synchronized Consumer<byte[], byte[]> measured(Consumer<byte[], byte[]> consumer) {
    close();
    newest = new KafkaClientMetrics(consumer);
    if (registry != null) {
      newest.bindTo(registry);
    }
    return consumer;
  }

  @Override
  public synchronized void bindTo(MeterRegistry toRegistry) {
    registry = toRegistry;
    if (newest != null) {
      newest.bindTo(toRegistry);
    }
  }

  @Override
  public synchronized void close() {
    if (newest != null) {
      newest.close();
      newest = null;
    }
  }
}
