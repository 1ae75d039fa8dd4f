package dev.smartspawn.query.body;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.smartspawn.schema.Json;

/** Writes the records of this package. */
public final class Body {

  private Body() {}

  /** As UTF-8 JSON. */
  public static byte[] bytes(Record body) {
    try {
      return Json.MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + body.getClass().getSimpleName(), e);
    }
  }
}
