package dev.smartspawn.schema.chat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who speaks in a message. */
public enum MessageRole {
  SYSTEM,
  USER,
  ASSISTANT;

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException for any other text
   */
  @JsonCreator
  public static MessageRole of(String id) {
    return find(id)
        .orElseThrow(
            () -> new IllegalArgumentException("unknown role: expected one of " + known()));
  }

  public static Optional<MessageRole> find(String id) {
    return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
  }

  /** The ids of all roles, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(MessageRole::id).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return id();
  }
}
