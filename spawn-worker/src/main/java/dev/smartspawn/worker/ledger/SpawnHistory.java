package dev.smartspawn.worker.ledger;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnAccount;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnStep;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt needs to know about earlier attempts: the account, and the steps it must not
 * repeat. Grows as events are read, and may be read concurrently.
 */
public final class SpawnHistory {

  /** The history of an ended spawn: only its end is known. */
  static final SpawnHistory ENDED = new SpawnHistory(SpawnAccount.EMPTY.end());

  private final List<SpawnStep> steps = new ArrayList<>();
  private final Map<String, SpawnStep.CallStarted> calls = new LinkedHashMap<>();
  private final Map<String, LocalDate> begun = new HashMap<>();
  private SpawnAccount account;

  public SpawnHistory() {
    this(SpawnAccount.EMPTY);
  }

  private SpawnHistory(SpawnAccount account) {
    this.account = account;
  }

  /**
   * The result of a finished call.
   *
   * @param thinking kept beside the text, and never part of a later prompt; absent if there was
   *     none
   */
  public record Output(
      String callId,
      String part,
      CanonicalId model,
      String text,
      @Nullable String thinking,
      boolean cut,
      TokenUsage usage) {}

  /**
   * The change in a spawn's cost caused by one event.
   *
   * @param day UTC; a call is charged to the day it was started, whenever it is settled
   */
  public record Spending(LocalDate day, Usd amount) {}

  /**
   * @param day the UTC day the event was written
   */
  public synchronized Spending add(SpawnEvent event, LocalDate day) {
    LocalDate charged = begun.getOrDefault(callIdOf(event.step()), day);
    Usd before = account.cost();
    note(event, day);
    return new Spending(charged, account.cost().minus(before));
  }

  private void note(SpawnEvent event, LocalDate day) {
    SpawnAccount before = account;
    account = before.after(event);
    boolean counts = !account.equals(before) || !isCallStep(event.step());
    if (before.ended() || !counts) {
      return;
    }
    if (account.ended()) {
      forget();
      return;
    }
    if (event.step() instanceof SpawnStep.CallStarted started) {
      calls.put(started.callId(), started);
      begun.put(started.callId(), day);
    }
    steps.add(event.step());
  }

  /** Nothing but the end of an ended spawn is ever read. */
  private void forget() {
    steps.clear();
    calls.clear();
    begun.clear();
  }

  public synchronized SpawnAccount account() {
    return account;
  }

  /** Calls that are not settled, oldest first. */
  public synchronized List<SpawnStep.CallStarted> openCalls() {
    return calls.values().stream().filter(c -> account.open().containsKey(c.callId())).toList();
  }

  /** The output of the part's call, if one has finished. */
  public synchronized Optional<Output> output(String part) {
    return finishedCalls().filter(output -> output.part().equals(part)).findFirst();
  }

  /** The outputs of all finished calls of the part, in log order. */
  public synchronized List<Output> outputs(String part) {
    return finishedCalls().filter(output -> output.part().equals(part)).toList();
  }

  /** The models planned for the part, best first. */
  public synchronized List<PlannedModel> planned(String part) {
    return of(SpawnStep.Planned.class)
        .filter(planned -> planned.part().equals(part))
        .flatMap(planned -> planned.models().stream())
        .toList();
  }

  public synchronized Optional<Category> category() {
    return of(SpawnStep.Planned.class)
        .map(SpawnStep.Planned::category)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** The number of failed calls of this part to this model, of the given kinds. */
  public synchronized long failures(String part, CanonicalId model, Predicate<FailureKind> kinds) {
    return of(SpawnStep.class)
        .filter(step -> failureOf(step).filter(kinds).isPresent())
        .map(step -> calls.get(callIdOf(step)))
        .filter(call -> call != null && call.part().equals(part) && call.model().equals(model))
        .count();
  }

  /** All steps that count, in log order. */
  public synchronized List<SpawnStep> steps() {
    return List.copyOf(steps);
  }

  public synchronized Optional<SpawnStep.CallStarted> call(String callId) {
    return Optional.ofNullable(calls.get(callId));
  }

  private Stream<Output> finishedCalls() {
    return of(SpawnStep.CallFinished.class)
        .map(
            finished -> {
              SpawnStep.CallStarted call = Objects.requireNonNull(calls.get(finished.callId()));
              return new Output(
                  call.callId(),
                  call.part(),
                  call.model(),
                  finished.text(),
                  finished.thinking(),
                  finished.cut(),
                  finished.usage());
            });
  }

  private <T extends SpawnStep> Stream<T> of(Class<T> kind) {
    return steps.stream().filter(kind::isInstance).map(kind::cast);
  }

  private static Optional<FailureKind> failureOf(SpawnStep step) {
    if (step instanceof SpawnStep.CallFailed failed) {
      return Optional.of(failed.kind());
    }
    return step instanceof SpawnStep.CallAmbiguous unknown
        ? Optional.of(unknown.kind())
        : Optional.empty();
  }

  private static String callIdOf(SpawnStep step) {
    if (step instanceof SpawnStep.CallFinished finished) {
      return finished.callId();
    } else if (step instanceof SpawnStep.CallFailed failed) {
      return failed.callId();
    }
    return step instanceof SpawnStep.CallAmbiguous unknown ? unknown.callId() : "";
  }

  private static boolean isCallStep(SpawnStep step) {
    return step instanceof SpawnStep.CallStarted
        || step instanceof SpawnStep.CallFinished
        || step instanceof SpawnStep.CallFailed
        || step instanceof SpawnStep.CallAmbiguous;
  }
}
