package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.spawn.SpawnStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gives a watcher a spawn's events, each once and in order, first those that stand in the log and
 * then those that come. Either may be under way when the other begins.
 */
final class SpawnWatch {

  private final Consumer<RecordedEvent> watcher;
  private final List<RecordedEvent> early = new ArrayList<>();
  private long last;
  private boolean caughtUp;
  private boolean over;

  /**
   * @param after offset of the last event the watcher has already
   */
  SpawnWatch(long after, Consumer<RecordedEvent> watcher) {
    this.last = after;
    this.watcher = watcher;
  }

  /** As it comes. */
  synchronized void live(RecordedEvent event) {
    if (caughtUp) {
      give(event);
    } else {
      early.add(event);
    }
  }

  /** All that stood in the log when the watch began, or more. */
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
