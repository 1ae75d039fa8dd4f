package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.spawn.SpawnStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gives a watcher a spawn's events, each once and in order: first those already in the log, then
 * new ones. New ones may arrive while the log is still being read.
 */
final class SpawnWatch {

  private final Consumer<RecordedEvent> watcher;
  private final List<RecordedEvent> early = new ArrayList<>();
  private long last;
  private boolean caughtUp;
  private boolean over;

  /**
   * @param after offset of the last event the watcher already has
   */
  SpawnWatch(long after, Consumer<RecordedEvent> watcher) {
    this.last = after;
    this.watcher = watcher;
  }

  /** A new event. */
  synchronized void live(RecordedEvent event) {
    if (caughtUp) {
      give(event);
    } else {
      early.add(event);
    }
  }

  /** At least the events that were in the log when the watch began. */
  synchronized void past(List<RecordedEvent> events) {
    events.forEach(this::give);
    early.forEach(this::give);
    early.clear();
    caughtUp = true;
  }

  private void give(RecordedEvent event) {
    if (event.offset() > last && !over) {
      last = event.offset();
      over = event.event().step() instanceof SpawnStep.Finished;
      watcher.accept(event);
    }
  }
}
