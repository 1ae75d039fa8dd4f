package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.smartspawn.schema.money.Usd;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ownership and money of a spawn after some of its events. A pure fold: whoever reads the same log
 * comes to the same account. A claim is void unless it is for a later delivery than the holder's:
 * the broker has long taken back the others. A call counts only if its attempt held the newest
 * claim where it was begun, and is settled once; nothing counts after the end.
 *
 * @param record the record of the request that is run: the first that was accepted, or, if a claim
 *     came before that, the one it was for
 * @param attemptId the newest claim
 * @param delivery which delivery of the record the newest claim is for
 * @param attempts claims so far
 * @param open what is reserved for calls that are not settled, by call id
 * @param settled what settled calls cost
 * @param requested whether the request was accepted
 * @param calls calls that were begun
 * @param ambiguous how many of them have an unknown outcome
 */
public record SpawnAccount(
    @Nullable RecordPosition record,
    @Nullable String attemptId,
    int delivery,
    int attempts,
    Map<String, Usd> open,
    Usd settled,
    TokenUsage tokens,
    int calls,
    int ambiguous,
    boolean requested,
    boolean cancelRequested,
    boolean ended) {

  public static final SpawnAccount EMPTY =
      new SpawnAccount(
          null, null, 0, 0, Map.of(), Usd.ZERO, TokenUsage.NONE, 0, 0, false, false, false);

  public SpawnAccount {
    open = Map.copyOf(open);
  }

  /** What it costs as far as is known, open calls at what is reserved for them. */
  @JsonIgnore
  public Usd cost() {
    return settled.plus(Usd.sum(open.values()));
  }

  @JsonIgnore
  public int unknownOutcomes() {
    return ambiguous + open.size();
  }

  /**
   * Whether nothing is left to be done: it has ended, or will have once the fold sees that it was
   * called off.
   */
  @JsonIgnore
  public boolean isOver() {
    return ended || cancelRequested;
  }

  public boolean isHeldBy(String attempt) {
    return attempt.equals(attemptId);
  }

  /** Whether the spawn is, or may be, run for this record of its request. */
  public boolean isFor(RecordPosition delivered) {
    return record == null || record.equals(delivered);
  }

  public SpawnAccount after(SpawnEvent event) {
    if (ended) {
      return this;
    }
    SpawnStep step = event.step();
    if (step instanceof SpawnStep.Claimed claimed) {
      return claimed(claimed, event.attemptId());
    } else if (step instanceof SpawnStep.CallStarted started) {
      return isHeldBy(String.valueOf(event.attemptId())) ? begun(started) : this;
    } else if (step instanceof SpawnStep.CallFinished finished) {
      return settled(finished.callId(), finished.costUsd(), finished.usage(), 0);
    } else if (step instanceof SpawnStep.CallFailed failed) {
      return settled(failed.callId(), failed.costUsd(), failed.usage(), 0);
    } else if (step instanceof SpawnStep.CallAmbiguous unknown) {
      return settled(unknown.callId(), unknown.countedUsd(), TokenUsage.NONE, 1);
    } else if (step instanceof SpawnStep.Requested accepted) {
      return with(record == null ? accepted.record() : record, true, cancelRequested, false);
    } else if (step instanceof SpawnStep.CancelRequested) {
      return with(record, requested, true, false);
    } else if (step instanceof SpawnStep.Rejected) {
      // A second record under the same id may be no good without harm to the first.
      return with(record, requested, cancelRequested, !requested && attempts == 0);
    } else if (step instanceof SpawnStep.Finished) {
      return end();
    }
    return this;
  }

  /** The same, to which nothing counts any more. */
  public SpawnAccount end() {
    return with(record, requested, cancelRequested, true);
  }

  private SpawnAccount claimed(SpawnStep.Claimed claimed, @Nullable String attempt) {
    return isFor(claimed.record()) && claimed.delivery() > delivery
        ? new SpawnAccount(
            claimed.record(),
            attempt,
            claimed.delivery(),
            attempts + 1,
            open,
            settled,
            tokens,
            calls,
            ambiguous,
            requested,
            cancelRequested,
            false)
        : this;
  }

  private SpawnAccount with(
      @Nullable RecordPosition run, boolean isRequested, boolean cancel, boolean end) {
    return new SpawnAccount(
        run,
        attemptId,
        delivery,
        attempts,
        open,
        settled,
        tokens,
        calls,
        ambiguous,
        isRequested,
        cancel,
        end);
  }

  private SpawnAccount begun(SpawnStep.CallStarted started) {
    if (open.containsKey(started.callId())) {
      return this;
    }
    Map<String, Usd> more = new HashMap<>(open);
    more.put(started.callId(), started.reservedUsd());
    return money(more, settled, tokens, calls + 1, ambiguous);
  }

  private SpawnAccount settled(String callId, Usd cost, TokenUsage usage, int unknown) {
    if (!open.containsKey(callId)) {
      return this;
    }
    Map<String, Usd> fewer = new HashMap<>(open);
    fewer.remove(callId);
    return money(fewer, settled.plus(cost), tokens.plus(usage), calls, ambiguous + unknown);
  }

  private SpawnAccount money(
      Map<String, Usd> stillOpen, Usd cost, TokenUsage used, int begun, int unknown) {
    return new SpawnAccount(
        record,
        attemptId,
        delivery,
        attempts,
        stillOpen,
        cost,
        used,
        begun,
        unknown,
        requested,
        cancelRequested,
        ended);
  }
}
