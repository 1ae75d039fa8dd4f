package dev.smartspawn.schema.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A parameter of a call that models may or may not take. Its id is spelled like the request's
 * field.
 */
public enum ModelParameter {
  TEMPERATURE("temperature", "temperature"),
  TOP_P("topP", "top_p"),
  MAX_TOKENS("maxTokens", "max_tokens", "max_completion_tokens"),
  EFFORT("effort", "reasoning", "reasoning_effort"),
  SEED("seed", "seed"),
  STOP("stop", "stop"),
  VERBOSITY("verbosity", "verbosity"),
  /** An answer that is JSON. */
  RESPONSE_FORMAT("responseFormat", "response_format"),
  /** An answer that follows a JSON Schema. */
  STRUCTURED_OUTPUTS("structuredOutputs", "structured_outputs");

  private final String id;

  private final String listedAs;
  private final String alsoListedAs;

  ModelParameter(String id, String listedAs) {
    this(id, listedAs, listedAs);
  }

  ModelParameter(String id, String listedAs, String alsoListedAs) {
    this.id = id;
    this.listedAs = listedAs;
    this.alsoListedAs = alsoListedAs;
  }

  @JsonValue
  public String id() {
    return id;
  }

  /**
   * @param supported parameters as the catalogue lists them, such as {@code top_p}
   */
  public boolean isAmong(Collection<String> supported) {
    return supported.contains(listedAs) || supported.contains(alsoListedAs);
  }

  /**
   * @throws IllegalArgumentException naming the known parameters, for any other text
   */
  @JsonCreator
  public static ModelParameter of(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown parameter '%s': expected one of %s".formatted(id, known())));
  }

  public static Optional<ModelParameter> find(String id) {
    return Arrays.stream(values()).filter(parameter -> parameter.id.equals(id)).findFirst();
  }

  /** The ids of all parameters, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(ModelParameter::id).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return id;
  }
}
