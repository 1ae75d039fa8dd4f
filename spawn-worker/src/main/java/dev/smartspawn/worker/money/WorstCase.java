package dev.smartspawn.worker.money;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.spawn.ModelPrice;
import dev.smartspawn.schema.spawn.TokenUsage;
import dev.smartspawn.worker.prompt.Prompt;

/**
 * The most a call can cost. No tokeniser makes more tokens than there are UTF-8 bytes, but chat
 * templates add some around every message.
 */
public final class WorstCase {

  /** Generous: real templates add 3 to 10. */
  static final int TEMPLATE_TOKENS_PER_MESSAGE = 64;

  private WorstCase() {}

  /**
   * @param maxTokens the model may write
   */
  public static Usd of(Prompt prompt, ModelPrice price, int maxTokens) {
    return of(prompt.bytes(), prompt.messages().size(), price, maxTokens);
  }

  /**
   * @param promptBytes of UTF-8 in all messages
   */
  public static Usd of(long promptBytes, int messages, ModelPrice price, int maxTokens) {
    long promptTokens = promptBytes + (long) TEMPLATE_TOKENS_PER_MESSAGE * (messages + 1);
    return price.costOf(new TokenUsage(promptTokens, maxTokens));
  }
}
