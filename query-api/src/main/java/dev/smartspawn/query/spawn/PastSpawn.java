package dev.smartspawn.query.spawn;

import dev.smartspawn.schema.spawn.RecordPosition;
import dev.smartspawn.schema.spawn.SpawnId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The positions of an ended spawn's records, from which it can be read again. Takes about 270 bytes
 * of memory with its id; a whole spawn takes 2 KB.
 *
 * @param request in spawn-requests
 * @param offsets of its events up to its end
 * @param rating in spawn-outcomes
 */
record PastSpawn(
    long sinceMillis,
    @Nullable RecordPosition request,
    EventOffsets offsets,
    @Nullable RecordPosition rating) {

  static PastSpawn of(KnownSpawn ended) {
    return new PastSpawn(
        ended.since().toEpochMilli(),
        ended.request() == null ? null : ended.request().position(),
        ended.offsets(),
        ended.rated() == null ? null : ended.rated().position());
  }

  /** The first request wins, as in {@link KnownSpawn}. */
  PastSpawn after(RequestSummary summary) {
    return request == null ? new PastSpawn(sinceMillis, summary.position(), offsets, rating) : this;
  }

  PastSpawn after(KnownSpawn.Rated rated) {
    return new PastSpawn(sinceMillis, request, offsets, rated.position());
  }

  /**
   * The spawn, as far as its records still exist.
   *
   * @param events of its offsets
   */
  KnownSpawn spawn(
      SpawnId id,
      @Nullable RequestSummary summary,
      List<RecordedEvent> events,
      KnownSpawn.@Nullable Rated rated) {
    KnownSpawn spawn = KnownSpawn.unknown(id, Instant.ofEpochMilli(sinceMillis));
    if (summary != null) {
      spawn = spawn.after(summary);
    }
    for (RecordedEvent recorded : events) {
      spawn = spawn.after(recorded.event(), offsets.partition(), recorded.offset());
    }
    return rated == null ? spawn : spawn.after(rated);
  }
}
