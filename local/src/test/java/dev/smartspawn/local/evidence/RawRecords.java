package dev.smartspawn.local.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.local.kafka.TopicSnapshotReader;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.KafkaClients;
import dev.smartspawn.schema.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Topics as any reader of theirs would find them: bytes of JSON at a partition and an offset. */
final class RawRecords {

  /** Where a number stands in a record, when it does not stand under the metric's own name. */
  private static final Map<String, String> POINTERS =
      Map.ofEntries(
          Map.entry("openrouter/intelligence_index", "/artificialAnalysis/intelligenceIndex"),
          Map.entry("openrouter/coding_index", "/artificialAnalysis/codingIndex"),
          Map.entry("openrouter/agentic_index", "/artificialAnalysis/agenticIndex"),
          Map.entry("artificial-analysis/output_tokens_per_second", "/outputTokensPerSecond"),
          Map.entry("artificial-analysis/time_to_first_token", "/timeToFirstTokenSeconds"),
          Map.entry("hf-leaderboard/average", "/average"),
          Map.entry("hf-leaderboard/ifeval", "/ifEval"),
          Map.entry("hf-leaderboard/bbh", "/bbh"),
          Map.entry("hf-leaderboard/math_lvl_5", "/mathLvl5"),
          Map.entry("hf-leaderboard/gpqa", "/gpqa"),
          Map.entry("hf-leaderboard/musr", "/musr"),
          Map.entry("hf-leaderboard/mmlu_pro", "/mmluPro"),
          Map.entry("lmarena/text", "/rating"),
          Map.entry("lmarena/vision", "/rating"));

  /** The folder of the numbers that do stand under their own name, by source. */
  private static final Map<Source, String> FOLDERS =
      Map.of(
          Source.ARTIFICIAL_ANALYSIS, "/evaluations/",
          Source.LIVEBENCH, "/categoryScores/",
          Source.OVERRIDES, "/scores/");

  private static final Map<Source, String> NAMES =
      Map.of(
          Source.OPENROUTER, "/name",
          Source.ARTIFICIAL_ANALYSIS, "/name",
          Source.HF_LEADERBOARD, "/fullname",
          Source.LMARENA, "/name",
          Source.LMARENA_DATASET, "/name",
          Source.LIVEBENCH, "/model",
          Source.OVERRIDES, "/canonicalId");

  private final Map<Position, JsonNode> records = new HashMap<>();

  private record Position(String topic, int partition, long offset) {}

  /** Reads each topic once, from its beginning to its end. */
  static RawRecords of(String bootstrapServers, Collection<String> topics) {
    RawRecords read = new RawRecords();
    try (TopicSnapshotReader reader =
        new TopicSnapshotReader(KafkaClients.plain(bootstrapServers, "test"))) {
      topics.forEach(topic -> reader.readAll(topic, read::keep));
    }
    return read;
  }

  /** The record an evidence entry points at; missing where there is none. */
  JsonNode at(JsonNode entry) {
    Position position =
        new Position(
            entry.path("topic").asText(),
            entry.path("partition").asInt(-1),
            entry.path("offset").asLong(-1));
    return records.getOrDefault(position, Json.MAPPER.missingNode());
  }

  /** Its own key, with which it was sent. */
  static String key(JsonNode record) {
    return record.path("key").asText();
  }

  /** What it says; a pull's envelope is taken off. */
  static JsonNode content(JsonNode record) {
    return record.path("value").path("record").isMissingNode()
        ? record.path("value")
        : record.path("value").path("record");
  }

  static String name(Source source, JsonNode record) {
    return content(record).at(NAMES.get(source)).asText();
  }

  /** The number under {@code metric}; missing where it does not say one. */
  static JsonNode number(Source source, String metric, JsonNode record) {
    String field = metric.substring(metric.indexOf('/') + 1);
    if (source.equals(Source.LMARENA_DATASET)) {
      String category = field.substring(field.indexOf('/') + 1);
      return content(record).at("/categories/" + category + "/rating");
    }
    return content(record).at(POINTERS.getOrDefault(metric, FOLDERS.get(source) + field));
  }

  private void keep(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() != null) {
      Position position = new Position(record.topic(), record.partition(), record.offset());
      records.put(
          position,
          Json.MAPPER
              .createObjectNode()
              .put("key", new String(record.key(), StandardCharsets.UTF_8))
              .set("value", parse(record.value())));
    }
  }

  private static JsonNode parse(byte[] value) {
    try {
      return Json.MAPPER.readTree(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
