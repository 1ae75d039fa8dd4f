package dev.smartspawn.worker.money;

import dev.smartspawn.schema.chat.Effort;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.question.ModelParameter;
import dev.smartspawn.schema.question.TextSize;
import dev.smartspawn.schema.spawn.ModelLimits;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.prompt.Prompt.Manner;

/**
 * The most that a model is asked to write. A request's own limit counts as it is, up to the
 * operator's. Without one, a higher effort raises the operator's limit, since a model thinks within
 * it; but only as far as the spawn's budget covers.
 *
 * @param most what the request or the operator allows
 * @param fixed whether the request itself has set it
 */
public record TokenLimit(int most, boolean fixed) {

  /**
   * @param operators the operator's limit
   */
  public static TokenLimit of(int operators, Manner manner) {
    Integer wanted = manner.parameters().maxTokens();
    return wanted == null
        ? new TokenLimit(operators, false)
        : new TokenLimit(Math.min(operators, wanted), true);
  }

  /** A limit that is not fixed, raised after a model has found it too low. */
  public TokenLimit raisedTo(long tokens) {
    return fixed ? this : new TokenLimit((int) Math.min(Integer.MAX_VALUE, tokens), false);
  }

  /**
   * @param left what the spawn may still cost
   */
  public int of(PlannedModel planned, Prompt prompt, Usd left) {
    ModelLimits model = planned.limitsOrUnknown();
    long promptTokens = TextSize.estimatedTokens(prompt.weight());
    int usual = model.bound(most, promptTokens);
    int raised = model.bound(raised(prompt.manner(), model), promptTokens);
    while (raised > usual && WorstCase.of(prompt, planned, raised).isAbove(left)) {
      raised = Math.max(usual, raised / 2);
    }
    return raised;
  }

  private int raised(Manner manner, ModelLimits model) {
    Effort effort = manner.parameters().effort();
    if (fixed
        || effort == null
        || !model.mayThink()
        || !manner.allows(ModelParameter.EFFORT, model)) {
      return most;
    }
    return (int) Math.min(Integer.MAX_VALUE, (long) most * effort.limitFactor());
  }
}
