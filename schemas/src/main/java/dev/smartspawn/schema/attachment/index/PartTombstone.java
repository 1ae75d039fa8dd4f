package dev.smartspawn.schema.attachment.index;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.smartspawn.schema.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Removes a part. A header says which record it means: a part that another client writes in the
 * same moment stays.
 */
public final class PartTombstone {

  /** The offset of the removed record, as a decimal number. */
  public static final String UNTIL = "smart-spawn-until";

  private PartTombstone() {}

  public static ProducerRecord<byte[], byte[]> of(StoredPart part) {
    ProducerRecord<byte[], byte[]> tombstone =
        new ProducerRecord<>(Topics.SPAWN_ATTACHMENTS.name(), part.key().bytes(), null);
    tombstone.headers().add(UNTIL, Long.toString(part.offset()).getBytes(US_ASCII));
    return tombstone;
  }

  /** The newest offset that a tombstone means; one without a header means all before it. */
  static long until(ConsumerRecord<?, ?> tombstone) {
    Header header = tombstone.headers().lastHeader(UNTIL);
    if (header == null || header.value() == null) {
      return tombstone.offset();
    }
    try {
      return Long.parseLong(new String(header.value(), US_ASCII));
    } catch (NumberFormatException e) {
      return tombstone.offset();
    }
  }
}
