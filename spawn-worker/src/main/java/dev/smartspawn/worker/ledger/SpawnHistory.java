package dev.smartspawn.worker.ledger;

import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.Category;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.FailureKind;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnAccount;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.schema.spawn.TokenUsage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything an attempt has to know about what was done before it: the account, and the steps it
 * need not repeat. Grows as events are read; safe to read meanwhile.
 */
public final class SpawnHistory {

  /** Of a spawn of which nothing is known any more than that. */
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

  /** What a finished call brought. */
  public record Output(
      String callId, String part, CanonicalId model, String text, boolean cut, TokenUsage usage) {}

  /**
   * What an event makes the spawn cost more, or less.
   *
   * @param day UTC; a call is charged to the day it was begun, whenever it is settled
   */
  public record Spending(LocalDate day, Usd amount) {}

  /**
   * @param day the event was written, UTC
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
    boolean counts = !account.equals(before) || !isOfACall(event.step());
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

  /** Of a spawn that has ended nobody asks more than that. */
  private void forget() {
    steps.clear();
    calls.clear();
    begun.clear();
  }

  public synchronized SpawnAccount account() {
    return account;
  }

  /** Calls nobody has settled, oldest first. */
  public synchronized List<SpawnStep.CallStarted> openCalls() {
    return calls.values().stream().filter(c -> account.open().containsKey(c.callId())).toList();
  }

  /** What the part's call brought, when one has finished. */
  public synchronized Optional<Output> output(String part) {
    return finishedCalls().filter(output -> output.part().equals(part)).findFirst();
  }

  /** Who was planned for the part, the best first. */
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

  public synchronized <T extends SpawnStep> Optional<T> first(Class<T> kind) {
    return of(kind).findFirst();
  }

  /** How often a call of this part to this model has ended with one of these, or is open. */
  public synchronized long failures(String part, CanonicalId model, List<FailureKind> kinds) {
    return of(SpawnStep.class)
        .filter(step -> failureOf(step).filter(kinds::contains).isPresent())
        .map(step -> calls.get(callIdOf(step)))
        .filter(call -> call != null && call.part().equals(part) && call.model().equals(model))
        .count();
  }

  /** All steps that count, in the order of the log. */
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

  private static boolean isOfACall(SpawnStep step) {
    return step instanceof SpawnStep.CallStarted
        || step instanceof SpawnStep.CallFinished
        || step instanceof SpawnStep.CallFailed
        || step instanceof SpawnStep.CallAmbiguous;
  }
}
