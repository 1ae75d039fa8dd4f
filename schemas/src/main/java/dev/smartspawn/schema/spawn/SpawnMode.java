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
  /** Several models of different makers in parallel, then one model that merges their texts. */
  COLLECTIVE,
  /** A cheap model first; an expensive one only if a judge rates the answer too low. */
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

  /** The ids of all modes, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(SpawnMode::id).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return id();
  }
}
