package dev.smartspawn.query;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import dev.smartspawn.query.catalogue.CompareBody;
import dev.smartspawn.query.catalogue.EvidenceBody;
import dev.smartspawn.query.catalogue.ModelBody;
import dev.smartspawn.query.catalogue.ModelsBody;
import dev.smartspawn.query.catalogue.UnresolvedNamesBody;
import dev.smartspawn.query.change.ChangesBody;
import dev.smartspawn.query.cost.CascadeBody;
import dev.smartspawn.query.cost.CostsBody;
import dev.smartspawn.query.cost.DigestBody;
import dev.smartspawn.query.cost.SavingsBody;
import dev.smartspawn.query.http.response.ErrorBody;
import dev.smartspawn.query.recommend.endpoint.PickBody;
import dev.smartspawn.query.recommend.endpoint.RecommendBody;
import dev.smartspawn.query.refresh.RefreshBody;
import dev.smartspawn.query.spawn.endpoint.SpawnBody;
import dev.smartspawn.query.spawn.endpoint.SpawnOutcomeBody;
import dev.smartspawn.query.spawn.endpoint.SpawnsBody;
import dev.smartspawn.query.spawnlog.SpawnReportBody;
import dev.smartspawn.query.status.HealthBody;
import dev.smartspawn.query.status.StatusBody;
import dev.smartspawn.query.view.RenderedModel;
import dev.smartspawn.schema.chat.ContentPart;
import dev.smartspawn.schema.enriched.CanonicalId;
import dev.smartspawn.schema.enriched.EnrichedModel;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.format.ResponseFormat;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.source.Source;
import dev.smartspawn.schema.spawn.SpawnEvent;
import dev.smartspawn.schema.spawn.SpawnId;
import dev.smartspawn.schema.spawn.SpawnRating;
import dev.smartspawn.schema.spawn.SpawnRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every body as a schema, strictly: what is not in the type may not be in the body, and what cannot
 * be absent has to be there.
 */
final class BodySchemas {

  private static final List<Type> BODIES =
      List.of(
          PickBody.class,
          RecommendBody.class,
          ModelsBody.class,
          ModelBody.class,
          EvidenceBody.class,
          CompareBody.class,
          UnresolvedNamesBody.class,
          ChangesBody.class,
          CostsBody.class,
          SavingsBody.class,
          CascadeBody.class,
          DigestBody.class,
          StatusBody.class,
          RefreshBody.class,
          SpawnBody.class,
          SpawnsBody.class,
          SpawnOutcomeBody.class,
          SpawnReportBody.class,
          HealthBody.class,
          ErrorBody.class,
          RefreshCommand.class,
          SpawnRequest.class,
          SpawnRating.class,
          SpawnEvent.class);

  /** Records that are one JSON value. */
  private static final Map<Class<?>, String> PLAIN_TYPES =
      Map.of(CanonicalId.class, "string", SpawnId.class, "string", Usd.class, "number");

  private BodySchemas() {}

  /** By name, in alphabetical order. */
  static ObjectNode all() {
    SchemaGenerator generator = new SchemaGenerator(config().build());
    SchemaBuilder builder = generator.buildMultipleSchemaDefinitions();
    BODIES.forEach(builder::createSchemaReference);
    Map<String, JsonNode> sorted = new TreeMap<>();
    builder
        .collectDefinitions("components/schemas")
        .properties()
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    ObjectNode schemas = Json.MAPPER.createObjectNode();
    schemas.setAll(sorted);
    sorted.keySet().stream()
        .filter(name -> name.endsWith("-1"))
        .forEach(name -> merge(name.substring(0, name.length() - 2), schemas));
    schemas.path("SpawnEvent").at("/properties/step/anyOf").forEach(BodySchemas::pointToMerged);
    schemas
        .path("SpawnReportBody")
        .at("/properties/data/anyOf")
        .forEach(BodySchemas::pointToMerged);
    JsonNode topic = spawnRequestOfTheTopic();
    ((ObjectNode) schemas.path("SpawnRequest")).set("oneOf", topic.path("oneOf"));
    ((ObjectNode) schemas.path("SpawnRequest")).remove("required");
    ((ObjectNode) schemas.at("/ChatMessage/properties"))
        .set("content", topic.at("/properties/messages/items/properties/content"));
    for (String field : List.of("images", "files")) {
      ((ObjectNode) schemas.at("/SpawnRequest/properties"))
          .set(field, topic.at("/properties/" + field));
    }
    ((ObjectNode) schemas.at("/SpawnRequest/properties/responseFormat"))
        .remove("additionalProperties");
    List.of("SpawnBodySpawn", "SpawnResult")
        .forEach(name -> ((ObjectNode) schemas.path(name).path("properties")).putObject("json"));
    return schemas;
  }

  /** The topic's own schema says what a type of Java cannot: task or messages, text or parts. */
  private static JsonNode spawnRequestOfTheTopic() {
    try (InputStream schema =
        Objects.requireNonNull(
            BodySchemas.class.getResourceAsStream("/schema/spawn-requests.json"))) {
      return Json.MAPPER.readTree(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SchemaGeneratorConfigBuilder config() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(
                new JacksonModule(
                    JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE,
                    JacksonOption.RESPECT_JSONPROPERTY_ORDER))
            .with(
                Option.EXTRA_OPEN_API_FORMAT_VALUES,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    config
        .forFields()
        .withRequiredCheck(
            field ->
                (!isNullable(field) || isWhole(field))
                    && !field.getRawMember().isAnnotationPresent(JsonInclude.class))
        .withNullableCheck(field -> isNullable(field) && isWhole(field));
    config
        .forTypesInGeneral()
        .withDefinitionNamingStrategy((key, context) -> name(key.getType().getErasedType()))
        .withCustomDefinitionProvider(BodySchemas::custom);
    return config;
  }

  private static boolean isNullable(FieldScope field) {
    return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Whether its type shows what is not there as null. */
  private static boolean isWhole(FieldScope field) {
    Class<?> type = field.getDeclaringType().getErasedType();
    return type == Evidence.class || type.isAnnotationPresent(JsonInclude.class);
  }

  private static @Nullable CustomDefinition custom(
      ResolvedType type, SchemaGenerationContext context) {
    Class<?> erased = type.getErasedType();
    if (PLAIN_TYPES.containsKey(erased)) {
      return inline(Json.MAPPER.createObjectNode().put("type", PLAIN_TYPES.get(erased)));
    }
    if (erased == Source.class) {
      ObjectNode sources = Json.MAPPER.createObjectNode().put("type", "string");
      sources.set("enum", Json.MAPPER.valueToTree(Source.ALL));
      return new CustomDefinition(sources);
    }
    if (erased == ResponseFormat.class) {
      ObjectNode format = Json.MAPPER.createObjectNode();
      ArrayNode forms = format.putArray("anyOf");
      forms.addObject().put("const", "json");
      forms.addObject().put("type", "object");
      return inline(format);
    }
    if (ContentPart.class.isAssignableFrom(erased)) {
      return inline(Json.MAPPER.createObjectNode());
    }
    if (JsonNode.class.isAssignableFrom(erased)) {
      ObjectNode figure = Json.MAPPER.createObjectNode();
      ArrayNode types = figure.putArray("type");
      List.of("number", "string", "boolean", "null").forEach(types::add);
      return inline(figure);
    }
    if (erased == Map.class) {
      return inline(map(type.getTypeParameters().get(0), type.getTypeParameters().get(1), context));
    }
    if (erased == RenderedModel.class) {
      ObjectNode listed =
          context.createStandardDefinition(
              context.getTypeContext().resolve(EnrichedModel.class), null);
      ((ObjectNode) listed.path("properties")).remove("evidence");
      ArrayNode required = (ArrayNode) listed.path("required");
      for (int i = required.size() - 1; i >= 0; i--) {
        if (required.get(i).asText().equals("evidence")) {
          required.remove(i);
        }
      }
      return new CustomDefinition(listed);
    }
    return null;
  }

  private static ObjectNode map(
      ResolvedType key, ResolvedType value, SchemaGenerationContext context) {
    ObjectNode map = Json.MAPPER.createObjectNode().put("type", "object");
    if (key.getErasedType() == Source.class) {
      map.putObject("propertyNames").set("enum", Json.MAPPER.valueToTree(Source.ALL));
    } else if (key.getErasedType().isEnum()) {
      map.putObject("propertyNames")
          .set("enum", Json.MAPPER.valueToTree(key.getErasedType().getEnumConstants()));
    }
    map.set("additionalProperties", context.createDefinitionReference(value));
    return map;
  }

  /** One of several types and the field that says which one it is, as one type. */
  private static void merge(String name, ObjectNode schemas) {
    ObjectNode step = (ObjectNode) schemas.remove(name + "-1");
    JsonNode told = schemas.remove(name + "-2");
    JsonNode type = told.at("/properties/type");
    ((ObjectNode) step.path("properties")).set("type", type);
    step.withArray("required").add("type");
    schemas.set(name, step);
  }

  private static void pointToMerged(JsonNode reference) {
    String to = reference.path("$ref").asText();
    ((ObjectNode) reference).put("$ref", to.substring(0, to.length() - 2));
  }

  private static CustomDefinition inline(ObjectNode definition) {
    return new CustomDefinition(
        definition,
        CustomDefinition.DefinitionType.INLINE,
        CustomDefinition.AttributeInclusion.YES);
  }

  private static String name(Class<?> type) {
    if (type == RenderedModel.class) {
      return "ListedModel";
    }
    Class<?> enclosing = type.getEnclosingClass();
    return enclosing == null ? type.getSimpleName() : name(enclosing) + type.getSimpleName();
  }
}
