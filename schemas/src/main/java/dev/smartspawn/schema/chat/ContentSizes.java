package dev.smartspawn.schema.chat;

import dev.smartspawn.schema.attachment.Attachment;
import dev.smartspawn.schema.media.MediaType;
import dev.smartspawn.schema.media.UnusableMediaException;

/** Adds up the images and files of one request, up to what a request may have. */
public final class ContentSizes {

  /** Of all images and files of a request together. */
  public static final int MAX_BYTES = Attachment.MAX_BYTES;

  /** Of all text files of a request together, which become part of the prompt. */
  public static final int MAX_TEXT_BYTES = 2 * 1024 * 1024;

  private long bytes;
  private long textBytes;

  /**
   * @throws UnusableMediaException if it is too much together with what was added before
   */
  public void add(MediaType type, long length) throws UnusableMediaException {
    bytes += length;
    if (bytes > MAX_BYTES) {
      throw tooLarge();
    }
    textBytes += type == MediaType.TEXT ? length : 0;
    if (textBytes > MAX_TEXT_BYTES) {
      throw new UnusableMediaException(
          "makes the text files %,d bytes long: expected at most %,d"
              .formatted(textBytes, MAX_TEXT_BYTES));
    }
  }

  static UnusableMediaException tooLarge() {
    return new UnusableMediaException(
        "makes the images and files too large: expected at most %d MB together"
            .formatted(MAX_BYTES >> 20));
  }
}
