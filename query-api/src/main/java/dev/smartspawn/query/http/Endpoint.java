package dev.smartspawn.query.http;

/** Answers GETs of one route, without blocking: it runs on an I/O thread. */
interface Endpoint {

  /**
   * @throws Refusal for a question it does not answer
   */
  Answer answer(Question question);
}
