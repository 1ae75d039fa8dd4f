package dev.smartspawn.query.http.route;

import dev.smartspawn.query.http.request.CommandRequest;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.response.Response;

/** A POST or DELETE. May block: it runs on a worker thread. */
public non-sealed interface Command extends Responder {

  int USUAL_MAX_BYTES = 64 * 1024;

  /**
   * @throws Refusal if the request is invalid
   */
  Response carryOut(CommandRequest request);

  /** The largest body it takes. */
  default int maxBytes() {
    return USUAL_MAX_BYTES;
  }

  /** A JSON body it takes, for error messages; empty if it takes none. */
  default String exampleBody() {
    return "";
  }
}
