package dev.smartspawn.schema.chat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much a model is to think before it answers. */
public enum Effort {
  NONE,
  LOW,
  MEDIUM,
  HIGH,
  MAX;

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many times the usual limit a model may write at this effort, its thinking included. */
  public int limitFactor() {
    return switch (this) {
      case NONE, LOW, MEDIUM -> 1;
      case HIGH -> 2;
      case MAX -> 4;
    };
  }

  /**
   * @throws IllegalArgumentException for any other text
   */
  @JsonCreator
  public static Effort of(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("expected one of " + known()));
  }

  public static Optional<Effort> find(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /** All ids, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(Effort::id).collect(Collectors.joining(", "));
  }
}
