package dev.smartspawn.worker.stub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.smartspawn.schema.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chat API that sends any bytes, or closes the connection at any point, which an HTTP server does
 * not let its handlers do. One request per connection.
 */
public final class RawChatServer implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  private final ServerSocket server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  /**
   * @param bytes sent as they are
   * @param closes whether the connection is closed afterwards
   */
  public record Reply(byte[] bytes, boolean closes) {

    /** A whole response. */
    public static Reply of(int status, String body) {
      return part(status, body, body.getBytes(StandardCharsets.UTF_8).length);
    }

    /**
     * A response that breaks off.
     *
     * @param announced the length that the head announces
     */
    public static Reply part(int status, String body, int announced) {
      String type = body.startsWith("data:") ? "text/event-stream" : "application/json";
      String head =
          "HTTP/1.1 %d Status\r\nContent-Type: %s\r\nContent-Length: %d\r\nLocation: /elsewhere\r\n"
                  .formatted(status, type, announced)
              + "Connection: close\r\n\r\n";
      return new Reply((head + body).getBytes(StandardCharsets.UTF_8), true);
    }

    /** Closes the connection without a byte. */
    public static Reply hangUp() {
      return new Reply(new byte[0], true);
    }

    /** Sends nothing and keeps the connection open. */
    public static Reply silence() {
      return new Reply(new byte[0], false);
    }
  }

  /**
   * @param script gives a request's body its reply
   */
  public RawChatServer(Function<JsonNode, Reply> script) {
    try {
      server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(() -> accept(script));
  }

  /** The value for a provider's base URL. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
  }

  /** The bodies of the requests, in the order in which they came. */
  public List<JsonNode> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }

  private void accept(Function<JsonNode, Reply> script) {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        threads.execute(() -> answer(socket, script));
      } catch (SocketException e) {
        return; // closed
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void answer(Socket socket, Function<JsonNode, Reply> script) {
    try {
      JsonNode request = Json.MAPPER.readTree(body(socket.getInputStream()));
      requests.add(request);
      Reply reply = script.apply(request);
      socket.getOutputStream().write(reply.bytes());
      socket.getOutputStream().flush();
      if (reply.closes()) {
        open.remove(socket);
        socket.close();
      }
    } catch (IOException e) {
      open.remove(socket); // the client has gone
    }
  }

  private static byte[] body(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the request has no end");
      }
      head.write(next);
    }
    Matcher length = LENGTH.matcher(head.toString(StandardCharsets.ISO_8859_1));
    return length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
  }
}
