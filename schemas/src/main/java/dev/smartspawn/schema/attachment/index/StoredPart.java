package dev.smartspawn.schema.attachment.index;

import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.attachment.AttachmentPart;
import java.time.Instant;
import java.util.Arrays;

/**
 * A part in the topic, without its bytes.
 *
 * @param writtenAt by the broker's clock
 * @param digest the SHA-256 of its bytes
 * @param shadowed whether a tombstone that does not mean it was written after it; the broker will
 *     remove it nevertheless, when it compacts the topic
 */
public record StoredPart(
    AttachmentPart key,
    long offset,
    Instant writtenAt,
    int bytes,
    byte[] digest,
    boolean shadowed) {

  StoredPart shadow() {
    return new StoredPart(key, offset, writtenAt, bytes, digest, true);
  }

  boolean has(byte[] content) {
    return bytes == content.length && Arrays.equals(digest, AttachmentId.digest().digest(content));
  }

  /** The position in the log identifies it. */
  @Override
  public boolean equals(Object other) {
    return other instanceof StoredPart part && offset == part.offset && key.equals(part.key);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(offset);
  }
}
