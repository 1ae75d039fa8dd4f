package dev.smartspawn.enrich.name;

/** Whether a model thinks before it answers. */
enum Mode {
  THINKING,
  NOT_THINKING;

  @Override
  public String toString() {
    return this == THINKING ? "thinking" : "non-thinking";
  }
}
