package dev.smartspawn.query.spawn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smartspawn.schema.spawn.SpawnOutcome;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class SpawnReaderTest {

  private static final Clock CLOCK = Clock.fixed(SpawnTopicsUnderTest.NOW, ZoneOffset.UTC);
  private static final SpawnRequest REQUEST =
      SpawnTopicsUnderTest.keyed("Name three primes.", "key");
  private static final SpawnOutcome OUTCOME =
      new SpawnOutcome(REQUEST.chosenId().orElseThrow(), 4, "good", SpawnTopicsUnderTest.NOW);

  private final SpawnTopicsUnderTest topics = new SpawnTopicsUnderTest();
  private final SpawnTable table = new SpawnTable(3, new PastSpawns(SpawnReader.LOOKBACK, CLOCK));
  private final SpawnReader reader =
      new SpawnReader(
          table,
          new SpawnMeter(new SimpleMeterRegistry(), table, CLOCK),
          new SpawnWatches(),
          CLOCK);

  @Test
  void anOutcomeIsKeptWhateverIsReadFirst() {
    topics.completed(REQUEST);
    reader.read(topics.outcome(OUTCOME));
    topics.of(Topics.SPAWN_REQUESTS).forEach(reader::read);
    topics.of(Topics.SPAWN_EVENTS).forEach(reader::read);

    assertThat(table.find(OUTCOME.spawnId()).orElseThrow().outcome()).isEqualTo(OUTCOME);
  }

  @Test
  void existingRecordsAreReadEventsFirstAndOutcomesLast() throws InterruptedException {
    topics.completed(REQUEST);
    topics.outcome(OUTCOME);
    MockConsumer<byte[], byte[]> consumer = topics.consumer();

    reader.begin(consumer);
    assertThat(consumer.paused())
        .extracting(TopicPartition::topic)
        .containsExactlyInAnyOrder("spawn-requests", "spawn-outcomes");
    readOn(consumer);
    assertThat(consumer.paused())
        .extracting(TopicPartition::topic)
        .containsExactly("spawn-outcomes");
    readOn(consumer);
    assertThat(consumer.paused()).isEmpty();
    assertThat(reader.awaitCaughtUp(Duration.ZERO)).isFalse();
    readOn(consumer);

    assertThat(reader.awaitCaughtUp(Duration.ZERO)).isTrue();
    assertThat(table.find(OUTCOME.spawnId()).orElseThrow().outcome()).isEqualTo(OUTCOME);
  }

  private void readOn(MockConsumer<byte[], byte[]> consumer) {
    consumer.poll(Duration.ZERO).forEach(reader::read);
    reader.batchRead(consumer);
  }
}
