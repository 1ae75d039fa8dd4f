package dev.smartspawn.schema.lifecycle;

/** Whether a service can do its work, and if not, why. */
public sealed interface Readiness {

  record Ready() implements Readiness {}

  /** The service is starting: it reads its state back or waits for a partition. */
  record Restoring(String what) implements Readiness {}

  /** The service has stopped and will not recover by itself. */
  record Failed(String reason) implements Readiness {}

  Readiness READY = new Ready();
}
