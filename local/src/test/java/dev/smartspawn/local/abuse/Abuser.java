package dev.smartspawn.local.abuse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends malformed requests, each on a connection of its own. */
final class Abuser {

  /** No answer within this is none: what is abandoned may be left open by the server for longer. */
  private static final int PATIENCE_MILLIS = 500;

  private static final int SLOW_CHUNK_BYTES = 40;
  private static final int SLOW_PAUSE_MILLIS = 5;

  private final URI target;

  Abuser(String target) {
    this.target = URI.create(target);
  }

  /** The status it was answered with; 0 where the server closed or said nothing. */
  int send(MalformedRequest request) {
    try (Socket socket = new Socket(target.getHost(), target.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      byte[] bytes = request.bytes().get();
      switch (request.manner()) {
        case WHOLE -> socket.getOutputStream().write(bytes);
        case SLOW -> trickle(bytes, socket.getOutputStream());
        case DROPPED -> {
          socket.getOutputStream().write(bytes);
          return 0;
        }
      }
      return request.manner() == MalformedRequest.Manner.SLOW ? 0 : status(socket.getInputStream());
    } catch (IOException e) {
      return 0;
    }
  }

  private static void trickle(byte[] bytes, OutputStream out) throws IOException {
    for (int from = 0; from < bytes.length; from += SLOW_CHUNK_BYTES) {
      out.write(bytes, from, Math.min(SLOW_CHUNK_BYTES, bytes.length - from));
      out.flush();
      try {
        Thread.sleep(SLOW_PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static int status(InputStream in) throws IOException {
    byte[] begin = in.readNBytes("HTTP/1.1 200".length());
    String line = new String(begin, StandardCharsets.US_ASCII);
    return line.startsWith("HTTP/1.1 ") && line.length() == 12
        ? Integer.parseInt(line.substring(9))
        : 0;
  }
}
