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
 * @param prompt all that the model is told, which shows the marks that an answer is to have
 */
public record SentRequest(
    int maxTokens,
    String tokensParameter,
    boolean hasSystemRole,
    boolean streaming,
    Set<String> parameters,
    String prompt) {

  public SentRequest {
    parameters = Set.copyOf(parameters);
  }

  /** A request that asks for no marks. */
  public SentRequest(
      int maxTokens,
      String tokensParameter,
      boolean hasSystemRole,
      boolean streaming,
      Set<String> parameters) {
    this(maxTokens, tokensParameter, hasSystemRole, streaming, parameters, "");
  }
}
