package dev.smartspawn.enrich.intake;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.store.CachedStore;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.source.Source;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far each source's last pull has come in. A pull's records and its status are committed
 * together, but stand in two topics, so either may be read first.
 */
public final class PullProgress {

  private final CachedStore<String, Long> positions;
  private final CachedStore<String, TopicValue<SourceStatus>> statuses;

  /**
   * @param positions source to one past the last offset read of its topic
   */
  PullProgress(
      CachedStore<String, Long> positions, CachedStore<String, TopicValue<SourceStatus>> statuses) {
    this.positions = positions;
    this.statuses = statuses;
  }

  void readUpTo(Source source, long position) {
    positions.put(source.id(), position);
  }

  /** No source's pull is half in. */
  public boolean isAtPullBoundary() {
    return Source.ALL.stream().allMatch(source -> lead(source) == 0);
  }

  /** Records that a status has announced are still to come. */
  public boolean awaitsRecords() {
    return Source.ALL.stream().anyMatch(source -> lead(source) < 0);
  }

  /**
   * The newest pull of each source that is wholly in.
   *
   * @param before what was so before; holds on for a source whose newest pull is still coming in
   */
  public Map<Source, String> applied(Map<Source, String> before) {
    Map<Source, String> applied = new TreeMap<>();
    applied.putAll(before);
    for (Source source : Source.ALL) {
      @Nullable SourceStatus status = status(source);
      if (status != null && status.pullId() != null && lead(source) >= 0) {
        applied.put(source, status.pullId());
      }
    }
    return applied;
  }

  /**
   * How many offsets reading is ahead of the last pull whose outcome is known: negative while its
   * records are still to come, positive while the outcome of the records read last is.
   */
  private long lead(Source source) {
    @Nullable Long position = positions.get(source.id());
    @Nullable SourceStatus status = status(source);
    return (position == null ? 0 : position) - (status == null ? 0 : status.rawEndOffset());
  }

  private @Nullable SourceStatus status(Source source) {
    @Nullable TopicValue<SourceStatus> held = statuses.get(source.id());
    return held == null ? null : held.value();
  }
}
