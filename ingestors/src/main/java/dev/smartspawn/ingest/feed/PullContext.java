package dev.smartspawn.ingest.feed;

import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.Set;

/**
 * The state that a pull starts from.
 *
 * @param last the status after the previous pulls
 * @param keys the keys of the records in the topic
 */
public record PullContext(Source source, Instant begunAt, SourceStatus last, Set<String> keys) {

  public PullContext {
    keys = Set.copyOf(keys);
  }

  /** The number of records in the topic. */
  public int held() {
    return keys.size();
  }

  /**
   * {@code openrouter@2026-07-22T10:00:00.123Z}: unique, because only one instance at a time pulls
   * a source.
   */
  public String pullId() {
    return source.id() + "@" + begunAt;
  }

  /** Whether the held records came from the source itself. */
  public boolean hasLiveRecords() {
    return last.origin() == Origin.LIVE && !keys.isEmpty();
  }

  /** Whether the snapshot may be used: the topic holds nothing, or only the snapshot. */
  public boolean wasNeverPulled() {
    return keys.isEmpty() ? last.origin() != Origin.LIVE : last.origin() == Origin.SNAPSHOT;
  }
}
