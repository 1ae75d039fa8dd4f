package dev.smartspawn.query.spawn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.query.topic.TopicUnavailableException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading single records while Kafka is away. */
class SpawnArchiveTest {

  private static final TopicPartition PARTITION = new TopicPartition("spawn-events", 0);

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile boolean waits;
  private volatile boolean away = true;

  @Test
  @Timeout(30)
  void oneReadAtATimeTriesKafkaAgainAndTheOthersFailAtOnce() throws Exception {
    try (SpawnArchive archive = new SpawnArchive(Consumer::new)) {
      assertThatThrownBy(() -> archive.value(PARTITION, 0))
          .isInstanceOf(TopicUnavailableException.class);
      waits = true;
      CompletableFuture<byte[]> trying =
          CompletableFuture.supplyAsync(() -> archive.value(PARTITION, 0));
      assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();

      for (int i = 0; i < 100; i++) {
        assertThatThrownBy(() -> archive.value(PARTITION, 0))
            .isInstanceOf(TopicUnavailableException.class);
      }

      assertThat(trying).isNotDone();
      away = false;
      end.countDown();
      assertThat(trying.get()).isNull();
      assertThat(archive.value(PARTITION, 0)).isNull();
    }
  }

  /** Has no records. */
  private final class Consumer extends MockConsumer<byte[], byte[]> {

    Consumer() {
      super("earliest");
    }

    @Override
    public Map<TopicPartition, Long> beginningOffsets(Collection<TopicPartition> partitions) {
      if (waits) {
        entered.countDown();
        awaitEnd();
      }
      if (away) {
        throw new TimeoutException("no broker");
      }
      return Map.of(PARTITION, 1L);
    }

    private void awaitEnd() {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
