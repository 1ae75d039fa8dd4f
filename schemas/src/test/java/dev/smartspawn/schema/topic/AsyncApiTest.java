package dev.smartspawn.schema.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.lifecycle.ProductVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Checks the AsyncAPI document, which is generated from {@link Topics}, the JSON Schemas next to it
 * and {@link ChannelOfTopic}. Run with {@code -Dschemas.write=true} to write it again after a
 * change.
 */
class AsyncApiTest {

  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path DOCUMENT = RESOURCES.resolve("asyncapi.json");
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String DEFINITIONS = "#/$defs/";

  @Test
  void documentMatchesTopics() throws IOException {
    String generated = document().toPrettyString() + "\n";
    if (Boolean.getBoolean("schemas.write")) {
      Files.writeString(DOCUMENT, generated);
    }

    assertThat(DOCUMENT).content().isEqualTo(generated);
  }

  @Test
  void everyTopicIsAChannel() {
    assertThat(ChannelOfTopic.ALL.stream().<Topic<?, ?>>map(ChannelOfTopic::topic))
        .containsExactlyElementsOf(Topics.ALL);
  }

  private static ObjectNode document() throws IOException {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("asyncapi", "3.0.0");
    document
        .putObject("info")
        .put("title", "Smart Spawn's topics")
        .put("version", ProductVersion.CURRENT)
        .put(
            "description",
            "Everything that crosses a topic. Values are JSON; facts may gain fields, commands are"
                + " read strictly. Consumers should read committed records only: a pull is one"
                + " transaction.")
        .putObject("license")
        .put("name", "MIT")
        .put("url", "https://opensource.org/license/mit");
    ObjectNode server = document.putObject("servers").putObject("local");
    server.put("host", "127.0.0.1:9092").put("protocol", "kafka");
    server.put("description", "The broker that `smart-spawn up` embeds, or any other.");
    document.put("defaultContentType", "application/json");
    ObjectNode channels = document.putObject("channels");
    ObjectNode operations = document.putObject("operations");
    ObjectNode components = document.putObject("components");
    ObjectNode messages = components.putObject("messages");
    ObjectNode schemas = components.putObject("schemas");
    for (ChannelOfTopic channel : ChannelOfTopic.ALL) {
      String name = channel.topic().name();
      channels.set(name, channel(channel));
      addOperations(operations, "send", name, channel.senders());
      addOperations(operations, "receive", name, channel.receivers());
      messages.set(name, message(channel));
      addSchema(schemas, channel.topic());
    }
    return document;
  }

  private static ObjectNode channel(ChannelOfTopic of) {
    ObjectNode channel = Json.MAPPER.createObjectNode();
    channel.put("address", of.topic().name()).put("description", of.holds());
    channel
        .putObject("messages")
        .putObject(of.topic().name())
        .put("$ref", "#/components/messages/" + of.topic().name());
    ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
    kafka.put("topic", of.topic().name()).put("partitions", of.topic().partitions());
    ObjectNode configuration = kafka.putObject("topicConfiguration");
    new TreeMap<>(of.topic().config())
        .forEach((key, value) -> configuration.set(key, configured(key, value)));
    kafka.put("bindingVersion", "0.5.0");
    return channel;
  }

  private static JsonNode configured(String key, String value) {
    if (key.equals("cleanup.policy")) {
      ArrayNode policies = Json.MAPPER.createArrayNode();
      for (String policy : value.split(",", -1)) {
        policies.add(policy);
      }
      return policies;
    }
    return value.chars().allMatch(Character::isDigit)
        ? Json.MAPPER.getNodeFactory().numberNode(Long.parseLong(value))
        : Json.MAPPER.getNodeFactory().textNode(value);
  }

  private static void addOperations(
      ObjectNode operations, String action, String topic, List<String> parties) {
    for (String party : parties) {
      String id = "%s.%s.%s".formatted(party.replace(' ', '-'), action, topic);
      ObjectNode operation = operations.putObject(id);
      operation.put("action", action);
      operation.putObject("channel").put("$ref", "#/channels/" + topic);
      operation.put("summary", party);
    }
  }

  private static ObjectNode message(ChannelOfTopic of) {
    ObjectNode message = Json.MAPPER.createObjectNode();
    message.put("name", of.topic().name()).put("summary", of.holds());
    if (!of.headers().isEmpty()) {
      message.set("headers", headers(of.headers()));
    }
    message.putObject("payload").put("$ref", SCHEMAS + of.topic().name());
    ObjectNode kafka = message.putObject("bindings").putObject("kafka");
    kafka.putObject("key").put("type", "string").put("description", of.key());
    kafka.put("bindingVersion", "0.5.0");
    Object sample = Samples.everyTopic().get(of.topic());
    if (sample == null) {
      message.put("contentType", "application/octet-stream");
    } else {
      JsonNode payload = Json.MAPPER.valueToTree(sample);
      message.putArray("examples").addObject().put("name", "full").set("payload", payload);
    }
    return message;
  }

  private static ObjectNode headers(Map<String, String> meanings) {
    ObjectNode headers = Json.MAPPER.createObjectNode().put("type", "object");
    ObjectNode properties = headers.putObject("properties");
    new TreeMap<>(meanings)
        .forEach(
            (name, meaning) ->
                properties.putObject(name).put("type", "string").put("description", meaning));
    return headers;
  }

  /**
   * Merges the definitions of several schemas. Definitions with the same name are of the same type.
   */
  private static void addSchema(ObjectNode schemas, Topic<?, ?> topic) throws IOException {
    if (Samples.ofBytes().contains(topic)) {
      schemas.putObject(topic.name()).put("description", "any bytes");
      return;
    }
    Path file = RESOURCES.resolve("schema").resolve(topic.name() + ".json");
    ObjectNode schema = (ObjectNode) hoisted(Json.MAPPER.readTree(file.toFile()));
    schema.remove("$schema");
    JsonNode definitions = schema.remove("$defs");
    schemas.set(topic.name(), schema);
    if (definitions != null) {
      definitions.properties().forEach(each -> addOnce(schemas, each.getKey(), each.getValue()));
    }
  }

  private static void addOnce(ObjectNode schemas, String name, JsonNode definition) {
    JsonNode before = schemas.putIfAbsent(name, definition);
    assertThat(before == null ? definition : before).as("the type " + name).isEqualTo(definition);
  }

  private static JsonNode hoisted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(hoisted(field.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, hoisted(array.get(i)));
      }
    } else if (node.isTextual() && node.asText().startsWith(DEFINITIONS)) {
      String name = node.asText().substring(DEFINITIONS.length());
      return Json.MAPPER.getNodeFactory().textNode(SCHEMAS + name);
    }
    return node;
  }
}
