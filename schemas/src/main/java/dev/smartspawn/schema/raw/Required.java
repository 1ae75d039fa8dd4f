package dev.smartspawn.schema.raw;

import org.jspecify.annotations.Nullable;

/** Checks fields that a record must have. */
final class Required {

  private Required() {}

  /**
   * @throws IllegalArgumentException naming the field when {@code value} is null or blank
   */
  static String text(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("'%s' is missing or blank".formatted(field));
    }
    return value;
  }
}
