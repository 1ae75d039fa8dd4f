package dev.smartspawn.schema.attachment.index;

import dev.smartspawn.schema.attachment.AttachmentId;
import dev.smartspawn.schema.attachment.AttachmentPart;
import java.time.Instant;

/**
 * A part in the topic, without its bytes.
 *
 * @param writtenAt by the broker's clock
 * @param hash the SHA-256 of its bytes
 * @param shadowed whether a tombstone that does not mean it was written after it; the broker will
 *     remove it nevertheless, when it compacts the topic
 */
public record StoredPart(
    AttachmentPart key, long offset, Instant writtenAt, int bytes, String hash, boolean shadowed) {

  StoredPart shadow() {
    return new StoredPart(key, offset, writtenAt, bytes, hash, true);
  }

  boolean has(byte[] content) {
    return bytes == content.length && hash.equals(AttachmentId.of(content).hash());
  }
}
