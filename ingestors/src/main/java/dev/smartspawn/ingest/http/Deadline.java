package dev.smartspawn.ingest.http;

import java.time.Duration;

/** A point in time that is independent of the wall clock. */
record Deadline(long atNanos) {

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Zero once it has passed. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, atNanos - System.nanoTime()));
  }
}
