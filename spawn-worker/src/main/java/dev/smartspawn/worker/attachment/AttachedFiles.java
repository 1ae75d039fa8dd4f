package dev.smartspawn.worker.attachment;

import dev.smartspawn.schema.attachment.AttachmentMissingException;

/** Puts the files that requests name into the bodies of calls. */
@FunctionalInterface
public interface AttachedFiles {

  /** Has no files. */
  AttachedFiles NONE = FilledBody::plain;

  /**
   * Puts the files into the body of a call, in place of their ids. Waits for room in memory.
   *
   * @throws AttachmentMissingException if one is not there in time
   */
  FilledBody fill(byte[] json) throws AttachmentMissingException;
}
