package dev.smartspawn.worker.call;

import dev.smartspawn.schema.trace.RequestId;
import dev.smartspawn.worker.prompt.Prompt;
import java.time.Duration;

/** An OpenAI-compatible chat API. */
public interface ChatApi {

  /**
   * Makes exactly one call; never retries.
   *
   * @param maxTokens the most the model may write
   * @param requestId the request that caused the call, for the provider's logs
   * @throws ChatFailedException when the call returned no usable answer
   */
  ChatReply complete(
      ModelRoute route, Prompt prompt, int maxTokens, Duration timeout, RequestId requestId)
      throws ChatFailedException;
}
