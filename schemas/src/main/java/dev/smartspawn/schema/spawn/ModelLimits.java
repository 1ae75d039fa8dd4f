package dev.smartspawn.schema.spawn;

import org.jspecify.annotations.Nullable;

/**
 * The known limits of a model that bound a call to it. Absent values are unknown.
 *
 * @param thinks whether it may write hidden thinking tokens
 * @param contextTokens the most tokens it reads and writes together
 * @param outputTokens the most tokens it writes
 */
public record ModelLimits(
    @Nullable Boolean thinks, @Nullable Long contextTokens, @Nullable Long outputTokens) {

  public static final ModelLimits UNKNOWN = new ModelLimits(null, null, null);

  /**
   * An unknown model is assumed to think, so that its thinking tokens are included in the bound.
   */
  public boolean mayThink() {
    return thinks == null || thinks;
  }

  /** Whether a prompt of this size leaves room for an answer. */
  public boolean fits(long promptTokens) {
    return contextTokens == null || contextTokens > promptTokens;
  }

  /**
   * @param wanted tokens to write
   * @param promptTokens an estimate of the prompt's size
   * @return the wanted tokens, reduced to what the model may write
   */
  public int bound(int wanted, long promptTokens) {
    long bound = outputTokens == null ? wanted : Math.min(wanted, outputTokens);
    if (contextTokens != null && contextTokens > promptTokens) {
      bound = Math.min(bound, contextTokens - promptTokens);
    }
    return (int) Math.max(1, bound);
  }
}
