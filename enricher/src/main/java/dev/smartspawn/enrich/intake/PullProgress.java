package dev.smartspawn.enrich.intake;

import dev.smartspawn.enrich.input.TopicValue;
import dev.smartspawn.enrich.store.CachedStore;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.source.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much of each source's last pull has been read. A pull's records and its status are committed
 * together but are in two topics, so either may be read first.
 */
public final class PullProgress {

  private final List<Source> sources;
  private final CachedStore<String, Long> positions;
  private final CachedStore<String, TopicValue<SourceStatus>> statuses;

  /**
   * @param sources whose pulls are read
   * @param positions by source, the offset after the last one read of its topic
   */
  PullProgress(
      List<Source> sources,
      CachedStore<String, Long> positions,
      CachedStore<String, TopicValue<SourceStatus>> statuses) {
    this.sources = sources;
    this.positions = positions;
    this.statuses = statuses;
  }

  void readUpTo(Source source, long position) {
    positions.put(source.id(), position);
  }

  /** Every pull that was begun has been read completely. */
  public boolean isAtPullBoundary() {
    return sources.stream().allMatch(source -> lead(source) == 0);
  }

  /** A status has been read whose records have not. */
  public boolean awaitsRecords() {
    return sources.stream().anyMatch(source -> lead(source) < 0);
  }

  /**
   * The newest pull of each source that has been read completely.
   *
   * @param before the last result, kept for a source whose newest pull is incomplete
   */
  public Map<Source, String> applied(Map<Source, String> before) {
    Map<Source, String> applied = new TreeMap<>();
    applied.putAll(before);
    for (Source source : sources) {
      @Nullable SourceStatus status = status(source);
      if (status != null && status.pullId() != null && lead(source) >= 0) {
        applied.put(source, status.pullId());
      }
    }
    return applied;
  }

  /** By source, when its last pull ended, whatever its outcome. */
  public Map<Source, Instant> ended() {
    Map<Source, Instant> ended = new TreeMap<>();
    for (Source source : sources) {
      @Nullable SourceStatus status = status(source);
      if (status != null && status.finishedAt() != null) {
        ended.put(source, status.finishedAt());
      }
    }
    return ended;
  }

  /**
   * Whether a pull has begun after {@code from} and has not ended. An older one will not end: its
   * ingestor has died.
   */
  public boolean isPullUnderWay(Instant from) {
    return sources.stream()
        .map(this::status)
        .anyMatch(status -> status != null && isUnderWay(status, from));
  }

  private static boolean isUnderWay(SourceStatus status, Instant from) {
    @Nullable Instant begun = status.attemptedAt();
    return status.isUnderWay() && begun != null && begun.isAfter(from);
  }

  /**
   * How many offsets reading is ahead of the last known pull: negative while its records are
   * missing, positive while the outcome of the last records is missing.
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
