package dev.smartspawn.schema.chat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much a model is to say. */
public enum Verbosity {
  LOW,
  MEDIUM,
  HIGH;

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for any other text
   */
  @JsonCreator
  public static Verbosity of(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("expected one of " + known()));
  }

  public static Optional<Verbosity> find(String id) {
    return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
  }

  /** All ids, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(Verbosity::id).collect(Collectors.joining(", "));
  }
}
