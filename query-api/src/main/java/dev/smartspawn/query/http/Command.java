package dev.smartspawn.query.http;

/** Carries out POSTs of one route. May block: it runs on a worker thread. */
interface Command {

  /**
   * @param body empty for none
   * @throws Refusal for a body it does not understand
   */
  Answer carryOut(byte[] body);
}
