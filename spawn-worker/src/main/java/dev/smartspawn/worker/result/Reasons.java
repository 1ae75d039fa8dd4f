package dev.smartspawn.worker.result;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.ledger.SpawnHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Deviations from the request, as sentences for people, in the order they happened. A model has one
 * sentence for all its failures in a part, and a reason for not calling models is told once.
 */
final class Reasons {

  private static final int SHOWN_MODELS = 4;

  private final SpawnHistory history;
  private final Map<String, Supplier<String>> sentences = new LinkedHashMap<>();
  private final Map<String, Failures> failures = new LinkedHashMap<>();
  private final Map<String, Withheld> withheld = new LinkedHashMap<>();

  private Reasons(SpawnHistory history) {
    this.history = history;
  }

  static List<String> of(SpawnHistory history) {
    Reasons reasons = new Reasons(history);
    history.steps().forEach(reasons::add);
    return reasons.sentences.values().stream().map(Supplier::get).distinct().toList();
  }

  /** The failed calls of one model for one part. */
  private static final class Failures {

    private final String called;
    private final List<Usd> unknown = new ArrayList<>();
    private int count;
    private String last = "";

    Failures(String called) {
      this.called = called;
    }

    void add(String reason) {
      count++;
      last = reason;
    }

    void addUnknown(Usd counted, String reason) {
      unknown.add(counted);
      add(reason);
    }

    String sentence() {
      String counted =
          unknown.isEmpty() ? "" : " an unknown outcome, counted at %s".formatted(Usd.sum(unknown));
      if (count == 1) {
        return unknown.isEmpty()
            ? "%s failed: %s".formatted(called, last)
            : "%s has%s: %s".formatted(called, counted, last);
      }
      return "%s failed %d times%s; at last: %s"
          .formatted(
              called,
              count,
              unknown.isEmpty() ? "" : ", %d of them with%s".formatted(unknown.size(), counted),
              last);
    }
  }

  /** The models that were not called for one reason. */
  private static final class Withheld {

    private final String reason;
    private final Set<String> models = new LinkedHashSet<>();
    private final Set<String> parts = new LinkedHashSet<>();

    Withheld(String reason) {
      this.reason = reason;
    }

    void add(SpawnStep.CallWithheld step) {
      models.add(step.model().value());
      parts.add(step.part());
    }

    String sentence() {
      return "%s %s not called for %s: %s"
          .formatted(
              listed(List.copyOf(models)),
              models.size() == 1 ? "was" : "were",
              listed(List.copyOf(parts)),
              reason);
    }

    private static String listed(List<String> names) {
      if (names.size() > SHOWN_MODELS) {
        return "%s and %d more"
            .formatted(
                String.join(", ", names.subList(0, SHOWN_MODELS)), names.size() - SHOWN_MODELS);
      }
      int last = names.size() - 1;
      return last == 0
          ? names.get(0)
          : "%s and %s".formatted(String.join(", ", names.subList(0, last)), names.get(last));
    }
  }

  private void add(SpawnStep step) {
    if (step instanceof SpawnStep.FellBack back) {
      say("fallback model, single mode only: " + back.reason());
    } else if (step instanceof SpawnStep.Shrunk shrunk) {
      say("%d models instead of %d: %s".formatted(shrunk.to(), shrunk.from(), shrunk.reason()));
    } else if (step instanceof SpawnStep.CallFailed failed) {
      failuresOf(failed.callId()).add(failed.reason());
    } else if (step instanceof SpawnStep.CallFinished finished && finished.leftOut() != null) {
      say(
          "%s was called without what it does not take: %s"
              .formatted(called(finished.callId()), String.join(", ", finished.leftOut())));
    } else if (step instanceof SpawnStep.AnswerRejected rejected) {
      say(
          "%s gave an answer that is not valid: %s"
              .formatted(called(rejected.callId()), String.join("; ", rejected.mistakes())));
    } else if (step instanceof SpawnStep.CallAmbiguous unknown) {
      failuresOf(unknown.callId()).addUnknown(unknown.countedUsd(), unknown.reason());
    } else if (step instanceof SpawnStep.CallWithheld one) {
      Withheld all = withheld.computeIfAbsent(one.reason(), Withheld::new);
      all.add(one);
      sentences.putIfAbsent("withheld " + one.reason(), all::sentence);
    } else if (step instanceof SpawnStep.Judged judged) {
      say(
          "judged %d of 10, %d needed: %s"
              .formatted(judged.score(), judged.threshold(), judged.reason()));
    }
  }

  private void say(String sentence) {
    sentences.putIfAbsent(sentence, () -> sentence);
  }

  private Failures failuresOf(String callId) {
    String called = called(callId);
    Failures all = failures.computeIfAbsent(called, Failures::new);
    sentences.putIfAbsent("failed " + called, all::sentence);
    return all;
  }

  private String called(String callId) {
    return history.call(callId).map(call -> call.model() + " for " + call.part()).orElse("a call");
  }
}
