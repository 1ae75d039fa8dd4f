package dev.smartspawn.worker.spend;

import dev.smartspawn.schema.cost.SpawnEnding;
import dev.smartspawn.schema.cost.SpendRow;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.Baseline;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.spawn.CallLabels;
import dev.smartspawn.schema.spawn.CallPurpose;
import dev.smartspawn.schema.spawn.SpawnAccount;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnMode;
import dev.smartspawn.schema.spawn.SpawnResult;
import dev.smartspawn.schema.spawn.SpawnStatus;
import dev.smartspawn.schema.spawn.SpawnStep;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a spawn until it ends. {@link SpawnAccount} decides which events count, as it
 * does for results and limits.
 *
 * @param mode of the request; absent until that has been read
 * @param category of the request, or of the first plan; absent until one names it
 * @param profile of its calls; absent until there is one
 * @param calls those that are not settled, by id
 * @param touchedMillis time of the last event
 */
record OpenSpawn(
    SpawnAccount account,
    @Nullable SpawnMode mode,
    @Nullable Category category,
    @Nullable String profile,
    Grading grading,
    Map<String, Call> calls,
    long touchedMillis) {

  static final OpenSpawn EMPTY =
      new OpenSpawn(SpawnAccount.EMPTY, null, null, null, Grading.NONE, Map.of(), 0);

  OpenSpawn {
    calls = Map.copyOf(calls);
    grading = grading == null ? Grading.NONE : grading;
  }

  /** What became of a cascade's cheap answer. */
  enum Grading {
    NONE,
    GOOD_ENOUGH,
    ESCALATED
  }

  /**
   * A call that is not settled.
   *
   * @param day on which it was started
   */
  record Call(LocalDate day, CanonicalId model, CallLabels labels, Usd reserved) {

    SpendChange change(SpendRow amount) {
      return new SpendChange(day, model, labels, amount);
    }
  }

  /** The spawn after an event, and what the event has changed. */
  record Step(OpenSpawn spawn, Optional<SpendChange> change, Optional<EndedSpawn> end) {

    private static Step of(OpenSpawn spawn) {
      return new Step(spawn, Optional.empty(), Optional.empty());
    }

    private static Step of(OpenSpawn spawn, SpendChange change) {
      return new Step(spawn, Optional.of(change), Optional.empty());
    }
  }

  /**
   * @param day the UTC day on which the event was written
   */
  Step after(SpawnEvent event, LocalDate day, long atMillis) {
    SpawnAccount next = account.after(event);
    SpawnStep step = event.step();
    OpenSpawn noted =
        new OpenSpawn(
            next,
            modeAfter(step),
            categoryAfter(step),
            profile,
            gradingAfter(step),
            calls,
            atMillis);
    if (next.equals(account)) {
      return Step.of(noted);
    }
    if (step instanceof SpawnStep.Finished finished) {
      return new Step(noted, Optional.empty(), noted.ended(finished, day));
    }
    return step instanceof SpawnStep.CallStarted started
        ? noted.begun(started, day)
        : noted.settled(step);
  }

  private Step begun(SpawnStep.CallStarted started, LocalDate day) {
    CallLabels labels = started.labels() == null ? labelsOf(started) : started.labels();
    Call call = new Call(day, started.model(), labels, started.reservedUsd());
    Map<String, Call> more = new HashMap<>(calls);
    more.put(started.callId(), call);
    SpendRow amount =
        new SpendRow(
            call.reserved(),
            call.reserved(),
            1,
            1,
            0,
            0,
            started.price() == null ? 1 : 0,
            TokenUsage.NONE,
            0,
            0,
            0);
    return Step.of(with(labels.profile(), more), call.change(amount));
  }

  private Step settled(SpawnStep step) {
    String id = callIdOf(step);
    @Nullable Call call = calls.get(id);
    if (call == null) {
      return Step.of(this);
    }
    Map<String, Call> fewer = new HashMap<>(calls);
    fewer.remove(id);
    return Step.of(with(profile, fewer), call.change(settlement(call, step)));
  }

  /** A dry run costs nothing and answers nothing. */
  private Optional<EndedSpawn> ended(SpawnStep.Finished finished, LocalDate day) {
    SpawnResult result = finished.result();
    if (result.dryRun()) {
      return Optional.empty();
    }
    List<Baseline> baselines = finished.baselines();
    @Nullable SpawnMode run = mode == null ? result.mode() : mode;
    return Optional.of(
        new EndedSpawn(
            day,
            profile == null ? CallLabels.DEFAULT_PROFILE : profile,
            category == null ? result.category() : category,
            run,
            endingOf(result.status(), run),
            account.cost(),
            baselines == null ? List.of() : baselines));
  }

  private SpawnEnding endingOf(SpawnStatus status, @Nullable SpawnMode run) {
    return switch (status) {
      case FAILED -> SpawnEnding.FAILED;
      case CANCELLED -> SpawnEnding.CANCELLED;
      default ->
          run != SpawnMode.CASCADE
              ? SpawnEnding.ANSWERED
              : switch (grading) {
                case GOOD_ENOUGH -> SpawnEnding.GOOD_ENOUGH;
                case ESCALATED -> SpawnEnding.ESCALATED;
                case NONE -> SpawnEnding.KEPT;
              };
    };
  }

  private static SpendRow settlement(Call call, SpawnStep step) {
    Usd reserved = call.reserved();
    Usd known = Usd.ZERO.minus(reserved);
    if (step instanceof SpawnStep.CallFinished finished) {
      boolean measured = !finished.estimated();
      long tokens = measured ? finished.usage().completion() : 0;
      return new SpendRow(
          finished.costUsd().minus(reserved),
          known,
          0,
          -1,
          measured ? 0 : 1,
          0,
          0,
          finished.usage(),
          measured ? 1 : 0,
          tokens,
          tokens * tokens);
    }
    if (step instanceof SpawnStep.CallFailed failed) {
      return new SpendRow(
          failed.costUsd().minus(reserved),
          known,
          0,
          -1,
          failed.estimated() ? 1 : 0,
          1,
          0,
          failed.usage(),
          0,
          0,
          0);
    }
    Usd more = ((SpawnStep.CallAmbiguous) step).countedUsd().minus(reserved);
    return new SpendRow(more, more, 0, 0, 0, 0, 0, TokenUsage.NONE, 0, 0, 0);
  }

  /** Events of older releases do not have them. */
  private CallLabels labelsOf(SpawnStep.CallStarted started) {
    return new CallLabels(
        CallLabels.DEFAULT_PROFILE, mode, category, CallPurpose.ofPart(started.part()));
  }

  private @Nullable SpawnMode modeAfter(SpawnStep step) {
    return mode == null && step instanceof SpawnStep.Requested requested
        ? requested.request().mode()
        : mode;
  }

  private @Nullable Category categoryAfter(SpawnStep step) {
    if (step instanceof SpawnStep.Requested requested) {
      return category == null ? requested.request().category() : category;
    }
    return category == null && step instanceof SpawnStep.Planned planned
        ? planned.category()
        : category;
  }

  private Grading gradingAfter(SpawnStep step) {
    if (step instanceof SpawnStep.Escalated) {
      return Grading.ESCALATED;
    }
    return step instanceof SpawnStep.Judged judged && judged.score() >= judged.threshold()
        ? Grading.GOOD_ENOUGH
        : grading;
  }

  private OpenSpawn with(@Nullable String whose, Map<String, Call> others) {
    return new OpenSpawn(account, mode, category, whose, grading, others, touchedMillis);
  }

  private static String callIdOf(SpawnStep step) {
    if (step instanceof SpawnStep.CallFinished finished) {
      return finished.callId();
    } else if (step instanceof SpawnStep.CallFailed failed) {
      return failed.callId();
    }
    return step instanceof SpawnStep.CallAmbiguous unknown ? unknown.callId() : "";
  }
}
