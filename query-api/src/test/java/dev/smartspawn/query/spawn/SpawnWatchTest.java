package dev.smartspawn.query.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpawnWatchTest {

  private final List<Long> given = new ArrayList<>();

  /** However much of the log was read before, and whatever came meanwhile. */
  @Property
  void everyEventIsGivenOnceAndInOrder(
      @ForAll @IntRange(max = 10) int inLog,
      @ForAll @IntRange(max = 10) int liveBefore,
      @ForAll @IntRange(min = -1, max = 10) int after) {
    List<Long> seen = new ArrayList<>();
    SpawnWatch watch = new SpawnWatch(after, event -> seen.add(event.offset()));
    for (long offset = inLog - Math.min(inLog, 3); offset < inLog + liveBefore; offset++) {
      watch.live(event(offset));
    }
    List<RecordedEvent> log = new ArrayList<>();
    for (long offset = 0; offset < inLog; offset++) {
      log.add(event(offset));
    }
    watch.past(log);
    watch.live(event(inLog + liveBefore));

    List<Long> wanted = new ArrayList<>();
    for (long offset = after + 1L; offset <= inLog + liveBefore; offset++) {
      wanted.add(offset);
    }
    assertThat(seen).isEqualTo(wanted);
  }

  @Test
  void newEventsWaitUntilTheLogIsRead() {
    SpawnWatch watch = new SpawnWatch(-1, event -> given.add(event.offset()));
    watch.live(event(3));
    assertThat(given).isEmpty();
  }

  private static RecordedEvent event(long offset) {
    return new RecordedEvent(
        offset,
        new SpawnEvent(
            new SpawnId("job"), Instant.EPOCH, null, new SpawnStep.CancelRequested("a test")));
  }
}
