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
 * @param content the types of its parts that are not text
 */
public record SentRequest(
    int maxTokens,
    String tokensParameter,
    boolean hasSystemRole,
    boolean streaming,
    Set<String> parameters,
    String prompt,
    Set<String> content) {

  public SentRequest {
    parameters = Set.copyOf(parameters);
    content = Set.copyOf(content);
  }

  /** A request of texts only. */
  public SentRequest(
      int maxTokens,
      String tokensParameter,
      boolean hasSystemRole,
      boolean streaming,
      Set<String> parameters,
      String prompt) {
    this(maxTokens, tokensParameter, hasSystemRole, streaming, parameters, prompt, Set.of());
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
