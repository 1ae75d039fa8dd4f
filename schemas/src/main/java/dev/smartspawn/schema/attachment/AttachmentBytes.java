package dev.smartspawn.schema.attachment;

/** Where the bytes of attachments are read. */
@FunctionalInterface
public interface AttachmentBytes {

  /** Has no attachments. */
  AttachmentBytes NONE =
      id -> {
        throw new AttachmentMissingException(id, "there is no store of attachments");
      };

  /**
   * All bytes of an attachment.
   *
   * @throws AttachmentMissingException if they are not all there
   */
  byte[] read(AttachmentId id) throws AttachmentMissingException;
}
