package dev.smartspawn.query.view.kafka;

import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.topic.DeadLetter;
import dev.smartspawn.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes unreadable records to {@link Topics#DEAD_LETTERS}, each once: tables are read from
 * their beginning at every start, so before its first letter it looks up which ones earlier starts
 * have sent. Works on a thread of its own, and connects only when there is something to send.
 */
final class DeadLetters implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long CLOSE_SECONDS = 5;

  private final KafkaClients clients;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "query-api-dead-letters"));
  private @Nullable Producer<byte[], byte[]> producer;
  private @Nullable Set<String> sent;

  DeadLetters(KafkaClients clients) {
    this.clients = clients;
  }

  /** Returns immediately. */
  void send(ProducerRecord<byte[], byte[]> letter) {
    thread.execute(() -> sendUnlessSent(letter));
  }

  /** Sends the waiting letters, for a few seconds at most. */
  @Override
  public void close() {
    thread.execute(this::closeProducer);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void sendUnlessSent(ProducerRecord<byte[], byte[]> letter) {
    String origin = origin(letter.headers());
    try {
      if (sent == null) {
        sent = readSent();
      }
      if (sent.add(origin)) {
        log.warn("unreadable record {} to dead-letters: {}", origin, reason(letter.headers()));
        connected().send(letter).get();
      }
    } catch (KafkaException | ExecutionException e) {
      log.error("unreadable record {} could not go to dead-letters: {}", origin, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Set<String> readSent() {
    Set<String> origins = new HashSet<>();
    TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS.name(), 0);
    try (Consumer<byte[], byte[]> consumer =
        clients.consumer(
            "dead-letters-sent",
            Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted"))) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(POLL)) {
          if (ReadableRecords.READER.equals(text(letter.headers(), DeadLetter.READER))) {
            origins.add(origin(letter.headers()));
          }
        }
      }
    }
    return origins;
  }

  private Producer<byte[], byte[]> connected() {
    if (producer == null) {
      producer =
          clients.producer(
              "dead-letters",
              Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES));
    }
    return producer;
  }

  private void closeProducer() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
    }
  }

  private static String origin(Headers headers) {
    return text(headers, DeadLetter.TOPIC)
        + '-'
        + text(headers, DeadLetter.PARTITION)
        + '@'
        + text(headers, DeadLetter.OFFSET);
  }

  private static String reason(Headers headers) {
    return text(headers, DeadLetter.REASON);
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
