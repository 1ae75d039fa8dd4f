package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.spawn.SpawnStatus;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Measures spawns: how many wait and for how long, and of each that ends what it cost and how long
 * it took. Only ends that are seen as they come are counted: those of earlier have been.
 */
final class SpawnMeter {

  private static final String NO_MODE = "none";

  private final MeterRegistry registry;

  SpawnMeter(MeterRegistry registry, SpawnTable table, Clock clock) {
    this.registry = registry;
    for (SpawnStatus status : List.of(SpawnStatus.QUEUED, SpawnStatus.RUNNING)) {
      Gauge.builder("smart.spawn.spawns", table, each -> each.newest(status, 0).filtered())
          .description("Spawns that have not ended")
          .tag("status", status.id())
          .register(registry);
    }
    Gauge.builder("smart.spawn.queue.lag", table, each -> lagSeconds(each, clock.instant()))
        .description("For how long the spawn that waits longest has waited")
        .baseUnit("seconds")
        .register(registry);
  }

  void ended(KnownSpawn spawn, KnownSpawn.Ending ending) {
    String mode = spawn.request() == null ? NO_MODE : spawn.request().options().mode().id();
    Timer.builder("smart.spawn.spawn.duration")
        .description("From the request to the end")
        .tag("mode", mode)
        .tag("status", ending.status().id())
        .register(registry)
        .record(Duration.between(spawn.since(), ending.at()));
    DistributionSummary.builder("smart.spawn.spawn.cost")
        .description("What a spawn cost")
        .baseUnit("usd")
        .tag("mode", mode)
        .tag("status", ending.status().id())
        .register(registry)
        .record(spawn.account().cost().toDollars().doubleValue());
  }

  private static double lagSeconds(SpawnTable table, Instant now) {
    return table
        .oldest(SpawnStatus.QUEUED)
        .map(spawn -> Duration.between(spawn.since(), now).toMillis() / 1e3)
        .orElse(0.0);
  }
}
