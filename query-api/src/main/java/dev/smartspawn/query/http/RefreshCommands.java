package dev.smartspawn.query.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.smartspawn.query.refresh.RefreshDesk;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.text.NearestName;
import java.util.List;

/** {@code POST /refresh}. */
final class RefreshCommands implements Command {

  private static final List<String> FIELDS = List.of("sources", "requestedBy");
  private static final JsonBody BODY =
      new JsonBody("refresh command", "{} or {\"sources\":[\"openrouter\"]}");

  private final RefreshDesk desk;

  RefreshCommands(RefreshDesk desk) {
    this.desk = desk;
  }

  @Override
  public Answer carryOut(Order order) {
    return Answer.ok(desk.ask(command(order.body()), order.requestId()));
  }

  private static RefreshCommand command(byte[] body) {
    if (body.length == 0) {
      return RefreshCommand.EVERYTHING;
    }
    try {
      return Json.STRICT.treeToValue(BODY.object(body), RefreshCommand.class);
    } catch (UnrecognizedPropertyException e) {
      String field = e.getPropertyName();
      throw BODY.malformed(
          "unknown field '%s', did you mean '%s'?".formatted(field, NearestName.of(field, FIELDS)));
    } catch (JsonMappingException e) {
      throw BODY.malformed(inOurWords(e));
    } catch (JsonProcessingException e) {
      throw BODY.malformed("it cannot be read");
    }
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
}
