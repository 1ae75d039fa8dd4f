package dev.smartspawn.query.http.route;

import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.response.Response;

/** A GET answered from memory. Must not block: it runs on an I/O thread. */
public non-sealed interface Endpoint extends Responder {

  /**
   * @throws Refusal if the request is invalid
   */
  Response answer(QueryRequest request);
}
