package dev.smartspawn.query.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

class EventOffsetsTest {

  @Property
  void itKeepsEveryOffset(
      @ForAll @Size(max = 20) @UniqueElements List<@LongRange(min = 0) Long> some) {
    List<Long> offsets = some.stream().sorted().toList();
    EventOffsets stored = EventOffsets.NONE;
    for (long offset : offsets) {
      stored = stored.with(3, offset);
    }

    assertThat(stored.offsetsAfter(-1).boxed()).isEqualTo(offsets);
    assertThat(stored.last()).isEqualTo(offsets.isEmpty() ? -1 : offsets.get(offsets.size() - 1));
    assertThat(stored.isEmpty()).isEqualTo(offsets.isEmpty());
  }
}
