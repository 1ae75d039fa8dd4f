package dev.smartspawn.schema.spawn;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a model that bounds a call to it. Absent values are unknown.
 *
 * @param thinks whether it may write tokens that nobody sees
 * @param contextTokens what it reads and writes at most, together
 * @param outputTokens what it writes at most
 */
public record ModelLimits(
    @Nullable Boolean thinks, @Nullable Long contextTokens, @Nullable Long outputTokens) {

  public static final ModelLimits UNKNOWN = new ModelLimits(null, null, null);

  /** An unknown model is taken to think: its tokens are then bounded, and not missed. */
  public boolean mayThink() {
    return thinks == null || thinks;
  }

  /** Whether a prompt of that size leaves room for an answer. */
  public boolean fits(long promptTokens) {
    return contextTokens == null || contextTokens > promptTokens;
  }

  /**
   * @param wanted tokens to write
   * @param promptTokens an estimate
   * @return as many of them as the model may write
   */
  public int bound(int wanted, long promptTokens) {
    long bound = outputTokens == null ? wanted : Math.min(wanted, outputTokens);
    if (contextTokens != null && contextTokens > promptTokens) {
      bound = Math.min(bound, contextTokens - promptTokens);
    }
    return (int) Math.max(1, bound);
  }
}
