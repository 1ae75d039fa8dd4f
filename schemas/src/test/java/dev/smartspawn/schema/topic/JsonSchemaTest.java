package dev.smartspawn.schema.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.smartspawn.schema.change.ModelChange;
import dev.smartspawn.schema.cost.SavingsRow;
import dev.smartspawn.schema.cost.SpendRow;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.UnresolvedName;
import dev.smartspawn.schema.format.ResponseFormat;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.kafka.Topic;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.raw.ArenaRating;
import dev.smartspawn.schema.raw.ArenaStanding;
import dev.smartspawn.schema.raw.ArtificialAnalysisModel;
import dev.smartspawn.schema.raw.HfEvaluation;
import dev.smartspawn.schema.raw.LiveBenchResult;
import dev.smartspawn.schema.raw.OpenRouterModel;
import dev.smartspawn.schema.raw.Raw;
import dev.smartspawn.schema.reference.Alias;
import dev.smartspawn.schema.reference.ModelOverride;
import dev.smartspawn.schema.refresh.ClosedRefresh;
import dev.smartspawn.schema.refresh.EnrichmentRun;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.refresh.SourceStatus;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnOutcome;
import dev.smartspawn.schema.spawn.SpawnReport;
import dev.smartspawn.schema.spawn.SpawnRequest;
import dev.smartspawn.schema.spawn.SpawnResult;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks the JSON Schemas under resources/schema, which are generated from the value types of
 * {@link Topics}. Run with {@code -Dschemas.write=true} to write them again after a change.
 */
class JsonSchemaTest {

  private static final Path FOLDER = Path.of("src/main/resources/schema");

  private static final Map<Topic<?, ?>, Type> VALUE_TYPES =
      Map.ofEntries(
          Map.entry(Topics.REFRESH_COMMANDS, RefreshCommand.class),
          Map.entry(Topics.RAW_OPENROUTER, OpenRouterModel.class),
          Map.entry(Topics.RAW_ARTIFICIAL_ANALYSIS, ArtificialAnalysisModel.class),
          Map.entry(Topics.RAW_HF_LEADERBOARD, HfEvaluation.class),
          Map.entry(Topics.RAW_LMARENA, ArenaRating.class),
          Map.entry(Topics.RAW_LMARENA_DATASET, ArenaStanding.class),
          Map.entry(Topics.RAW_LIVEBENCH, LiveBenchResult.class),
          Map.entry(Topics.REFERENCE_ALIASES, Alias.class),
          Map.entry(Topics.REFERENCE_OVERRIDES, ModelOverride.class),
          Map.entry(Topics.SOURCE_STATUS, SourceStatus.class),
          Map.entry(Topics.ENRICHED_MODELS, EnrichedModel.class),
          Map.entry(Topics.UNRESOLVED_NAMES, UnresolvedName.class),
          Map.entry(Topics.ENRICHMENT_RUNS, EnrichmentRun.class),
          Map.entry(Topics.CLOSED_REFRESHES, ClosedRefresh.class),
          Map.entry(Topics.MODEL_CHANGES, ModelChange.class),
          Map.entry(Topics.SPAWN_REQUESTS, SpawnRequest.class),
          Map.entry(Topics.SPAWN_EVENTS, SpawnEvent.class),
          Map.entry(Topics.SPAWN_RESULTS, SpawnResult.class),
          Map.entry(Topics.SPEND, SpendRow.class),
          Map.entry(Topics.SAVINGS, SavingsRow.class),
          Map.entry(Topics.SPAWN_OUTCOMES, SpawnOutcome.class),
          Map.entry(Topics.SPAWN_LOG, SpawnReport.class));

  /** Records that are written as a single JSON value. */
  private static final Map<Class<?>, String> PLAIN_TYPES =
      Map.of(CanonicalId.class, "string", SpawnId.class, "string", Usd.class, "number");

  static List<Topic<?, ?>> topicsOfJson() {
    return TopicsTest.topicsOfJson();
  }

  @ParameterizedTest
  @MethodSource("topicsOfJson")
  void schemaFileMatchesType(Topic<?, ?> topic) throws IOException {
    String generated = generate(topic).toPrettyString() + "\n";
    Path file = FOLDER.resolve(topic.name() + ".json");
    if (Boolean.getBoolean("schemas.write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, generated);
    }

    assertThat(file).content().isEqualTo(generated);
  }

  @ParameterizedTest
  @MethodSource("topicsOfJson")
  void sampleIsValid(Topic<?, ?> topic) throws IOException {
    JsonNode sample = Json.MAPPER.valueToTree(Samples.everyTopic().get(topic));

    assertThat(schemaOf(topic).validate(sample)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("topicsOfJson")
  void valueOfAnotherTypeIsNotValid(Topic<?, ?> topic) throws IOException {
    assertThat(schemaOf(topic).validate(Json.MAPPER.readTree("[1]"))).isNotEmpty();
  }

  private static JsonSchema schemaOf(Topic<?, ?> topic) throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(FOLDER.resolve(topic.name() + ".json")));
  }

  private static ObjectNode generate(Topic<?, ?> topic) {
    Type type = VALUE_TYPES.get(topic);
    ObjectNode schema =
        Topics.RAW.contains(topic)
            ? generator().generateSchema(Raw.class, type)
            : generator().generateSchema(type);
    schema.put("title", topic.name());
    if (topic == Topics.REFRESH_COMMANDS || topic == Topics.SPAWN_REQUESTS) {
      schema.put("additionalProperties", false);
    }
    if (topic == Topics.SPAWN_REQUESTS) {
      schema.remove("required");
      schema.putArray("oneOf").addAll(List.of(requiring("task"), requiring("messages")));
      ((ObjectNode) schema.at("/properties/messages/items/properties"))
          .set("content", ContentSchemas.textOrParts());
    }
    return schema;
  }

  private static SchemaGenerator generator() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                new JacksonModule(
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                    JacksonOption.RESPECT_JSONPROPERTY_ORDER))
            .with(Option.EXTRA_OPEN_API_FORMAT_VALUES, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
    config
        .forFields()
        .withRequiredCheck(
            field ->
                !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && !field.getRawMember().isAnnotationPresent(JsonInclude.class));
    config
        .forTypesInGeneral()
        .withCustomDefinitionProvider(
            (javaType, context) -> ContentSchemas.of(javaType.getErasedType()))
        .withCustomDefinitionProvider(
            (javaType, context) ->
                javaType.getErasedType() == ResponseFormat.class
                    ? new CustomDefinition(jsonOrSchema(), true)
                    : javaType.getErasedType() == JsonNode.class
                        ? new CustomDefinition(Json.MAPPER.createObjectNode(), true)
                        : null)
        .withCustomDefinitionProvider(
            (javaType, context) ->
                javaType.getErasedType() == Source.class ? new CustomDefinition(sources()) : null)
        .withCustomDefinitionProvider(
            (javaType, context) ->
                PLAIN_TYPES.containsKey(javaType.getErasedType())
                    ? new CustomDefinition(
                        Json.MAPPER
                            .createObjectNode()
                            .put("type", PLAIN_TYPES.get(javaType.getErasedType())),
                        true)
                    : null);
    return new SchemaGenerator(config.build());
  }

  private static ObjectNode jsonOrSchema() {
    ObjectNode format = Json.MAPPER.createObjectNode();
    ArrayNode forms = format.putArray("anyOf");
    forms.addObject().put("const", "json");
    forms.addObject().put("type", "object");
    return format;
  }

  private static ObjectNode requiring(String field) {
    ObjectNode required = Json.MAPPER.createObjectNode();
    required.putArray("required").add(field);
    return required;
  }

  private static ObjectNode sources() {
    ObjectNode sources = Json.MAPPER.createObjectNode().put("type", "string");
    sources.set("enum", Json.MAPPER.valueToTree(Source.ALL));
    return sources;
  }
}
