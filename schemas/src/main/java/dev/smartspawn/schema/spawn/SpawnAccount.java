package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ownership and cost of a spawn after some of its events. A pure fold: every reader of the same log
 * computes the same account.
 *
 * <p>A claim counts only if it is for a later delivery than the current holder's, since the broker
 * has withdrawn earlier deliveries. A call counts only if its attempt held the newest claim when it
 * was started, and it is settled once. Nothing counts after the end.
 *
 * @param record the record of the request that is run: the first one accepted, or the one first
 *     claimed if a claim came before that
 * @param attemptId the attempt that holds the newest claim
 * @param delivery the delivery of the record that the newest claim is for
 * @param attempts claims so far
 * @param open the reservations of calls that are not settled, by call id
 * @param settled what settled calls cost
 * @param requested whether the request was accepted
 * @param calls the number of calls started
 * @param ambiguous how many of them have an unknown outcome
 * @param estimated how many of them are charged at an upper bound, because the provider reported no
 *     usage
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
    int estimated,
    boolean requested,
    boolean cancelRequested,
    boolean ended) {

  public static final SpawnAccount EMPTY = new Draft().account();

  public SpawnAccount {
    open = Map.copyOf(open);
  }

  /** The cost so far; open calls count at their reservation. */
  @JsonIgnore
  public Usd cost() {
    return settled.plus(Usd.sum(open.values()));
  }

  @JsonIgnore
  public int unknownOutcomes() {
    return ambiguous + open.size();
  }

  /** Whether nothing is left to do: the spawn has ended, or was cancelled and will end. */
  @JsonIgnore
  public boolean isOver() {
    return ended || cancelRequested;
  }

  public boolean isHeldBy(String attempt) {
    return attempt.equals(attemptId);
  }

  /** Whether this record of the request is the one that is, or may be, run. */
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
      return settled(
          finished.callId(),
          finished.costUsd(),
          finished.usage(),
          Sureness.of(finished.estimated()));
    } else if (step instanceof SpawnStep.CallFailed failed) {
      return settled(
          failed.callId(), failed.costUsd(), failed.usage(), Sureness.of(failed.estimated()));
    } else if (step instanceof SpawnStep.CallAmbiguous unknown) {
      return settled(unknown.callId(), unknown.countedUsd(), TokenUsage.NONE, Sureness.UNKNOWN);
    } else if (step instanceof SpawnStep.Requested accepted) {
      return requested(accepted.record());
    } else if (step instanceof SpawnStep.CancelRequested) {
      Draft next = new Draft(this);
      next.cancelRequested = true;
      return next.account();
    } else if (step instanceof SpawnStep.Rejected) {
      // A second record with the same id may be invalid. That does not affect the first.
      return requested || attempts > 0 ? this : end();
    } else if (step instanceof SpawnStep.Finished) {
      return end();
    }
    return this;
  }

  /** The same account, ended: no further event counts. */
  public SpawnAccount end() {
    Draft next = new Draft(this);
    next.ended = true;
    return next.account();
  }

  private SpawnAccount requested(RecordPosition accepted) {
    Draft next = new Draft(this);
    next.record = record == null ? accepted : record;
    next.requested = true;
    return next.account();
  }

  private SpawnAccount claimed(SpawnStep.Claimed claimed, @Nullable String attempt) {
    if (!isFor(claimed.record()) || claimed.delivery() <= delivery) {
      return this;
    }
    Draft next = new Draft(this);
    next.record = claimed.record();
    next.attemptId = attempt;
    next.delivery = claimed.delivery();
    next.attempts++;
    return next.account();
  }

  private SpawnAccount begun(SpawnStep.CallStarted started) {
    if (open.containsKey(started.callId())) {
      return this;
    }
    Draft next = new Draft(this);
    next.open.put(started.callId(), started.reservedUsd());
    next.calls++;
    return next.account();
  }

  private SpawnAccount settled(String callId, Usd cost, TokenUsage usage, Sureness sureness) {
    if (!open.containsKey(callId)) {
      return this;
    }
    Draft next = new Draft(this);
    next.open.remove(callId);
    next.settled = settled.plus(cost);
    next.tokens = tokens.plus(usage);
    next.ambiguous += sureness == Sureness.UNKNOWN ? 1 : 0;
    next.estimated += sureness == Sureness.ESTIMATED ? 1 : 0;
    return next.account();
  }

  /** How sure it is what a settled call cost. */
  private enum Sureness {
    KNOWN,
    ESTIMATED,
    UNKNOWN;

    static Sureness of(boolean estimated) {
      return estimated ? ESTIMATED : KNOWN;
    }
  }

  /** A mutable copy, so that each change names only what it changes. */
  private static final class Draft {
    private @Nullable RecordPosition record;
    private @Nullable String attemptId;
    private int delivery;
    private int attempts;
    private final Map<String, Usd> open = new HashMap<>();
    private Usd settled = Usd.ZERO;
    private TokenUsage tokens = TokenUsage.NONE;
    private int calls;
    private int ambiguous;
    private int estimated;
    private boolean requested;
    private boolean cancelRequested;
    private boolean ended;

    Draft() {}

    Draft(SpawnAccount account) {
      record = account.record;
      attemptId = account.attemptId;
      delivery = account.delivery;
      attempts = account.attempts;
      open.putAll(account.open);
      settled = account.settled;
      tokens = account.tokens;
      calls = account.calls;
      ambiguous = account.ambiguous;
      estimated = account.estimated;
      requested = account.requested;
      cancelRequested = account.cancelRequested;
      ended = account.ended;
    }

    SpawnAccount account() {
      return new SpawnAccount(
          record,
          attemptId,
          delivery,
          attempts,
          open,
          settled,
          tokens,
          calls,
          ambiguous,
          estimated,
          requested,
          cancelRequested,
          ended);
    }
  }
}
