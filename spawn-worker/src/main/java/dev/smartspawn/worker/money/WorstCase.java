package dev.smartspawn.worker.money;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.ModelPrice;
import dev.smartspawn.schema.spawn.TokenUsage;
import dev.smartspawn.worker.prompt.Prompt;

/**
 * The most a call can cost. A tokeniser never produces more tokens than the text has UTF-8 bytes,
 * but chat templates add a few tokens per message.
 */
public final class WorstCase {

  /** Generous: real templates add 3 to 10. */
  static final int TEMPLATE_TOKENS_PER_MESSAGE = 64;

  private WorstCase() {}

  /**
   * @param maxTokens the most the model may write
   */
  public static Usd of(Prompt prompt, ModelPrice price, int maxTokens) {
    return of(prompt.bytes(), prompt.messages().size(), price, maxTokens);
  }

  /**
   * @param promptBytes UTF-8 length of all messages
   */
  public static Usd of(long promptBytes, int messages, ModelPrice price, int maxTokens) {
    return price.costOf(new TokenUsage(promptTokens(promptBytes, messages), maxTokens));
  }

  /** An upper bound on the tokens of a prompt. */
  public static long promptTokens(Prompt prompt) {
    return promptTokens(prompt.bytes(), prompt.messages().size());
  }

  private static long promptTokens(long promptBytes, int messages) {
    return promptBytes + (long) TEMPLATE_TOKENS_PER_MESSAGE * (messages + 1);
  }
}
