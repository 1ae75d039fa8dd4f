package dev.smartspawn.query.http;

import org.jspecify.annotations.Nullable;

/** A GET that is answered by server-sent events. */
non-sealed interface EventStream extends Responder {

  /** What comes of asking for a stream. */
  sealed interface Opening {

    /** An answer and no stream. */
    record Instead(Answer answer) implements Opening {}

    /** Runs on a worker thread, and may block. */
    non-sealed interface Stream extends Opening {

      /**
       * Sends what there is, and has the rest sent as it comes.
       *
       * @return stops it
       */
      AutoCloseable into(Sink sink);
    }
  }

  /** Where events go. Takes them from any thread, and does not block. */
  interface Sink {

    /**
     * @param id with which a client that comes back says how far it got
     * @param type of the event
     */
    void send(String id, String type, String data);

    /** The last one was sent. */
    void end();
  }

  /**
   * @param lastEventId of the last event the client has; null for none
   * @throws Refusal for a question that is no good
   */
  Opening open(Question question, @Nullable String lastEventId);
}
