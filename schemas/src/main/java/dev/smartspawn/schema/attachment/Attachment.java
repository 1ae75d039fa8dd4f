package dev.smartspawn.schema.attachment;

import java.util.List;

/**
 * A file in the pieces in which it is written to its topic.
 *
 * @param pieces at most {@link AttachmentPart#USUAL_BYTES} each; not to be changed
 */
public record Attachment(AttachmentId id, List<byte[]> pieces) {

  /** The most that the files of one request may have together. */
  public static final int MAX_BYTES = 20 * 1024 * 1024;

  public Attachment {
    pieces = List.copyOf(pieces);
  }

  /** The key of a piece. */
  public AttachmentPart part(int index) {
    return new AttachmentPart(id, index + 1, pieces.size());
  }

  public long bytes() {
    return pieces.stream().mapToLong(piece -> piece.length).sum();
  }
}
