package dev.smartspawn.query.http.route;

import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.response.Response;

/** A GET that may block, for example on Kafka: it runs on a worker thread. */
public non-sealed interface Lookup extends Responder {

  /**
   * @throws Refusal if the request is invalid
   */
  Response lookUp(QueryRequest request);
}
