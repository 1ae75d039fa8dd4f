package dev.smartspawn.worker.call;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One circuit for each maker's models at each provider. */
public final class Circuits {

  private final Clock clock;
  private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();

  public Circuits(Clock clock) {
    this.clock = clock;
  }

  public Circuit of(Route route) {
    return circuits.computeIfAbsent(route.circuit(), name -> new Circuit(clock));
  }
}
