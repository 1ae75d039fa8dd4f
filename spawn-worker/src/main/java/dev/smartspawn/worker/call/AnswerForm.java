package dev.smartspawn.worker.call;

import dev.smartspawn.schema.format.AnswerCheck;
import dev.smartspawn.schema.format.ResponseFormat;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.schema.spawn.SpawnStep;
import dev.smartspawn.worker.claim.Attempt;
import dev.smartspawn.worker.ledger.SpawnHistory.Output;
import dev.smartspawn.worker.prompt.Fence;
import dev.smartspawn.worker.prompt.Prompt;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Accepts only answers of the form that a request asks for. A model gets an answer back once; what
 * it has answered is read from the log, so a resumed spawn goes on where it stopped.
 */
final class AnswerForm {

  private static final int MOST_ANSWERS = 2;

  private final Attempt attempt;
  private final @Nullable AnswerCheck check;

  /**
   * @param format absent where any answer will do
   */
  AnswerForm(Attempt attempt, @Nullable ResponseFormat format) {
    this.attempt = attempt;
    this.check = format == null ? null : format.check();
  }

  boolean isValid(Output output) {
    return check == null || check.check(output.text()).isValid();
  }

  /** Whether the answer is valid; if not, that is written to the log. */
  boolean accepts(Output output) {
    if (check == null) {
      return true;
    }
    List<String> mistakes = check.check(output.text()).mistakes();
    if (mistakes.isEmpty()) {
      return true;
    }
    SpawnStep rejected = new SpawnStep.AnswerRejected(output.callId(), mistakes);
    if (!attempt.history().steps().contains(rejected)) {
      attempt.record(rejected);
    }
    return false;
  }

  /** An answer whose end is missing would come back as long as it was. */
  boolean mayAnswer(String part, PlannedModel planned) {
    List<Output> answers = answers(part, planned);
    return answers.size() < MOST_ANSWERS && answers.stream().noneMatch(Output::cut);
  }

  /** The prompt, with the model's own answer if that was rejected. */
  Function<Fence, Prompt> correcting(
      String part, PlannedModel planned, Function<Fence, Prompt> prompt) {
    List<Output> answers = answers(part, planned);
    if (check == null || answers.isEmpty()) {
      return prompt;
    }
    String rejected = answers.get(answers.size() - 1).text();
    List<String> mistakes = check.check(rejected).mistakes();
    return fence -> prompt.apply(fence).correcting(rejected, mistakes);
  }

  private List<Output> answers(String part, PlannedModel planned) {
    return check == null
        ? List.of()
        : attempt.history().outputs(part).stream()
            .filter(output -> output.model().equals(planned.model()))
            .toList();
  }
}
