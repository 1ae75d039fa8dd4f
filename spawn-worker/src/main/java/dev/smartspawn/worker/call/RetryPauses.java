package dev.smartspawn.worker.call;

import dev.smartspawn.schema.privacy.PrivacyRule;
import dev.smartspawn.schema.question.Capability;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.provider.ModelRoute;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits before a model of one part is called once more. It does not wait where that would take more
 * than half of the time that is left: then another model is the better choice.
 */
final class RetryPauses {

  private static final Duration JITTER = Duration.ofMillis(250);
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);

  /** So that the pause is over for certain. */
  private static final Duration BEHIND_PAUSE = Duration.ofMillis(50);

  private final Attempt attempt;
  private final CallResources resources;
  private final PrivacyRule rule;
  private final String part;
  private final Set<Capability> content;
  private final Instant until;

  /**
   * @param part its name in the log
   * @param content what the part sends besides text
   * @param until by when the part must be done
   */
  RetryPauses(
      Attempt attempt,
      CallResources resources,
      PrivacyRule rule,
      String part,
      Set<Capability> content,
      Instant until) {
    this.content = content;
    this.attempt = attempt;
    this.resources = resources;
    this.rule = rule;
    this.part = part;
    this.until = until;
  }

  /**
   * Waits as long as the provider asks for, or twice as long each time; never all at one moment.
   *
   * @param retries that the model has had
   * @return false where too little time is left
   */
  boolean beforeRetry(PlannedModel planned, CallOutcome outcome, long retries) {
    Duration wait = outcome.retryAfter().orElse(FIRST_BACKOFF.multipliedBy(1L << retries));
    return pause(
        planned,
        wait.plusMillis(ThreadLocalRandom.current().nextLong(JITTER.toMillis())),
        outcome.reason());
  }

  /**
   * Waits until the provider of a model is asked again.
   *
   * @return false where too little time is left, or no provider may be asked
   */
  boolean untilProviderIsAsked(PlannedModel planned) {
    Optional<ModelRoute> allowed = resources.routes().of(planned.model(), rule, content);
    if (allowed.isEmpty()) {
      return false;
    }
    ModelRoute route = allowed.get();
    Duration circuit = resources.circuitBreakers().of(route).untilHalfOpen();
    Duration account = resources.emptyAccounts().untilAsked(route.provider());
    Duration wait = circuit.compareTo(account) > 0 ? circuit : account;
    return pause(
        planned,
        wait.plus(BEHIND_PAUSE),
        account.isZero()
            ? ReservedCalls.PAUSED
            : "the account at its provider is empty; it is asked again later");
  }

  private boolean pause(PlannedModel planned, Duration wait, String reason) {
    Duration left = Duration.between(attempt.now(), until);
    if (wait.compareTo(left.dividedBy(2)) > 0) {
      return false;
    }
    attempt.record(
        new SpawnStep.RetryScheduled(part, planned.model(), attempt.now().plus(wait), reason));
    attempt.pause(wait);
    return true;
  }
}
