package dev.smartspawn.worker.call;

import dev.smartspawn.worker.prompt.Prompt;

/** Estimates how many tokens a prompt has, to choose models and limits; money uses a bound. */
final class PromptTokens {

  /** Measured on common tokenisers: 3 to 4.5 bytes of UTF-8 a token, less for code. */
  private static final int BYTES_PER_TOKEN = 3;

  private PromptTokens() {}

  static long estimate(Prompt prompt) {
    return (prompt.bytes() + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
  }
}
