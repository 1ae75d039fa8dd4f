package dev.smartspawn.worker.call;

import java.util.List;

/** No model completed the part. The message lists the failure of each call. */
public final class PartFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  public PartFailedException(String part, List<String> failures) {
    super(
        "%s: %s"
            .formatted(
                part,
                failures.isEmpty()
                    ? "no model is left to try"
                    : String.join("; ", failures.stream().distinct().toList())));
  }
}
