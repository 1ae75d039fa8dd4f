package dev.smartspawn.schema.price;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How long the answer of a model would be that was not asked, in tokens.
 *
 * @param least lower end of the interval
 * @param most its upper end
 */
public record AnswerLength(long assumed, long least, long most, Basis basis) {

  public AnswerLength {
    if (least < 0 || assumed < least || most < assumed) {
      throw new IllegalArgumentException(
          "length %d, %d to %d: expected it within its interval".formatted(assumed, least, most));
    }
  }

  /** What an assumption rests on. */
  public enum Basis {
    /** The model answered itself. */
    MEASURED("measured"),
    /** How long its answers and those of the model that answered have been here. */
    OBSERVED("observed"),
    /** Nothing is known about its answers, so they are taken to be as long. */
    SAME("same");

    private final String id;

    Basis(String id) {
      this.id = id;
    }

    @JsonValue
    public String id() {
      return id;
    }

    @JsonCreator
    public static Basis of(String id) {
      for (Basis basis : values()) {
        if (basis.id.equals(id)) {
          return basis;
        }
      }
      throw new IllegalArgumentException(
          "unknown basis '%s': expected measured, observed or same".formatted(id));
    }
  }
}
