package dev.smartspawn.query;

import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.source.Source;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** For each source: the records served, their age, and how many of its names have a model. */
final class SourceMetrics implements MeterBinder {

  private final Supplier<ModelView> views;
  private final Clock clock;

  SourceMetrics(Supplier<ModelView> views, Clock clock) {
    this.views = views;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Source source : Source.PULLED) {
      gauge("smart.spawn.source.records", source, view -> records(view, source))
          .description("Records of the source that are served")
          .register(registry);
      gauge("smart.spawn.source.age", source, view -> ageSeconds(view, source))
          .description("Since the pull began whose records are served; not a number before one")
          .baseUnit("seconds")
          .register(registry);
      gauge("smart.spawn.source.names", source, view -> view.names().count(source))
          .description("Names of the source, by whether a model was found for them")
          .tag("resolution", "unresolved")
          .register(registry);
      gauge("smart.spawn.source.names", source, view -> view.catalogue().named(source))
          .description("Names of the source, by whether a model was found for them")
          .tag("resolution", "resolved")
          .register(registry);
    }
  }

  private Gauge.Builder<Supplier<ModelView>> gauge(
      String name, Source source, ToDoubleFunction<ModelView> value) {
    return Gauge.builder(name, views, each -> value.applyAsDouble(each.get()))
        .tag("source", source.id());
  }

  private static double records(ModelView view, Source source) {
    return view.freshness().status(source).count();
  }

  private double ageSeconds(ModelView view, Source source) {
    Instant pulled = view.freshness().status(source).lastPull();
    return pulled == null ? Double.NaN : Duration.between(pulled, clock.instant()).toMillis() / 1e3;
  }
}
