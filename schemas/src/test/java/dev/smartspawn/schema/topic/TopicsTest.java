package dev.smartspawn.schema.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.kafka.UnreadableRecordException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TopicsTest {

  static List<Topic<?, ?>> topicsOfJson() {
    return Topics.ALL.stream().filter(topic -> !Samples.ofBytes().contains(topic)).toList();
  }

  @ParameterizedTest
  @MethodSource("topicsOfJson")
  void writtenValueReadsBackEqual(Topic<?, ?> topic) {
    Object value = sampleOf(topic);

    byte[] written = write(topic, value);

    assertThat(read(topic, written)).isEqualTo(value);
    assertThat(write(topic, read(topic, written))).isEqualTo(written);
  }

  @ParameterizedTest
  @MethodSource("topicsOfJson")
  void errorForMalformedBytesNamesTheTopic(Topic<?, ?> topic) {
    assertThatThrownBy(() -> read(topic, utf8("\0not json")))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageContaining(topic.name());
  }

  @ParameterizedTest
  @MethodSource("topicsOfJson")
  void tombstonesStayTombstones(Topic<?, ?> topic) {
    assertThat(read(topic, null)).isNull();
  }

  @Test
  void misspelledFieldOfACommandIsRefused() {
    assertThatThrownBy(() -> read(Topics.REFRESH_COMMANDS, utf8("{\"source\":[\"lmarena\"]}")))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageContaining("source");
  }

  @Test
  void unknownFieldOfAFactIsIgnored() {
    assertThat(
            read(
                Topics.REFERENCE_ALIASES,
                utf8("{\"name\":\"A\",\"canonicalId\":\"maker/a\",\"since\":\"today\"}")))
        .isNotNull();
  }

  @Test
  void factWithoutItsKeyIsRefused() {
    assertThatThrownBy(
            () ->
                read(
                    Topics.RAW_LIVEBENCH,
                    utf8("{\"pullId\":\"p\",\"pulledAt\":\"2026-01-01T00:00:00Z\",\"record\":{}}")))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageContaining("'model' is missing or blank");
  }

  @Test
  void everyTopicIsInTheListOnce() {
    List<Object> declared =
        Arrays.stream(Topics.class.getDeclaredFields())
            .filter(field -> field.getType() == Topic.class)
            .map(TopicsTest::valueOf)
            .toList();

    assertThat(declared).isNotEmpty();
    assertThat(Topics.ALL).map(Object.class::cast).containsExactlyInAnyOrderElementsOf(declared);
    assertThat(Topics.ALL).extracting(Topic::name).doesNotHaveDuplicates();
  }

  @Test
  void topicIsFoundByItsName() {
    for (Topic<?, ?> topic : Topics.ALL) {
      assertThat(Topics.named(topic.name()).map(Object.class::cast)).contains(topic);
    }
    assertThat(Topics.named("raw-unknown")).isEmpty();
  }

  private static Object valueOf(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(field + " cannot be read", e);
    }
  }

  private static Object sampleOf(Topic<?, ?> topic) {
    return Samples.everyTopic().get(topic);
  }

  @SuppressWarnings("unchecked")
  private static byte[] write(Topic<?, ?> topic, Object value) {
    return ((Topic<?, Object>) topic).valueSerde().serializer().serialize(topic.name(), value);
  }

  private static Object read(Topic<?, ?> topic, byte[] bytes) {
    return topic.valueSerde().deserializer().deserialize(topic.name(), bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
