package dev.smartspawn.query.http;

/** A GET that is answered at once from what is in memory. */
non-sealed interface Endpoint extends Responder {

  /**
   * @throws Refusal for a question that is no good
   */
  Answer answer(Question question);
}
