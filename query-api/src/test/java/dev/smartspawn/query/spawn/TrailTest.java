package dev.smartspawn.query.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

class TrailTest {

  @Property
  void itKeepsEveryOffset(
      @ForAll @Size(max = 20) @UniqueElements List<@LongRange(min = 0) Long> some) {
    List<Long> offsets = some.stream().sorted().toList();
    Trail trail = Trail.NONE;
    for (long offset : offsets) {
      trail = trail.with(3, offset);
    }

    assertThat(trail.offsetsAfter(-1).boxed()).isEqualTo(offsets);
    assertThat(trail.last()).isEqualTo(offsets.isEmpty() ? -1 : offsets.get(offsets.size() - 1));
    assertThat(trail.isEmpty()).isEqualTo(offsets.isEmpty());
  }
}
