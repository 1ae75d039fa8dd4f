package dev.smartspawn.query.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.smartspawn.query.refresh.RefreshDesk;
import dev.smartspawn.query.refresh.RefreshUnavailableException;
import dev.smartspawn.schema.Json;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.service.Spelling;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /refresh}. */
final class RefreshCommands implements Command {

  private static final Logger log = LoggerFactory.getLogger(RefreshCommands.class);
  private static final List<String> FIELDS = List.of("sources", "requestedBy");

  private final RefreshDesk desk;

  RefreshCommands(RefreshDesk desk) {
    this.desk = desk;
  }

  @Override
  public Answer carryOut(byte[] body) {
    try {
      return Answer.ok(desk.ask(command(body)));
    } catch (RefreshUnavailableException e) {
      log.warn("refresh refused: {}", e.getMessage());
      return Answer.error(
          StatusCodes.SERVICE_UNAVAILABLE, "kafka_unavailable", String.valueOf(e.getMessage()));
    }
  }

  private static RefreshCommand command(byte[] body) {
    if (body.length == 0) {
      return RefreshCommand.EVERYTHING;
    }
    JsonNode json = parse(body);
    if (!json.isObject()) {
      throw malformed("it is no JSON object");
    }
    try {
      return Json.STRICT.treeToValue(json, RefreshCommand.class);
    } catch (UnrecognizedPropertyException e) {
      String field = e.getPropertyName();
      throw malformed(
          "unknown field '%s', did you mean '%s'?"
              .formatted(field, Spelling.nearest(field, FIELDS)));
    } catch (JsonMappingException e) {
      throw malformed(inOurWords(e));
    } catch (JsonProcessingException e) {
      throw malformed("it cannot be read");
    }
  }

  private static JsonNode parse(byte[] body) {
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

  /** The parser's words name our classes; what our own types say does not. */
  private static String inOurWords(JsonMappingException e) {
    Throwable cause = e.getCause();
    if (cause instanceof IllegalArgumentException ours && ours.getMessage() != null) {
      return ours.getMessage();
    }
    String field = e.getPath().isEmpty() ? null : e.getPath().get(0).getFieldName();
    return field == null ? "it cannot be read" : "'%s' is of the wrong kind".formatted(field);
  }

  private static Refusal malformed(String why) {
    return new Refusal(
        StatusCodes.BAD_REQUEST,
        "invalid_body",
        "the body is no refresh command: %s; expected {} or {\"sources\":[\"openrouter\"]}"
            .formatted(why));
  }
}
