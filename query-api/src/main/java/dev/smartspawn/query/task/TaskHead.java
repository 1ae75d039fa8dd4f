package dev.smartspawn.query.task;

import java.util.Locale;

/** A question about a task that a trained model answers. */
enum TaskHead {
  CATEGORY(20),
  STACK(14),
  JOB(14),
  DOMAIN(14);

  /** The label of a domain or stack that is none of the others. */
  static final String OTHER = "other";

  private final int bits;

  TaskHead(int bits) {
    this.bits = bits;
  }

  /** The model has 2 to the power of this many weights for each label. */
  int bits() {
    return bits;
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
