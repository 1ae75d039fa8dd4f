package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A ceiling on the price of prompt tokens, as query-api understands it. */
public enum SpawnBudget {
  LOW,
  MEDIUM,
  HIGH,
  ANY;

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static SpawnBudget of(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown budget '%s': expected one of %s".formatted(id, known())));
  }

  public static Optional<SpawnBudget> find(String id) {
    return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
  }

  /** All of them, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(SpawnBudget::id).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return id();
  }
}
