package dev.smartspawn.query.spawn;

/** What is asked for does not go with what became of the spawn. */
public final class SpawnConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code for programs, as {@code already_ended}
   */
  SpawnConflictException(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
