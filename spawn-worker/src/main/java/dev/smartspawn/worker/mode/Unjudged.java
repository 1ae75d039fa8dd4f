package dev.smartspawn.worker.mode;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a cascade's cheap answer that no judge has graded. */
public enum Unjudged {
  /** An expensive model answers again. */
  ESCALATE,
  /** The cheap answer is kept. */
  KEEP;

  public static Optional<Unjudged> find(String id) {
    return Arrays.stream(values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(id))
        .findFirst();
  }
}
