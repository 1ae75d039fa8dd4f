package dev.smartspawn.schema.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A limit on the price of prompt tokens. A price at the limit is already too high. */
public enum Budget {
  LOW(1),
  MEDIUM(5),
  HIGH(20),
  ANY(Double.POSITIVE_INFINITY);

  private final double limitUsdPerMillion;

  Budget(double limitUsdPerMillion) {
    this.limitUsdPerMillion = limitUsdPerMillion;
  }

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param promptUsdPerMillion USD per 1M prompt tokens
   */
  public boolean affords(double promptUsdPerMillion) {
    return promptUsdPerMillion < limitUsdPerMillion;
  }

  /** Worded as part of a sentence: {@code under $5/1M prompt tokens}. */
  public String inWords() {
    return this == ANY
        ? "at any price"
        : "under $%.0f/1M prompt tokens".formatted(limitUsdPerMillion);
  }

  /**
   * @throws IllegalArgumentException naming the known budgets, for any other text
   */
  @JsonCreator
  public static Budget of(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown budget '%s': expected one of %s".formatted(id, known())));
  }

  public static Optional<Budget> find(String id) {
    return Arrays.stream(values()).filter(budget -> budget.id().equals(id)).findFirst();
  }

  /** The ids of all budgets, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(Budget::id).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return id();
  }
}
