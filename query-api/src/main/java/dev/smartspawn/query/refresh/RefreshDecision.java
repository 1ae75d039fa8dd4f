package dev.smartspawn.query.refresh;

import dev.smartspawn.query.body.RefreshBody;
import dev.smartspawn.query.body.RefreshBody.SourceAnswer;
import dev.smartspawn.query.view.Freshness;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
import dev.smartspawn.schema.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What becomes of a refresh, judged by {@code source-status}: each asked source is pulled, or is
 * being pulled already, or must not be asked yet.
 *
 * @param verdicts one per asked source, in {@link Source}'s order
 */
record RefreshDecision(List<Verdict> verdicts) {

  /** Where no pull has ended yet. */
  private static final long UNKNOWN_DURATION_SECONDS = 30;

  private static final long MILLIS_PER_SECOND = 1000;

  enum Fate {
    PULLED,
    /** It joins the pull that is under way. */
    JOINED,
    REFUSED
  }

  /**
   * @param reason why not, or that it joined; empty for a pull
   */
  record Verdict(SourceStatus status, Fate fate, String reason) {

    SourceAnswer answer() {
      return new SourceAnswer(
          fate != Fate.REFUSED,
          reason.isEmpty() ? null : reason,
          fate == Fate.REFUSED ? status.notBefore() : null);
    }
  }

  /**
   * @param pullTimeout a pull under way for longer is taken for dead
   */
  static RefreshDecision of(
      RefreshCommand command, Freshness freshness, Instant now, Duration pullTimeout) {
    return new RefreshDecision(
        Source.PULLED.stream()
            .filter(command::asksFor)
            .map(freshness::status)
            .map(status -> verdict(status, now, pullTimeout))
            .toList());
  }

  /** Whether the ingestors need to be told. */
  boolean needsCommand() {
    return verdicts.stream().anyMatch(verdict -> verdict.fate() == Fate.PULLED);
  }

  RefreshBody body() {
    boolean started = verdicts.stream().anyMatch(verdict -> verdict.fate() != Fate.REFUSED);
    return new RefreshBody(
        new RefreshBody.Refresh(
            started,
            started ? estimatedSeconds() : null,
            needsCommand() ? null : reason(),
            answers()));
  }

  private Map<String, SourceAnswer> answers() {
    Map<String, SourceAnswer> answers = new LinkedHashMap<>();
    verdicts.forEach(
        verdict -> answers.put(verdict.status().source().statusField(), verdict.answer()));
    return answers;
  }

  /** Sources are pulled side by side: as long as the slowest of them took last time. */
  private long estimatedSeconds() {
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

  private String reason() {
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
          status, Fate.REFUSED, "was asked too recently, again in %d s".formatted(seconds));
    }
    return new Verdict(status, Fate.PULLED, "");
  }

  /** A puller may have died in the middle, and then nothing will ever say that it ended. */
  private static boolean isBeingPulled(SourceStatus status, Instant now, Duration pullTimeout) {
    Instant attemptedAt = status.attemptedAt();
    return status.isUnderWay()
        && attemptedAt != null
        && now.isBefore(attemptedAt.plus(pullTimeout));
  }
}
