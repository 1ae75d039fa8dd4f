package dev.smartspawn.query.spawn;

/** The command does not fit the state of the spawn. */
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
