package dev.smartspawn.schema.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An unreadable record on its way to {@link Topics#DEAD_LETTERS}, with unchanged bytes and the
 * reason in headers.
 */
public final class DeadLetter {

  public static final String REASON = "smart-spawn-reason";
  public static final String READER = "smart-spawn-reader";
  public static final String TOPIC = "smart-spawn-topic";
  public static final String PARTITION = "smart-spawn-partition";
  public static final String OFFSET = "smart-spawn-offset";

  private DeadLetter() {}

  /**
   * @param reader the service that could not read it
   */
  public static ProducerRecord<byte[], byte[]> of(
      ConsumerRecord<byte[], byte[]> unread, String reader, String reason) {
    return of(
        unread.topic(),
        unread.partition(),
        unread.offset(),
        unread.key(),
        unread.value(),
        reader,
        reason);
  }

  public static ProducerRecord<byte[], byte[]> of(
      String topic,
      int partition,
      long offset,
      byte @Nullable [] key,
      byte @Nullable [] value,
      String reader,
      String reason) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(REASON, utf8(reason));
    headers.add(READER, utf8(reader));
    headers.add(TOPIC, utf8(topic));
    headers.add(PARTITION, utf8(Integer.toString(partition)));
    headers.add(OFFSET, utf8(Long.toString(offset)));
    return new ProducerRecord<>(Topics.DEAD_LETTERS.name(), null, key, value, headers);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
