package dev.smartspawn.schema.enriched;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A kind of task that models are recommended for. */
public enum Category {
  CODING,
  REASONING,
  CREATIVE,
  FAST_CHEAP,
  VISION,
  RESEARCH,
  GENERAL;

  private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');

  @JsonValue
  public String id() {
    return id;
  }

  /**
   * @throws IllegalArgumentException naming the known categories, for any other text
   */
  @JsonCreator
  public static Category of(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown category '%s': expected one of %s".formatted(id, known())));
  }

  public static Optional<Category> find(String id) {
    return Arrays.stream(values()).filter(category -> category.id.equals(id)).findFirst();
  }

  /** The ids of all categories, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(Category::id).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return id;
  }
}
