package dev.smartspawn.query.http.route;

import dev.smartspawn.query.http.request.CommandRequest;
import dev.smartspawn.query.http.request.JsonBody;
import dev.smartspawn.query.http.response.Response;
import java.util.function.Function;

/**
 * A command with a JSON body.
 *
 * @param form what the body should be
 */
public record JsonCommand(JsonBody form, int maxBytes, Function<CommandRequest, Response> handler)
    implements Command {

  public static JsonCommand of(JsonBody form, Function<CommandRequest, Response> handler) {
    return new JsonCommand(form, USUAL_MAX_BYTES, handler);
  }

  @Override
  public Response carryOut(CommandRequest request) {
    return handler.apply(request);
  }

  @Override
  public String exampleBody() {
    return form.expected();
  }
}
