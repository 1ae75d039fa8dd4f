package dev.smartspawn.worker.answer;

import java.util.Set;

/**
 * What a refusal is read against.
 *
 * @param maxTokens that the model may write
 * @param tokensParameter how the request names that limit
 * @param hasSystemRole whether one of its messages has the role of the system
 * @param streaming whether it asks for a stream
 * @param parameters the names of its fields, messages and model left out
 */
public record SentRequest(
    int maxTokens,
    String tokensParameter,
    boolean hasSystemRole,
    boolean streaming,
    Set<String> parameters) {

  public SentRequest {
    parameters = Set.copyOf(parameters);
  }
}
