package dev.smartspawn.enrich.name.resolve;

import dev.smartspawn.enrich.name.NamedRecord;
import dev.smartspawn.enrich.name.facet.NameReading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how names were read. A reading depends on the name alone, so it outlives a catalogue. It
 * saves time and changes no answer. Used by one thread.
 */
public final class ReadNames {

  private Map<NamedRecord, List<NameReading>> read = new HashMap<>();
  private Map<NamedRecord, List<NameReading>> before = Map.of();

  /** See {@link NameReading#readings}. */
  List<NameReading> of(NamedRecord record) {
    @Nullable List<NameReading> known = read.get(record);
    if (known == null) {
      @Nullable List<NameReading> earlier = before.get(record);
      known = earlier == null ? NameReading.readings(record) : earlier;
      read.put(record, known);
    }
    return known;
  }

  /** Begins a new round: forgets what was not asked for since the last one began. */
  public void beginRound() {
    before = read;
    read = new HashMap<>();
  }
}
