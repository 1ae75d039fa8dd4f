package dev.smartspawn.worker.call;

import dev.smartspawn.worker.provider.ModelRoute;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One circuit breaker per provider and maker. */
public final class CircuitBreakers {

  private final Clock clock;
  private final Map<String, CircuitBreaker> circuits = new ConcurrentHashMap<>();

  public CircuitBreakers(Clock clock) {
    this.clock = clock;
  }

  public CircuitBreaker of(ModelRoute route) {
    return circuits.computeIfAbsent(route.circuit(), name -> new CircuitBreaker(clock));
  }
}
