package dev.smartspawn.query.attachment;

import dev.smartspawn.query.topic.TopicUnavailableException;
import dev.smartspawn.schema.attachment.Attachment;
import dev.smartspawn.schema.attachment.index.AttachmentIndex;
import dev.smartspawn.schema.attachment.index.AttachmentLifetime;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.kafka.TopicReader;
import dev.smartspawn.schema.lifecycle.Readiness;
import dev.smartspawn.schema.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Writes files to their topic. A file that is there already is not written again, unless its copy
 * is so old that it might be removed before the request arrives.
 */
public final class KafkaAttachmentStore implements AttachmentStore, AutoCloseable {

  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration INDEX_PATIENCE = Duration.ofSeconds(5);
  private static final int ACK_TIMEOUT_MILLIS = 20_000;
  private static final int MAX_BLOCK_MILLIS = 10_000;

  /** Parts that wait for their acknowledgement; the files themselves are in memory anyway. */
  private static final long BUFFER_BYTES = 8L * 1024 * 1024;

  private final Producer<byte[], byte[]> producer;
  private final AttachmentIndex index;
  private final TopicReader reader;
  private final Clock clock;

  private KafkaAttachmentStore(
      Producer<byte[], byte[]> producer, AttachmentIndex index, TopicReader reader, Clock clock) {
    this.producer = producer;
    this.index = index;
    this.reader = reader;
    this.clock = clock;
  }

  /** Returns at once; the topic is read in the background. */
  public static KafkaAttachmentStore open(KafkaClients clients, Clock clock) {
    AttachmentIndex index = new AttachmentIndex();
    return new KafkaAttachmentStore(
        clients.producer(
            "attachments",
            Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                BUFFER_BYTES,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                MAX_BLOCK_MILLIS,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ACK_TIMEOUT_MILLIS / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                ACK_TIMEOUT_MILLIS)),
        index,
        TopicReader.start(
            "attachment-index", () -> clients.consumer("attachment-index", Map.of()), index),
        clock);
  }

  public Readiness readiness() {
    return reader.readiness();
  }

  @Override
  public void keep(List<Attachment> attachments) {
    Instant begun = clock.instant();
    index.forgetBefore(begun.minus(Topics.ATTACHMENTS_KEPT));
    List<Future<RecordMetadata>> written = new ArrayList<>();
    try {
      // Without the index, a file is written again, which costs time and space only.
      Object unusedWait = index.awaitCaughtUp(INDEX_PATIENCE);
      for (Attachment attachment : attachments) {
        if (!index.holds(attachment, begun.minus(AttachmentLifetime.REUSED))) {
          write(attachment, written);
        }
      }
      for (Future<RecordMetadata> each : written) {
        Object unused = each.get(ACK_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new TopicUnavailableException("Kafka did not confirm a file in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicUnavailableException("interrupted while writing a file", e);
    }
    if (clock.instant().isAfter(begun.plus(AttachmentLifetime.WRITTEN_WITHIN))) {
      throw new TopicUnavailableException("the files took too long to write");
    }
  }

  @Override
  public void close() {
    reader.close();
    producer.close(CLOSE_TIMEOUT);
  }

  private void write(Attachment attachment, List<Future<RecordMetadata>> written) {
    for (int i = 0; i < attachment.pieces().size(); i++) {
      written.add(
          producer.send(
              new ProducerRecord<>(
                  Topics.SPAWN_ATTACHMENTS.name(),
                  attachment.part(i).bytes(),
                  attachment.pieces().get(i))));
    }
  }
}
