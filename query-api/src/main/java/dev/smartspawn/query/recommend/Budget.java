package dev.smartspawn.query.recommend;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A ceiling on the price of prompt tokens. The ceiling itself is already too dear. */
public enum Budget {
  LOW(1),
  MEDIUM(5),
  HIGH(20),
  ANY(Double.POSITIVE_INFINITY);

  private final double ceilingUsdPerMillion;

  Budget(double ceilingUsdPerMillion) {
    this.ceilingUsdPerMillion = ceilingUsdPerMillion;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param promptUsdPerMillion USD per 1M prompt tokens
   */
  public boolean affords(double promptUsdPerMillion) {
    return promptUsdPerMillion < ceilingUsdPerMillion;
  }

  /** As part of a sentence: {@code under $5/1M prompt tokens}. */
  public String inWords() {
    return this == ANY
        ? "at any price"
        : "under $%.0f/1M prompt tokens".formatted(ceilingUsdPerMillion);
  }

  public static Optional<Budget> find(String id) {
    return Arrays.stream(values()).filter(budget -> budget.id().equals(id)).findFirst();
  }

  /** All of them, for an error message. */
  public static String known() {
    return Arrays.stream(values()).map(Budget::id).collect(Collectors.joining(", "));
  }
}
