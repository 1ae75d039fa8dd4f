package dev.smartspawn.schema.question;

import dev.smartspawn.schema.enriched.EnrichedModel.Capabilities;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A capability that a caller can require, spelled as in the body of a model. */
public enum Capability {
  VISION("vision"),
  FUNCTION_CALLING("functionCalling"),
  JSON("json"),
  REASONING("reasoning");

  private final String id;

  Capability(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  public boolean isMetBy(Capabilities capabilities) {
    return switch (this) {
      case VISION -> capabilities.vision();
      case FUNCTION_CALLING -> capabilities.functionCalling();
      case JSON -> capabilities.json();
      case REASONING -> capabilities.reasoning();
    };
  }

  public static Optional<Capability> find(String id) {
    return Arrays.stream(values()).filter(need -> need.id.equals(id)).findFirst();
  }

  /** All of them, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(Capability::id).collect(Collectors.joining(", "));
  }
}
