package dev.smartspawn.enrich.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.enrich.Listing;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class TopicsEvaluationTest {

  private static final String CATALOGUE = Topics.RAW_OPENROUTER.name();

  private final TopicsEvaluation evaluation = new TopicsEvaluation();
  private long offset;

  @Test
  void wantsEverySourceAndTheAliases() {
    assertThat(evaluation.topics())
        .containsAll(Topics.RAW.stream().map(topic -> topic.name()).toList())
        .contains(Topics.REFERENCE_ALIASES.name())
        .hasSize(Topics.RAW.size() + 1);
  }

  @Test
  void judgesWhatStandsAtTheEnd() {
    take(CATALOGUE, "maker/one", listing("maker/one"));
    take(CATALOGUE, "maker/two", listing("maker/two"));
    take(CATALOGUE, "maker/one", listing("maker/one"));
    assertThat(evaluation.result().models()).isEqualTo(2);
    take(CATALOGUE, "maker/two", null);
    assertThat(evaluation.result().models()).isEqualTo(1);
  }

  @Test
  void passesOverWhatCannotBeRead() {
    take(CATALOGUE, "maker/one", listing("maker/one"));
    take(CATALOGUE, "maker/one", "not json".getBytes(StandardCharsets.UTF_8));
    take(CATALOGUE, "maker/two", "{}".getBytes(StandardCharsets.UTF_8));
    take(CATALOGUE, null, listing("maker/three"));
    assertThat(evaluation.result().models()).isEqualTo(1);
  }

  @Test
  void reportsOnTooFewModelsAsWell() {
    TopicsEvaluation.Result result = evaluation.result();
    assertThat(result.models()).isZero();
    assertThat(result.table()).contains("left out");
    assertThat(result.json()).contains("findings", "withoutAliases");
  }

  @Test
  void refusesTheRecordOfATopicItDidNotAskFor() {
    assertThatThrownBy(() -> take(Topics.SOURCE_STATUS.name(), "openrouter", null))
        .hasMessageContaining(Topics.SOURCE_STATUS.name());
  }

  private void take(String topic, String key, byte[] value) {
    byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    evaluation.take(new ConsumerRecord<>(topic, 0, offset++, keyBytes, value));
  }

  private static byte[] listing(String id) {
    return Topics.RAW_OPENROUTER
        .valueSerde()
        .serializer()
        .serialize(CATALOGUE, new Raw<>("pull", Instant.EPOCH, Listing.of(id).model()));
  }
}
