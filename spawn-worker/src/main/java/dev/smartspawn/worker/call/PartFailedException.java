package dev.smartspawn.worker.call;

import dev.smartspawn.schema.enriched.CanonicalId;
import java.util.Collection;

/** No model completed the part. What each model did is in the spawn's own steps. */
public final class PartFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  public PartFailedException(String part, String why) {
    super(part + ": " + why);
  }

  /**
   * @param tried the models that were to do the part
   * @param hint what to do about it; empty for nothing
   */
  static PartFailedException of(String part, Collection<CanonicalId> tried, String hint) {
    String why =
        switch (tried.size()) {
          case 0 -> "no model is left to try";
          case 1 -> tried.iterator().next() + " gave no answer";
          default -> "none of %d models gave an answer".formatted(tried.size());
        };
    return new PartFailedException(part, hint.isEmpty() ? why : why + "; " + hint);
  }
}
