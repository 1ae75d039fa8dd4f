package dev.smartspawn.local.bench;

import dev.smartspawn.local.kafka.LoopbackPort;
import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The reference for GET /pick: an Undertow server in a separate process that gives every request
 * the same answer.
 */
final class ConstantAnswer {

  private ConstantAnswer() {}

  /** Arguments: port, body. */
  public static void main(String[] arguments) {
    ByteBuffer body =
        ByteBuffer.wrap(arguments[1].getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
    Undertow.builder()
        .addHttpListener(Integer.parseInt(arguments[0]), LoopbackPort.HOST)
        .setHandler(
            exchange -> {
              exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
              exchange.getResponseSender().send(body.duplicate());
            })
        .build()
        .start();
  }
}
