package dev.smartspawn.schema.cost;

import java.util.Arrays;
import java.util.Optional;

/** How a spawn ended, as far as its cost is concerned. */
public enum SpawnEnding {
  /** With an answer, in a mode without a judge. */
  ANSWERED("answered"),
  /** A cascade whose cheap answer was accepted by the judge. */
  GOOD_ENOUGH("goodEnough"),
  /** A cascade that asked the expensive model too. */
  ESCALATED("escalated"),
  /** A cascade whose cheap answer was kept although no judge accepted it. */
  KEPT("kept"),
  /** Without an answer. */
  FAILED("failed"),
  /** Cancelled before there was an answer. */
  CANCELLED("cancelled");

  private final String id;

  SpawnEnding(String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  public boolean hasAnswer() {
    return this != FAILED && this != CANCELLED;
  }

  static SpawnEnding of(String id) {
    Optional<SpawnEnding> found =
        Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    return found.orElseThrow(
        () -> new IllegalArgumentException("unknown ending '%s'".formatted(id)));
  }
}
