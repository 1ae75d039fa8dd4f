package dev.smartspawn.schema.lifecycle;

/** A started service. */
public interface RunningService extends AutoCloseable {

  String name();

  Readiness readiness();

  /**
   * Stops cleanly: finishes or abandons running work, leaves its groups and frees its ports.
   * Idempotent.
   */
  @Override
  void close();
}
