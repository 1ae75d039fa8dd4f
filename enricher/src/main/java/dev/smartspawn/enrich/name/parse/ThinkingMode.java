package dev.smartspawn.enrich.name.parse;

/** Whether a model was run with thinking. */
public enum ThinkingMode {
  THINKING,
  NOT_THINKING;

  @Override
  public String toString() {
    return this == THINKING ? "thinking" : "non-thinking";
  }
}
