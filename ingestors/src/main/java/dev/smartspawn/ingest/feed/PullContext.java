package dev.smartspawn.ingest.feed;

import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;

/**
 * What a pull needs to know when it begins.
 *
 * @param last how the pulls before ended
 * @param held records that stand in the topic
 */
public record PullContext(Source source, Instant begunAt, SourceStatus last, int held) {

  /** {@code openrouter@2026-07-22T10:00:00.123Z}: unique, since one at a time pulls a source. */
  public String pullId() {
    return source.id() + "@" + begunAt;
  }

  /** Whether the source itself once said what is held. */
  public boolean hasLiveRecords() {
    return last.origin() == Origin.LIVE && held > 0;
  }

  /** Whether the snapshot may fill in: there is nothing, or nothing but the snapshot. */
  public boolean wasNeverPulled() {
    return held == 0 ? last.origin() != Origin.LIVE : last.origin() == Origin.SNAPSHOT;
  }
}
