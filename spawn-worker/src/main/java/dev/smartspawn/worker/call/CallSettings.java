package dev.smartspawn.worker.call;

import java.time.Duration;

/**
 * Limits of a single call.
 *
 * @param maxTokens the most a model may write
 * @param timeout how long a call may take
 * @param maxOutputBytes the longest answer a record takes; longer ones are cut
 */
public record CallSettings(int maxTokens, Duration timeout, int maxOutputBytes) {

  /** Six answers of this size fit into the largest record, JSON escapes included. */
  public static final int MAX_OUTPUT_BYTES = 1024 * 1024;

  public CallSettings(int maxTokens, Duration timeout) {
    this(maxTokens, timeout, MAX_OUTPUT_BYTES);
  }
}
