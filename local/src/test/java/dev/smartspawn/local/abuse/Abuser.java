package dev.smartspawn.local.abuse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends malformed requests, each on a connection of its own. */
final class Abuser {

  private static final int SLOW_CHUNK_BYTES = 40;
  private static final int SLOW_PAUSE_MILLIS = 5;

  private final URI target;
  private final int patienceMillis;

  /**
   * @param patience no answer within this is none
   */
  Abuser(String target, Duration patience) {
    this.target = URI.create(target);
    this.patienceMillis = (int) patience.toMillis();
  }

  /** The status it was answered with; 0 where the server closed or said nothing. */
  int send(MalformedRequest request) {
    try (Socket socket = new Socket(target.getHost(), target.getPort())) {
      socket.setSoTimeout(patienceMillis);
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

  /** Sends the beginning of a request; the caller closes the socket. */
  Socket begin(String part) throws IOException {
    Socket socket = new Socket(target.getHost(), target.getPort());
    socket.setSoTimeout(1);
    socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** Whether the server has neither answered nor closed. */
  static boolean isWaitedFor(Socket socket) {
    try {
      int unused = socket.getInputStream().read();
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Sends the head of a request and then its body a byte at a time.
   *
   * @return how many seconds the server put up with that, at most {@code most}
   */
  double trickleUntilClosed(byte[] head, Duration most) throws IOException {
    long begun = System.nanoTime();
    try (Socket socket = new Socket(target.getHost(), target.getPort())) {
      socket.getOutputStream().write(head);
      socket.setSoTimeout(100);
      while (System.nanoTime() - begun < most.toNanos() && isOpen(socket)) {
        socket.getOutputStream().write(' ');
      }
    } catch (SocketException e) {
      // closed while a byte was on its way
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static boolean isOpen(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException e) {
      return true;
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
