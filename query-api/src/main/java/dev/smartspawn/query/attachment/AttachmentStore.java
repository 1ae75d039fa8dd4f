package dev.smartspawn.query.attachment;

import dev.smartspawn.schema.attachment.Attachment;
import java.util.List;

/** Where files of requests are kept. */
@FunctionalInterface
public interface AttachmentStore {

  /**
   * Returns once all files are there, and stay there long enough for a request that follows at
   * once.
   *
   * @throws dev.smartspawn.query.topic.TopicUnavailableException if that takes too long
   */
  void keep(List<Attachment> attachments);
}
