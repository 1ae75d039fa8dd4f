package dev.smartspawn.schema.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A capability that a caller can require. Its id is spelled like the field in a model's JSON. */
public enum Capability {
  VISION("vision"),
  FUNCTION_CALLING("functionCalling"),
  JSON("json"),
  REASONING("reasoning"),

  /** Takes PDF documents. */
  FILES("files");

  private final String id;

  Capability(String id) {
    this.id = id;
  }

  @JsonValue
  public String id() {
    return id;
  }

  public boolean isMetBy(Capabilities capabilities) {
    return switch (this) {
      case VISION -> capabilities.vision();
      case FUNCTION_CALLING -> capabilities.functionCalling();
      case JSON -> capabilities.json();
      case REASONING -> capabilities.reasoning();
      case FILES -> capabilities.files();
    };
  }

  /**
   * @throws IllegalArgumentException naming the known capabilities, for any other text
   */
  @JsonCreator
  public static Capability of(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown capability '%s': expected one of %s".formatted(id, known())));
  }

  public static Optional<Capability> find(String id) {
    return Arrays.stream(values()).filter(capability -> capability.id.equals(id)).findFirst();
  }

  /** The ids of all capabilities, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(Capability::id).collect(Collectors.joining(", "));
  }
}
