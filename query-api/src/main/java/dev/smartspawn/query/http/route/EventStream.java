package dev.smartspawn.query.http.route;

import dev.smartspawn.query.http.request.QueryRequest;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.response.Response;
import org.jspecify.annotations.Nullable;

/** A GET answered by server-sent events. */
public non-sealed interface EventStream extends Responder {

  /** The result of opening a stream. */
  sealed interface Opening {

    /** A response and no stream. */
    record Instead(Response response) implements Opening {}

    /** Runs on a worker thread and may block. */
    non-sealed interface Stream extends Opening {

      /**
       * Sends the events there are, and later ones as they arrive.
       *
       * @return stops it
       */
      AutoCloseable into(Sink sink);
    }
  }

  /** Takes events from any thread, without blocking. */
  interface Sink {

    /**
     * @param id a client that reconnects sends the last one it received
     * @param type of the event
     */
    void send(String id, String type, String data);

    /** Ends the stream after the events sent so far. */
    void end();
  }

  /**
   * @param lastEventId of the last event the client received; null for none
   * @throws Refusal if the request is invalid
   */
  Opening open(QueryRequest request, @Nullable String lastEventId);
}
