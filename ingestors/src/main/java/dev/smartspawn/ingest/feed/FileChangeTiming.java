package dev.smartspawn.ingest.feed;

import dev.smartspawn.ingest.reference.FileWatch;
import dev.smartspawn.ingest.schedule.PullTiming;
import dev.smartspawn.schema.refresh.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a file when it has changed and at every refresh command. */
record FileChangeTiming(FileWatch watch) implements PullTiming {

  @Override
  public boolean isDue(SourceStatus status, Instant now) {
    return watch.isChanged(now);
  }

  @Override
  public Optional<Instant> closedUntil(SourceStatus status, Instant now) {
    return Optional.empty();
  }

  @Override
  public @Nullable Instant notBefore(Instant begunAt) {
    return null;
  }

  @Override
  public @Nullable Instant afterSuccess(Instant begunAt) {
    return null;
  }

  @Override
  public @Nullable Instant afterFailure(Instant endedAt, Optional<Duration> retryAfter) {
    return null;
  }
}
