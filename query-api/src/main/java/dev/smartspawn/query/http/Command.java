package dev.smartspawn.query.http;

/** Carries out a POST or DELETE of one route. May block: it runs on a worker thread. */
non-sealed interface Command extends Responder {

  int USUAL_MAX_BYTES = 64 * 1024;

  /**
   * @throws Refusal for an order it does not understand
   */
  Answer carryOut(Order order);

  /** The largest body it takes. */
  default int maxBytes() {
    return USUAL_MAX_BYTES;
  }
}
