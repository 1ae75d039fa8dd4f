package dev.smartspawn.worker.call;

import java.time.Duration;

/**
 * @param maxTokens a model may write in one call
 * @param timeout of one call
 * @param maxOutputBytes of an answer that a record takes; what is longer is cut
 */
public record CallSettings(int maxTokens, Duration timeout, int maxOutputBytes) {

  /** Six of them, JSON's escapes included, fit into the largest record. */
  public static final int MAX_OUTPUT_BYTES = 1024 * 1024;

  public CallSettings(int maxTokens, Duration timeout) {
    this(maxTokens, timeout, MAX_OUTPUT_BYTES);
  }
}
