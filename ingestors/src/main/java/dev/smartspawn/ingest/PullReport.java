package dev.smartspawn.ingest;

import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.refresh.SourceStatus.Origin;
import dev.smartspawn.schema.refresh.SourceStatus.Outcome;
import dev.smartspawn.schema.refresh.SourceStatus.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What source-status says of one pull.
 *
 * @param agenda says when the next one may and will be
 * @param order the pull
 * @param endedAt when its outcome was known
 */
record PullReport(Agenda agenda, PullOrder order, Instant endedAt) {

  /**
   * A shorter {@code Retry-After} has been met by the pauses between a pull's tries; a longer one
   * binds the next pull.
   */
  private static final Duration LONG_WISH = Duration.ofSeconds(30);

  /** Before the source is asked: nothing moves but what keeps it from being asked again at once. */
  static SourceStatus begun(Agenda agenda, PullOrder order) {
    Instant begunAt = order.begunAt();
    return new StatusDraft(order.last())
        .asked(begunAt, agenda.notBefore(begunAt))
        .nextPull(agenda.afterSuccess(begunAt))
        .done();
  }

  /**
   * @param rawEndOffset where the topic's records of this pull end
   */
  SourceStatus delivered(Delivery.Everything<?> delivery, Tally tally, long rawEndOffset) {
    int count = delivery.values().size();
    return ended(delivery)
        .outcome(Outcome.OK, null)
        .standing(order, count, count == 0 ? null : Origin.LIVE)
        .rawEndOffset(rawEndOffset)
        .nextPull(agenda.afterSuccess(order.begunAt()))
        .tally(tally)
        .validators(delivery.validators())
        .done();
  }

  SourceStatus unchanged(Delivery.Unchanged<?> delivery) {
    int count = order.last().count();
    return ended(delivery)
        .outcome(Outcome.OK, null)
        .standing(order, count, Origin.LIVE)
        .nextPull(agenda.afterSuccess(order.begunAt()))
        .tally(new Tally(0, 0, 0, count, 0))
        .done();
  }

  /** Since the source was not asked, it may be as soon as there is a key. */
  SourceStatus disabled(Delivery.Disabled<?> delivery) {
    return ended(delivery)
        .outcome(Outcome.DISABLED, delivery.reason())
        .asked(order.last().attemptedAt(), order.last().notBefore())
        .nextPull(agenda.afterSuccess(order.begunAt()))
        .done();
  }

  SourceStatus failed(Delivery.Failed<?> delivery) {
    Outcome outcome = order.held() > 0 ? Outcome.STALE : Outcome.ERROR;
    return failure(delivery, delivery.reason(), outcome).done();
  }

  /**
   * @param rawEndOffset where the topic's records of the snapshot end
   */
  SourceStatus stoodIn(
      Delivery.Failed<?> delivery,
      Delivery.StandIn<?> standIn,
      TableDiff<?> diff,
      long rawEndOffset) {
    StatusDraft draft = failure(delivery, reason(delivery, standIn), Outcome.STALE);
    if (!diff.isEmpty()) {
      draft
          .standing(order, standIn.values().size(), Origin.SNAPSHOT)
          .rawEndOffset(rawEndOffset)
          .tally(diff.tally());
    }
    return draft.done();
  }

  private static String reason(Delivery.Failed<?> delivery, Delivery.StandIn<?> standIn) {
    return "%s; the snapshot of %s is served".formatted(delivery.reason(), standIn.asOf());
  }

  private StatusDraft failure(Delivery.Failed<?> delivery, String reason, Outcome outcome) {
    Instant next = agenda.afterFailure(endedAt, delivery.retryAfter());
    Instant notBefore = agenda.notBefore(order.begunAt());
    Optional<Instant> wished =
        delivery.retryAfter().filter(wish -> wish.compareTo(LONG_WISH) > 0).map(endedAt::plus);
    if (wished.isPresent() && next != null && notBefore != null) {
      Instant granted = earlier(wished.get(), next);
      notBefore = granted.isAfter(notBefore) ? granted : notBefore;
    }
    return ended(delivery)
        .outcome(outcome, reason)
        .asked(order.begunAt(), notBefore)
        .nextPull(next)
        .tally(Tally.NONE);
  }

  private StatusDraft ended(Delivery<?> delivery) {
    long millis = Duration.between(order.begunAt(), endedAt).toMillis();
    return new StatusDraft(order.last())
        .asked(order.begunAt(), agenda.notBefore(order.begunAt()))
        .finishedAt(endedAt)
        .tally(Tally.NONE)
        .effort(millis, delivery.requests());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
