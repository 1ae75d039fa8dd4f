package dev.smartspawn.query.refresh;

import dev.smartspawn.query.view.Freshness;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
import dev.smartspawn.schema.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a refresh does, decided by {@code source-status}: each requested source is pulled, is being
 * pulled already, or must not be asked yet.
 *
 * @param verdicts one per requested source, in {@link Source}'s order
 */
public record RefreshDecision(List<Verdict> verdicts) {

  /** If no pull has ended yet. */
  private static final long UNKNOWN_DURATION_SECONDS = 30;

  private static final long MILLIS_PER_SECOND = 1000;

  public enum Fate {
    PULLED,
    /** It joins a running pull. */
    JOINED,
    REFUSED
  }

  /**
   * @param reason why it is refused or joined; empty for a pull
   */
  public record Verdict(SourceStatus status, Fate fate, String reason) {}

  /**
   * @param pullTimeout a pull that takes longer is presumed dead
   */
  public static RefreshDecision of(
      RefreshCommand command, Freshness freshness, Instant now, Duration pullTimeout) {
    return new RefreshDecision(
        Source.PULLED.stream()
            .filter(command::asksFor)
            .map(freshness::status)
            .map(status -> verdict(status, now, pullTimeout))
            .toList());
  }

  /** Whether the ingestors need a command. */
  boolean needsCommand() {
    return verdicts.stream().anyMatch(verdict -> verdict.fate() == Fate.PULLED);
  }

  /** Whether any source is pulled now, because of this refresh or of an earlier one. */
  boolean isStarted() {
    return verdicts.stream().anyMatch(verdict -> verdict.fate() != Fate.REFUSED);
  }

  /** Sources are pulled side by side: as long as the slowest of them took last time. */
  long estimatedSeconds() {
    return verdicts.stream()
        .filter(verdict -> verdict.fate() != Fate.REFUSED)
        .mapToLong(verdict -> lastSeconds(verdict.status()))
        .max()
        .orElse(UNKNOWN_DURATION_SECONDS);
  }

  private static long lastSeconds(SourceStatus status) {
    return status.finishedAt() == null
        ? UNKNOWN_DURATION_SECONDS
        : status.durationMillis() / MILLIS_PER_SECOND + 1;
  }

  /** Why no command is needed. */
  String reason() {
    return verdicts.isEmpty()
        ? "reference files are read when they change, they need no refresh"
        : verdicts.stream()
            .map(verdict -> verdict.status().source() + " " + verdict.reason())
            .collect(Collectors.joining("; "));
  }

  private static Verdict verdict(SourceStatus status, Instant now, Duration pullTimeout) {
    if (status.outcome() == Outcome.DISABLED) {
      return new Verdict(status, Fate.REFUSED, "is disabled");
    }
    if (isBeingPulled(status, now, pullTimeout)) {
      return new Verdict(status, Fate.JOINED, "is being pulled already");
    }
    Instant notBefore = status.notBefore();
    if (notBefore != null && now.isBefore(notBefore)) {
      long seconds = Duration.between(now, notBefore).toSeconds() + 1;
      return new Verdict(
          status, Fate.REFUSED, "was pulled too recently, again in %d s".formatted(seconds));
    }
    return new Verdict(status, Fate.PULLED, "");
  }

  /** A puller that died during its pull never reports its end. */
  private static boolean isBeingPulled(SourceStatus status, Instant now, Duration pullTimeout) {
    Instant attemptedAt = status.attemptedAt();
    return status.isUnderWay()
        && attemptedAt != null
        && now.isBefore(attemptedAt.plus(pullTimeout));
  }
}
