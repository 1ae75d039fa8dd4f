package dev.smartspawn.schema.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.smartspawn.schema.lifecycle.Readiness;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

  private static final TopicPartition PARTITION = new TopicPartition("spawn-events", 0);

  private final List<String> read = new CopyOnWriteArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();

  @Test
  void readsOnWithANewConsumerAfterAnErrorOfTheBroker() {
    try (TopicReader reader =
        start(
            first ->
                first.schedulePollTask(() -> first.setPollException(new KafkaException("away"))),
            value -> {})) {
      await().until(() -> read.size() == 3);

      assertThat(read).containsExactly("a", "b", "c");
      assertThat(opened).hasValue(2);
      await().until(() -> reader.readiness() instanceof Readiness.Ready);
    }
  }

  @Test
  void triesARecordAgainWithoutReadingTheOnesBeforeIt() {
    AtomicInteger failures = new AtomicInteger();
    try (TopicReader reader =
        start(
            first -> {},
            value -> {
              if (value.equals("b") && failures.incrementAndGet() < 3) {
                throw new IllegalStateException("a failure that passes");
              }
            })) {
      await().until(() -> read.size() == 3);

      assertThat(read).containsExactly("a", "b", "c");
      await().until(() -> reader.readiness() instanceof Readiness.Ready);
    }
  }

  @Test
  void isNotReadyWhileReadingFailsAndFailsWhenItNeverPasses() {
    try (TopicReader reader =
        start(
            first -> {},
            value -> {
              throw new IllegalStateException("a failure that stays");
            })) {
      await().until(() -> reader.readiness() instanceof Readiness.Restoring);
      await().until(() -> reader.readiness() instanceof Readiness.Failed);

      assertThat(read).isEmpty();
      assertThat(opened).hasValueGreaterThan(2);
    }
  }

  @Test
  void skipsWhatCannotBeRead() {
    try (TopicReader reader =
        start(
            first -> {},
            value -> {
              if (value.equals("b")) {
                throw new UnreadableRecordException(PARTITION.topic(), "not of this topic");
              }
            })) {
      await().until(() -> read.size() == 2);

      assertThat(read).containsExactly("a", "c");
      await().until(() -> reader.readiness() instanceof Readiness.Ready);
    }
  }

  private TopicReader start(
      Consumer<MockConsumer<byte[], byte[]>> first, Consumer<String> process) {
    return TopicReader.start(
        "test-reader",
        () -> {
          MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
          consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
          consumer.updateEndOffsets(Map.of(PARTITION, 3L));
          consumer.schedulePollTask(() -> add(consumer, 0, "a"));
          if (opened.incrementAndGet() == 1) {
            first.accept(consumer);
          }
          consumer.schedulePollTask(
              () -> {
                add(consumer, 1, "b");
                add(consumer, 2, "c");
              });
          return consumer;
        },
        new TopicReader.Records() {
          @Override
          public void begin(org.apache.kafka.clients.consumer.Consumer<?, ?> consumer) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
          }

          @Override
          public void read(ConsumerRecord<byte[], byte[]> record) {
            String value = new String(record.value(), UTF_8);
            process.accept(value);
            read.add(value);
          }
        });
  }

  private static void add(MockConsumer<byte[], byte[]> consumer, long offset, String value) {
    consumer.addRecord(
        new ConsumerRecord<>(
            PARTITION.topic(), PARTITION.partition(), offset, null, value.getBytes(UTF_8)));
  }
}
