package dev.smartspawn.worker.call;

import dev.smartspawn.worker.prompt.Prompt;
import java.time.Duration;

/** An OpenAI-compatible chat API. */
public interface ChatApi {

  /**
   * Makes one call, and not a second one whatever happens.
   *
   * @param maxTokens the model may write
   * @throws ChatFailedException when it brought no usable answer
   */
  ChatReply complete(Route route, Prompt prompt, int maxTokens, Duration timeout)
      throws ChatFailedException;
}
