package dev.smartspawn.schema.price;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the cost of a spawn is compared with: one answer from one model, and nothing else. */
public enum BaselineKind {
  /** The model that ranks best for the task's category at any price. */
  BEST("best"),
  /** The model that the operator has named. */
  NAMED("named"),
  /** The model that a cascade would have escalated to, called at once. */
  NO_CASCADE("noCascade");

  private final String id;

  BaselineKind(String id) {
    this.id = id;
  }

  @JsonValue
  public String id() {
    return id;
  }

  @JsonCreator
  public static BaselineKind of(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown baseline '%s': expected one of %s".formatted(id, known())));
  }

  public static Optional<BaselineKind> find(String id) {
    return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
  }

  /** The ids of all kinds, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(BaselineKind::id).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return id;
  }
}
