package dev.smartspawn.schema.attachment;

/** Some or all bytes of an attachment are not there. */
public class AttachmentMissingException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param what is missing, for people
   */
  public AttachmentMissingException(AttachmentId id, String what) {
    super("%s is missing: %s".formatted(id, what));
  }
}
