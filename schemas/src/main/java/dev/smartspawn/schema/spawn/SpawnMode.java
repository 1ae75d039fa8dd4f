package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a task is worked on. */
public enum SpawnMode {
  /** The best model. */
  SINGLE,
  /** Several models of different makers at once, then one that merges what they wrote. */
  COLLECTIVE,
  /** A cheap model first; a dear one only where a judge finds the answer wanting. */
  CASCADE;

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static SpawnMode of(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown mode '%s': expected one of %s".formatted(id, known())));
  }

  public static Optional<SpawnMode> find(String id) {
    return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
  }

  /** All of them, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(SpawnMode::id).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return id();
  }
}
