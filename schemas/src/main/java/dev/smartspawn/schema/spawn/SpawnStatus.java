package dev.smartspawn.schema.spawn;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The status of a spawn. */
public enum SpawnStatus {
  /** Accepted; no worker has begun. */
  QUEUED,
  RUNNING,
  COMPLETED,
  FAILED,
  CANCELLED;

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static SpawnStatus of(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown status '%s': expected one of %s".formatted(id, known())));
  }

  public static Optional<SpawnStatus> find(String id) {
    return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
  }

  /** The ids of all statuses, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(SpawnStatus::id).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return id();
  }
}
