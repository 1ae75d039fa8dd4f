package dev.smartspawn.worker.attachment;

import dev.smartspawn.schema.attachment.index.StoredPart;
import org.jspecify.annotations.Nullable;

/** Reads single parts. */
@FunctionalInterface
interface PartSource {

  /**
   * The bytes of a part.
   *
   * @throws PartLostException if it is gone, or Kafka does not answer
   */
  byte[] read(StoredPart part) throws PartLostException;

  /** A part is not at its place any more, or cannot be read. */
  final class PartLostException extends Exception {

    private static final long serialVersionUID = 1L;

    PartLostException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
