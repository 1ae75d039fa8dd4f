package dev.smartspawn.local.bench;

import dev.smartspawn.local.kafka.LoopbackPort;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Asks /pick steadily on one connection, on a thread of its own, and remembers the longest answer:
 * what a caller waits at worst while something else goes on.
 */
final class PickWatch implements AutoCloseable {

  private static final int BUFFER_BYTES = 64 * 1024;
  private static final long PAUSE_MILLIS = 2;

  private final List<byte[]> requests;
  private final Socket socket;
  private final Thread thread = new Thread(this::ask, "pick-watch");
  private volatile long longestNanos;
  private volatile boolean closed;

  private PickWatch(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    this.requests =
        Questions.all().stream()
            .map(
                path ->
                    "GET %s HTTP/1.1\r\nHost: %s:%d\r\n\r\n"
                        .formatted(path, LoopbackPort.HOST, port)
                        .getBytes(StandardCharsets.US_ASCII))
            .toList();
    thread.setDaemon(true);
  }

  static PickWatch start(SystemProcess system) throws IOException {
    PickWatch watch = new PickWatch(system.httpPort());
    watch.socket.setTcpNoDelay(true);
    watch.thread.start();
    return watch;
  }

  /** The longest answer since the last call. */
  double takeLongestMillis() {
    double millis = longestNanos / 1e6;
    longestNanos = 0;
    return millis;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    socket.close();
  }

  private void ask() {
    byte[] answer = new byte[BUFFER_BYTES];
    try (OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      for (int i = 0; !closed; i++) {
        long begun = System.nanoTime();
        out.write(requests.get(i % requests.size()));
        int received = in.read(answer);
        while (received > 0 && !HttpAnswer.isWhole(answer, received)) {
          received += in.read(answer, received, answer.length - received);
        }
        longestNanos = Math.max(longestNanos, System.nanoTime() - begun);
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException e) {
      if (!closed) {
        longestNanos = Long.MAX_VALUE;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
