package dev.smartspawn.schema.attachment;

import dev.smartspawn.schema.media.UnusableMediaException;

/** Where the bytes of attachments are read. */
public interface AttachmentBytes {

  /** Has no attachments. */
  AttachmentBytes NONE =
      new AttachmentBytes() {
        @Override
        public <T> T read(AttachmentId id, Use<T> use) throws AttachmentMissingException {
          throw new AttachmentMissingException(id, "there is no store of attachments");
        }
      };

  /**
   * Reads an attachment as a whole. Many may be read at once, so the bytes are not to be kept.
   *
   * @param use what is made of all its bytes
   * @throws AttachmentMissingException if they are not all there
   * @throws UnusableMediaException if no use can be made of them
   */
  <T> T read(AttachmentId id, Use<T> use) throws AttachmentMissingException, UnusableMediaException;

  /** What is made of an attachment's bytes. */
  @FunctionalInterface
  interface Use<T> {
    T of(byte[] bytes) throws UnusableMediaException;
  }
}
