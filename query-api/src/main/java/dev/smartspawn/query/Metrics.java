package dev.smartspawn.query;

import dev.smartspawn.query.view.KafkaModelView;
import dev.smartspawn.schema.Source;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What is measured besides requests: the JVM, Kafka Streams, and how much is served. */
final class Metrics implements AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
  private final KafkaStreamsMetrics streams;

  private Metrics(KafkaModelView view) {
    this.streams = new KafkaStreamsMetrics(view.streams());
  }

  static Metrics of(KafkaModelView view) {
    Metrics metrics = new Metrics(view);
    metrics.bind(view);
    return metrics;
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }

  @Override
  public void close() {
    streams.close();
    garbageCollection.close();
    registry.close();
  }

  private void bind(KafkaModelView view) {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    garbageCollection.bindTo(registry);
    streams.bindTo(registry);
    Gauge.builder("smart.spawn.models", view, each -> each.get().catalogue().size())
        .description("Models served")
        .register(registry);
    Source.PULLED.forEach(source -> bindRecords(view, source));
  }

  private void bindRecords(KafkaModelView view, Source source) {
    Gauge.builder(
            "smart.spawn.source.records",
            view,
            each -> each.get().freshness().status(source).count())
        .description("Records of the source that are served")
        .tag("source", source.id())
        .register(registry);
  }
}
