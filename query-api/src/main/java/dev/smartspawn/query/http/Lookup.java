package dev.smartspawn.query.http;

/** A GET that may have to wait for Kafka: it runs on a worker thread. */
non-sealed interface Lookup extends Responder {

  /**
   * @throws Refusal for a question that is no good
   */
  Answer lookUp(Question question);
}
