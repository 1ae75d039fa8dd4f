package dev.smartspawn.worker.call;

import dev.smartspawn.worker.provider.ModelRoute;
import dev.smartspawn.worker.provider.Provider;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One circuit breaker per provider and maker. A provider whose entry has changed is another one.
 */
public final class CircuitBreakers {

  private final Clock clock;

  private record Circuit(Provider provider, String name) {}

  private final Map<Circuit, CircuitBreaker> circuits = new ConcurrentHashMap<>();

  public CircuitBreakers(Clock clock) {
    this.clock = clock;
  }

  public CircuitBreaker of(ModelRoute route) {
    return circuits.computeIfAbsent(
        new Circuit(route.provider(), route.circuit()), circuit -> new CircuitBreaker(clock));
  }
}
