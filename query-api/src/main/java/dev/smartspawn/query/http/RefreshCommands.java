package dev.smartspawn.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.smartspawn.query.refresh.RefreshDesk;
import dev.smartspawn.query.refresh.RefreshUnavailableException;
import dev.smartspawn.schema.Json;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.service.Spelling;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.List;
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
    try {
      RefreshCommand command = Json.STRICT.readValue(body, RefreshCommand.class);
      if (command == null) {
        throw malformed("null");
      }
      return command;
    } catch (UnrecognizedPropertyException e) {
      String field = e.getPropertyName();
      throw malformed(
          "unknown field '%s', did you mean '%s'?"
              .formatted(field, Spelling.nearest(field, FIELDS)));
    } catch (JsonProcessingException e) {
      throw malformed(firstLine(e));
    } catch (IOException e) {
      throw malformed("not readable");
    }
  }

  /** Our own words where our own type refused a value, the parser's otherwise. */
  private static String firstLine(JsonProcessingException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message =
        root instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : String.valueOf(root.getMessage());
    return message.lines().findFirst().orElse("not readable");
  }

  private static Refusal malformed(String why) {
    return new Refusal(
        StatusCodes.BAD_REQUEST,
        "invalid_body",
        "the body is no refresh command: %s; expected {} or {\"sources\":[\"openrouter\"]}"
            .formatted(why));
  }
}
