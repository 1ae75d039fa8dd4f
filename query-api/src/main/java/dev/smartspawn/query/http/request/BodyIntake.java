package dev.smartspawn.query.http.request;

import dev.smartspawn.query.http.response.Response;

/** Takes one large body piece by piece. */
public interface BodyIntake {

  /**
   * Takes the next piece, on an I/O thread.
   *
   * @throws dev.smartspawn.query.http.response.Refusal if the body cannot be taken; the rest of it
   *     is then read and dropped
   */
  void take(byte[] piece);

  /**
   * Answers the request once the whole body was taken. May block.
   *
   * @param request with an empty body
   */
  Response carryOut(CommandRequest request);
}
