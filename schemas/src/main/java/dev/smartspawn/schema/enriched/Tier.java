package dev.smartspawn.schema.enriched;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The class of a model, derived from its seller and its price. */
public enum Tier {
  PREMIUM,
  STANDARD,
  BUDGET;

  @JsonValue
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static Tier of(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown tier '%s': expected premium, standard or budget".formatted(id)));
  }

  public static Optional<Tier> find(String id) {
    return Arrays.stream(values()).filter(tier -> tier.id().equals(id)).findFirst();
  }

  @Override
  public String toString() {
    return id();
  }
}
