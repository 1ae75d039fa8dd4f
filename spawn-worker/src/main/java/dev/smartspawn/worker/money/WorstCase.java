package dev.smartspawn.worker.money;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.price.ModelPrice;
import dev.smartspawn.schema.price.TokenUsage;
import dev.smartspawn.schema.spawn.PlannedModel;
import dev.smartspawn.worker.prompt.Prompt;
import dev.smartspawn.worker.prompt.PromptMedia;

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
  public static Usd of(Prompt prompt, PlannedModel model, int maxTokens) {
    return priceOf(prompt, model).costOf(new TokenUsage(promptTokens(prompt, model), maxTokens));
  }

  /**
   * @param task whose images and files the prompt shows
   * @param promptBytes UTF-8 length of all messages
   */
  public static Usd of(
      Prompt task, long promptBytes, int messages, PlannedModel model, int maxTokens) {
    long tokens = promptTokens(promptBytes, messages) + mediaTokens(task, model);
    return priceOf(task, model).costOf(new TokenUsage(tokens, maxTokens));
  }

  /** The model's price, with its fees for the prompt's images. */
  public static ModelPrice priceOf(Prompt prompt, PlannedModel model) {
    PromptMedia media = prompt.media();
    return media.images().isEmpty()
        ? model.price()
        : model.price().withImages(media.images().size(), media.imageTokens(model.model().value()));
  }

  /**
   * @param promptBytes UTF-8 length of all messages
   */
  public static Usd of(long promptBytes, int messages, ModelPrice price, int maxTokens) {
    return price.costOf(new TokenUsage(promptTokens(promptBytes, messages), maxTokens));
  }

  /** An upper bound on the tokens of a prompt. */
  public static long promptTokens(Prompt prompt, PlannedModel model) {
    return promptTokens(prompt.bytes(), prompt.messages().size()) + mediaTokens(prompt, model);
  }

  /** A prompt that fills the model's context fills it at most. */
  private static long mediaTokens(Prompt prompt, PlannedModel model) {
    Long context = model.limitsOrUnknown().contextTokens();
    long tokens = prompt.media().tokens(model.model().value());
    return context == null ? tokens : Math.min(tokens, context);
  }

  private static long promptTokens(long promptBytes, int messages) {
    return promptBytes + (long) TEMPLATE_TOKENS_PER_MESSAGE * (messages + 1);
  }
}
