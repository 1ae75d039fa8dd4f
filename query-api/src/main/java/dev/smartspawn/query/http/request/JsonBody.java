package dev.smartspawn.query.http.request;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.schema.json.Json;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a command's body as JSON.
 *
 * @param what the expected body, as in {@code a refresh command}
 * @param expected an example of it
 */
public record JsonBody(String what, String expected) {

  /**
   * @throws Refusal for anything but a JSON object
   */
  public JsonNode object(byte[] body) {
    JsonNode json = parse(body);
    if (!json.isObject()) {
      throw malformed("it is not a JSON object");
    }
    return json;
  }

  public Refusal malformed(String why) {
    return new Refusal(
        StatusCodes.BAD_REQUEST,
        "invalid_body",
        "the body is not %s: %s; expected %s".formatted(what, why, expected));
  }

  private JsonNode parse(byte[] body) {
    try {
      return Json.STRICT.readTree(body);
    } catch (JsonMappingException e) {
      throw malformed("something follows the JSON object");
    } catch (JsonProcessingException e) {
      throw malformed("it is not JSON" + place(e.getLocation()));
    } catch (IOException e) {
      throw malformed("it cannot be read");
    }
  }

  private static String place(@Nullable JsonLocation at) {
    return at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
  }
}
