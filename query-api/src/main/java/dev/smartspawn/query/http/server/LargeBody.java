package dev.smartspawn.query.http.server;

import dev.smartspawn.query.http.request.BodyIntake;
import dev.smartspawn.query.http.response.Refusal;
import dev.smartspawn.query.http.route.LargeCommand;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A large body on its way. After a refusal, its rest is dropped. */
final class LargeBody {

  private static final String RETRY_SECONDS = "2";

  private final HttpServerExchange exchange;
  private final LargeCommand command;
  private final LargeBodyRoom room;
  private final BodyIntake intake;
  private long bytes;
  private boolean reserved;
  private @Nullable Refusal refusal;

  LargeBody(HttpServerExchange exchange, LargeCommand command, LargeBodyRoom room) {
    this.exchange = exchange;
    this.command = command;
    this.room = room;
    this.intake = command.intake();
  }

  void take(byte[] piece) {
    bytes += piece.length;
    if (refusal != null) {
      return;
    }
    try {
      reserve();
      intake.take(piece);
    } catch (Refusal refused) {
      refusal = refused;
    }
  }

  void end(Consumer<BodyIntake> onBody, Consumer<Refusal> onRefusal) {
    if (refusal == null) {
      onBody.accept(intake);
    } else {
      onRefusal.accept(refusal);
    }
  }

  /** A body of unknown length may turn out to be an ordinary one. */
  private void reserve() {
    long length = exchange.getRequestContentLength();
    if (reserved || (length < 0 && bytes <= command.maxBytes())) {
      return;
    }
    reserved = room.reserve(exchange, length < 0 ? command.largestBytes() : length);
    if (!reserved) {
      throw new Refusal(
              StatusCodes.SERVICE_UNAVAILABLE,
              "too_many_large_bodies",
              "too many large requests are being read: try again in a moment")
          .with(Headers.RETRY_AFTER, RETRY_SECONDS);
    }
  }
}
