package dev.smartspawn.local.bench;

import dev.smartspawn.local.kafka.LoopbackPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Sends requests as fast as one thread can, over kept-alive connections with one open request each.
 * It parses only as much of an answer as it needs to know that it is complete and a 200.
 */
final class LoadGenerator {

  /** The number of answers in {@code seconds}. */
  record Load(long answers, double seconds) {
    /** Answers per second. */
    double rate() {
      return answers / seconds;
    }
  }

  private static final int CONNECTIONS = 32;
  private static final int BUFFER_BYTES = 64 * 1024;

  private final InetSocketAddress server;
  private final List<byte[]> requests;

  /**
   * @param paths the paths to request in turn
   */
  LoadGenerator(int port, List<String> paths) {
    server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    requests = paths.stream().map(path -> request(path, port)).toList();
  }

  /** Sends requests for {@code duration}. */
  Load run(Duration duration) throws IOException {
    long end = System.nanoTime() + duration.toNanos();
    return runUntil(() -> System.nanoTime() >= end);
  }

  /**
   * Sends requests until {@code enough} returns true. It is checked between answers.
   *
   * @throws IOException when the server cannot be reached or ends a connection
   */
  Load runUntil(BooleanSupplier enough) throws IOException {
    try (Selector selector = Selector.open()) {
      List<Connection> connections = connect(selector);
      long begun = System.nanoTime();
      long answers = 0;
      while (!enough.getAsBoolean()) {
        selector.select(10);
        for (SelectionKey key : selector.selectedKeys()) {
          answers += ((Connection) key.attachment()).proceed();
        }
        selector.selectedKeys().clear();
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      for (Connection connection : connections) {
        connection.channel.close();
      }
      return new Load(answers, seconds);
    }
  }

  private List<Connection> connect(Selector selector) throws IOException {
    List<Connection> connections = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      SocketChannel channel = SocketChannel.open(server);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      Connection connection = new Connection(channel, i * requests.size() / CONNECTIONS);
      channel.register(selector, SelectionKey.OP_READ, connection);
      connection.ask();
      connections.add(connection);
    }
    return connections;
  }

  private static byte[] request(String path, int port) {
    return "GET %s HTTP/1.1\r\nHost: %s:%d\r\nAccept: */*\r\n\r\n"
        .formatted(path, LoopbackPort.HOST, port)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private final class Connection {
    private final SocketChannel channel;
    private final byte[] answer = new byte[BUFFER_BYTES];
    private final ByteBuffer received = ByteBuffer.wrap(answer);
    private int next;

    private Connection(SocketChannel channel, int first) {
      this.channel = channel;
      this.next = first;
    }

    private void ask() throws IOException {
      ByteBuffer request = ByteBuffer.wrap(requests.get(next));
      next = (next + 1) % requests.size();
      while (request.hasRemaining()) {
        channel.write(request);
      }
    }

    /**
     * Reads the received bytes. When an answer is complete, it sends the next request and returns
     * 1; otherwise it returns 0.
     */
    private int proceed() throws IOException {
      if (channel.read(received) < 0) {
        throw new IOException("the server closed a connection it should have kept");
      }
      if (!HttpAnswer.isWhole(answer, received.position())) {
        return 0;
      }
      received.clear();
      ask();
      return 1;
    }
  }
}
