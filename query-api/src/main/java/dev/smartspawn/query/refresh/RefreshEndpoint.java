package dev.smartspawn.query.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.smartspawn.query.http.request.CommandRequest;
import dev.smartspawn.query.http.request.JsonBody;
import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Command;
import dev.smartspawn.schema.json.Json;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.text.NearestName;
import java.util.List;

/** {@code POST /refresh}. */
public final class RefreshEndpoint implements Command {

  private static final List<String> FIELDS = List.of("sources", "requestedBy");
  private static final JsonBody BODY =
      new JsonBody("a refresh command", "{\"sources\":[\"openrouter\"]}");

  private final RefreshControl refreshes;

  public RefreshEndpoint(RefreshControl refreshes) {
    this.refreshes = refreshes;
  }

  @Override
  public Response carryOut(CommandRequest request) {
    return Response.ok(RefreshBody.of(refreshes.request(command(request.body()), request.id())));
  }

  @Override
  public String exampleBody() {
    return BODY.expected();
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
      throw BODY.malformed(reason(e));
    } catch (JsonProcessingException e) {
      throw BODY.malformed("it cannot be read");
    }
  }

  /** The parser's messages name classes; those of our own types do not. */
  private static String reason(JsonMappingException e) {
    Throwable cause = e.getCause();
    if (cause instanceof IllegalArgumentException ours && ours.getMessage() != null) {
      return ours.getMessage();
    }
    String field = e.getPath().isEmpty() ? null : e.getPath().get(0).getFieldName();
    return field == null ? "it cannot be read" : "'%s' has the wrong type".formatted(field);
  }
}
