package dev.smartspawn.query.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.query.topic.TopicUnavailableException;
import dev.smartspawn.query.topic.TopicWriter;
import dev.smartspawn.query.view.ModelView;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.topic.Topics;
import dev.smartspawn.schema.trace.RequestId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaRefreshControlTest {

  private static final RequestId ASKED = new RequestId("asked-by-a-test");

  private final MockProducer<byte[], byte[]> kafka =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final KafkaRefreshControl refreshes =
      new KafkaRefreshControl(
          () -> ModelView.EMPTY, Clock.systemUTC(), Duration.ofMinutes(5), new TopicWriter(kafka));

  @Test
  void aCommandNamesItsRequesterAndSources() {
    assertThat(
            refreshes.request(new RefreshCommand(List.of(Source.LMARENA), null), ASKED).isStarted())
        .isTrue();
    assertThat(kafka.history())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.topic()).isEqualTo("refresh-commands");
              assertThat(record.key()).isNotEmpty();
              assertThat(RequestId.of(record.headers())).hasValue(ASKED);
              assertThat(command(record))
                  .isEqualTo(new RefreshCommand(List.of(Source.LMARENA), "query-api"));
            });
  }

  @Test
  void theRequesterIsKept() {
    refreshes.request(new RefreshCommand(null, "a person"), ASKED);
    assertThat(command(kafka.history().get(0)).requestedBy()).isEqualTo("a person");
  }

  @Test
  void noCommandIsSentIfNothingCanStart() {
    refreshes.request(new RefreshCommand(List.of(Source.ALIASES), null), ASKED);
    assertThat(kafka.history()).isEmpty();
  }

  @Test
  void anUnavailableKafkaIsReported() {
    kafka.sendException = new TimeoutException("no metadata");
    assertThatThrownBy(() -> refreshes.request(RefreshCommand.EVERYTHING, ASKED))
        .isInstanceOf(TopicUnavailableException.class)
        .hasMessageContaining("Kafka did not confirm a record for refresh-commands");
  }

  private static RefreshCommand command(ProducerRecord<byte[], byte[]> record) {
    return Topics.REFRESH_COMMANDS
        .valueSerde()
        .deserializer()
        .deserialize(record.topic(), record.value());
  }
}
