package dev.smartspawn.schema.lifecycle;

/** A service between its start and its end. */
public interface RunningService extends AutoCloseable {

  String name();

  Readiness readiness();

  /**
   * Stops cleanly: finishes or abandons what is under way, leaves its groups, frees its ports.
   * Idempotent.
   */
  @Override
  void close();
}
