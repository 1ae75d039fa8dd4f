package dev.smartspawn.schema.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import dev.smartspawn.schema.chat.ContentPart;
import dev.smartspawn.schema.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What messages, images and files look like, where their types of Java cannot say it. */
final class ContentSchemas {

  private static final String ADDRESS =
      """
      {"anyOf": [
        {"type": "string", "pattern": "^(data:|https://|attachment:sha256:)"},
        {"type": "object", "properties": {"url": {"type": "string"}},
         "required": ["url"], "additionalProperties": false}]}
      """;
  private static final String FILE =
      """
      {"type": "object",
       "properties": {
         "name": {"type": "string"},
         "data": {"type": "string", "pattern": "^(data:|attachment:sha256:)"},
         "text": {"type": "string"}},
       "oneOf": [{"required": ["name", "data"]}, {"required": ["name", "text"]}],
       "additionalProperties": false}
      """;
  private static final String TEXT_PART =
      """
      {"type": "object",
       "properties": {"type": {"const": "text"}, "text": {"type": "string"}},
       "required": ["type", "text"], "additionalProperties": false}
      """;
  private static final String IMAGE_PART =
      """
      {"type": "object",
       "properties": {
         "type": {"const": "image_url"},
         "image_url": {
           "type": "object",
           "properties": {
             "url": {"type": "string", "pattern": "^(data:|https://|attachment:sha256:)"},
             "detail": {"enum": ["auto", "low", "high"]}},
           "required": ["url"], "additionalProperties": false}},
       "required": ["type", "image_url"], "additionalProperties": false}
      """;
  private static final String FILE_PART =
      """
      {"type": "object",
       "properties": {
         "type": {"const": "file"},
         "file": {
           "type": "object",
           "properties": {
             "filename": {"type": "string"},
             "file_data": {"type": "string", "pattern": "^(data:|attachment:sha256:)"}},
           "required": ["filename", "file_data"], "additionalProperties": false}},
       "required": ["type", "file"], "additionalProperties": false}
      """;

  private ContentSchemas() {}

  /** Null for any other type. */
  static @Nullable CustomDefinition of(Class<?> type) {
    if (type == ContentPart.Image.class) {
      return new CustomDefinition(object(ADDRESS), true);
    }
    if (type == ContentPart.File.class) {
      return new CustomDefinition(object(FILE), true);
    }
    return type == ContentPart.class ? new CustomDefinition(object("{}"), true) : null;
  }

  static ObjectNode textOrParts() {
    ObjectNode content = Json.MAPPER.createObjectNode();
    ArrayNode forms = content.putArray("anyOf");
    forms.addObject().put("type", "string");
    ObjectNode part = Json.MAPPER.createObjectNode();
    part.putArray("anyOf").add(object(TEXT_PART)).add(object(IMAGE_PART)).add(object(FILE_PART));
    forms.addObject().put("type", "array").set("items", part);
    return content;
  }

  private static ObjectNode object(String json) {
    try {
      JsonNode read = Json.MAPPER.readTree(json);
      return (ObjectNode) read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
