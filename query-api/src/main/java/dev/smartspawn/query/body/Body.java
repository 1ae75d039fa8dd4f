package dev.smartspawn.query.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.smartspawn.schema.enriched.Evidence;
import dev.smartspawn.schema.json.Json;

/** Writes the records of this package. */
public final class Body {

  private static final JsonMapper MAPPER =
      Json.MAPPER.rebuild().addMixIn(Evidence.class, EveryField.class).build();

  private Body() {}

  /** As UTF-8 JSON. */
  public static byte[] bytes(Record body) {
    try {
      return MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + body.getClass().getSimpleName(), e);
    }
  }

  /** A number's origin is shown whole: what it does not say stands there as null. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  private interface EveryField {}
}
