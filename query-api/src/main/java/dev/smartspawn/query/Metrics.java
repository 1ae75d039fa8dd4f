package dev.smartspawn.query;

import dev.smartspawn.query.topic.TopicWriter;
import dev.smartspawn.query.view.kafka.KafkaModelView;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;

/**
 * Metrics besides those of requests and spawns: the JVM, Kafka's clients and Streams, the number of
 * models served and their freshness.
 */
final class Metrics implements AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
  private final KafkaStreamsMetrics streams;
  private final KafkaClientMetrics producer;

  private Metrics(KafkaModelView view, TopicWriter writer) {
    this.streams = new KafkaStreamsMetrics(view.streams());
    this.producer = writer.clientMetrics();
  }

  static Metrics of(KafkaModelView view, TopicWriter writer, Clock clock) {
    Metrics metrics = new Metrics(view, writer);
    metrics.bind(view, clock);
    return metrics;
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }

  @Override
  public void close() {
    producer.close();
    streams.close();
    garbageCollection.close();
    registry.close();
  }

  private void bind(KafkaModelView view, Clock clock) {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    garbageCollection.bindTo(registry);
    streams.bindTo(registry);
    producer.bindTo(registry);
    Gauge.builder("smart.spawn.models", view, each -> each.get().catalogue().size())
        .description("Models served")
        .register(registry);
    new SourceMetrics(view, clock).bindTo(registry);
  }
}
