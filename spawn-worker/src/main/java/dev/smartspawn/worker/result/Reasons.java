package dev.smartspawn.worker.result;

import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.ledger.SpawnHistory;
import java.util.List;
import java.util.Optional;

/** Deviations from the request, as sentences for people, in the order they happened. */
final class Reasons {

  private Reasons() {}

  static List<String> of(SpawnHistory history) {
    return history.steps().stream()
        .flatMap(step -> sentence(step, history).stream())
        .distinct()
        .toList();
  }

  private static Optional<String> sentence(SpawnStep step, SpawnHistory history) {
    if (step instanceof SpawnStep.FellBack back) {
      return Optional.of("fallback model, single mode only: " + back.reason());
    } else if (step instanceof SpawnStep.Shrunk shrunk) {
      return Optional.of(
          "%d models instead of %d: %s".formatted(shrunk.to(), shrunk.from(), shrunk.reason()));
    } else if (step instanceof SpawnStep.CallFailed failed) {
      return Optional.of(
          "%s failed: %s".formatted(called(failed.callId(), history), failed.reason()));
    } else if (step instanceof SpawnStep.CallAmbiguous unknown) {
      return Optional.of(
          "%s has an unknown outcome, counted at %s: %s"
              .formatted(
                  called(unknown.callId(), history), unknown.countedUsd(), unknown.reason()));
    } else if (step instanceof SpawnStep.CallWithheld withheld) {
      return Optional.of(
          "%s was not called for %s: %s"
              .formatted(withheld.model(), withheld.part(), withheld.reason()));
    } else if (step instanceof SpawnStep.Judged judged) {
      return Optional.of(
          "judged %d of 10, %d needed: %s"
              .formatted(judged.score(), judged.threshold(), judged.reason()));
    }
    return Optional.empty();
  }

  private static String called(String callId, SpawnHistory history) {
    return history.call(callId).map(call -> call.model() + " for " + call.part()).orElse("a call");
  }
}
