package dev.smartspawn.query.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.json.Json;

/** Writes bodies that show evidence with every field, the unknown ones as null. */
final class WholeEvidence {

  private static final JsonMapper MAPPER =
      Json.MAPPER.rebuild().addMixIn(Evidence.class, EveryField.class).build();

  private WholeEvidence() {}

  static byte[] bytes(Record body) {
    try {
      return MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + body.getClass().getSimpleName(), e);
    }
  }

  @JsonInclude(JsonInclude.Include.ALWAYS)
  private interface EveryField {}
}
