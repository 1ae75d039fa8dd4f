package dev.smartspawn.schema.lifecycle;

/** Whether a service can do its work, and if not, why. */
public sealed interface Readiness {

  record Ready() implements Readiness {}

  /** It is on its way: reading its state back, waiting for a partition. */
  record Restoring(String what) implements Readiness {}

  /** It has stopped and will not come back by itself. */
  record Failed(String reason) implements Readiness {}

  Readiness READY = new Ready();
}
