package dev.smartspawn.worker.call;

import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.prompt.Prompt;
import java.time.Duration;

/** An OpenAI-compatible chat API. */
public interface ChatApi {

  /**
   * Makes one call, and not a second one whatever happens.
   *
   * @param maxTokens the model may write
   * @param requestId of the request that led to it, for the provider's logs
   * @throws ChatFailedException when it brought no usable answer
   */
  ChatReply complete(
      Route route, Prompt prompt, int maxTokens, Duration timeout, RequestId requestId)
      throws ChatFailedException;
}
